"""``photoorg doctor``: what somebody who helps has to know, and nothing that is private."""

import argparse
from typing import Any

from photoorg.commands.terminal import DONE, SOME_UNREADABLE, Commands, add_json, add_library, reply
from photoorg.commands.upkeep import diagnosis
from photoorg.settings import load


def register(commands: Commands) -> None:
    """Add the command."""
    doctor = commands.add_parser(
        "doctor",
        help="versions, models and the state of the library, to be shown to somebody who helps",
        description="Tells what somebody who helps has to know. There are no paths, names of files "
        "or people, dates or pictures in it; nothing is sent. Exit code 1 when the library is not "
        "whole.",
    )
    add_json(
        doctor,
        '{"program": {"photoorg", "python", "system", ...}, "packages": {name: version}, '
        '"decoders": {name: version}, "models": {"provider", "providers", "packs": [...]}, '
        '"library": {"there", "ok", "problems", "bytes", "photos", "faces", ...}}',
    )
    doctor.set_defaults(command=run_doctor)
    add_library(doctor)


def run_doctor(asked: argparse.Namespace) -> int:
    """Tell how this machine, this program and this library are."""
    found = {
        "program": diagnosis.program(),
        "packages": diagnosis.packages(),
        "decoders": diagnosis.decoders(),
        "models": diagnosis.models(load()),
        "library": diagnosis.library(asked.library),
    }
    lines = [line for title, part in found.items() for line in ("", title, *_lines(part))]
    reply(asked, found, *lines[1:])
    whole = found["library"].get("ok") in (True, None)
    return DONE if whole else SOME_UNREADABLE


def _lines(part: dict[str, Any]) -> list[str]:
    width = max(map(len, part), default=0)
    return [f"  {key:{width}}  {_shown(value)}" for key, value in part.items()]


def _shown(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_shown, value)) or "-"
    if isinstance(value, dict):
        return " ".join(f"{key} {_shown(one)}" for key, one in value.items())
    return f"{value:,}" if isinstance(value, int) else str(value)
