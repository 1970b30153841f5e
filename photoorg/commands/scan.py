"""``photoorg scan`` and ``photoorg group``."""

import argparse
import shlex
from dataclasses import replace
from functools import partial
from pathlib import Path

from photoorg.commands.follow import duration, follow
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    SOME_UNREADABLE,
    Commands,
    add_json,
    add_library,
    add_models,
    answer,
    answer_json,
    flush_answers,
    reply,
    tell,
)
from photoorg.commands.watch import keep_up
from photoorg.errors import NoModelPackError
from photoorg.jobs.group_request import GroupRequest
from photoorg.jobs.messages import shown
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.jobs.scanning.places import absolute
from photoorg.packs.finding import find_pack
from photoorg.settings import Settings, load

HOW_TO_DOWNLOAD = (
    "`photoorg models download buffalo_l` shows the size and the terms of a pack; with "
    "`photoorg models download buffalo_l --accept-terms` it is downloaded. A pack you have "
    "already is used with --models DIR."
)


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    scan = commands.add_parser("scan", help="find the people in folders of photos")
    scan.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    add_models(scan)
    scan.add_argument("--engine", metavar="NAME", help="how to group (default: the setting)")
    scan.add_argument(
        "--deleted",
        action="store_true",
        help="photos that are not there were deleted, however many they are",
    )
    scan.add_argument(
        "--watch",
        action="store_true",
        help="go on looking for what changes in these folders, until Ctrl+C; with --json each scan "
        "that found something is told as one more JSON object",
    )
    scan.add_argument(
        "--gently",
        action="store_true",
        help="leave half of the cores to other programs and let them go first; always so on "
        "battery (default: the setting)",
    )
    add_library(scan)
    add_json(
        scan,
        '{"photos", "faces", "people", "seconds", "new_names": beside photos, "errors": '
        '[{"path", "reason"}]}',
    )
    scan.set_defaults(command=run_scan)
    group = commands.add_parser("group", help="group the faces of the library anew")
    group.add_argument("--engine", metavar="NAME", help="how to group (default: the setting)")
    group.add_argument(
        "--preview", action="store_true", help="tell what would change, and change nothing"
    )
    add_library(group)
    add_json(
        group,
        '{"joined", "split", "moved", "names_lost", "faces", "people", "new", "seconds"}',
    )
    group.set_defaults(command=run_group)


def settings_for(engine: str | None) -> Settings:
    """Return the settings, with another engine where one is named."""
    settings = load()
    return replace(settings, engine=engine) if engine else settings


def run_scan(asked: argparse.Namespace) -> int:
    """Scan folders, group the faces, and list what could not be read; go on, if that is wanted."""
    settings = settings_for(asked.engine)
    settings = replace(settings, gently=settings.gently or asked.gently)
    try:
        find_pack(asked.models, settings)
    except NoModelPackError as error:
        raise NoModelPackError(f"{error} {HOW_TO_DOWNLOAD}") from error
    request = ScanRequest(
        asked.library,
        absolute(folder.expanduser() for folder in asked.folders),
        settings,
        asked.models,
        deleted=asked.deleted,
    )
    code = _tell(asked, follow(request))
    if asked.watch:
        flush_answers()
        keep_up(request, partial(_tell, asked))
    return code


def _tell(asked: argparse.Namespace, summary: ScanSummary) -> int:
    """Say what a scan did; return the exit code."""
    value = {
        "photos": summary.photos,
        "faces": summary.faces,
        "people": summary.people,
        "seconds": round(summary.seconds, 3),
        "new_names": sum(names for _, names in summary.news),
        "errors": tell(summary.problems),
    }
    reply(
        asked,
        value,
        f"{summary.photos:,} photos, {summary.faces:,} faces, {summary.people:,} people "
        f"({summary.analyzed:,} files read in {duration(summary.seconds)})",
        *(_beside(folder, names) for folder, names in summary.news),
    )
    if not summary.reached:
        return NOTHING_DONE
    return SOME_UNREADABLE if summary.problems else DONE


def _beside(folder: Path, names: int) -> str:
    told = "1 new name is" if names == 1 else f"{names:,} new names are"
    look = f"photoorg metadata read {shlex.quote(shown(folder))} --preview"
    return f"{told} told beside photos. To look at them: {look}"


def run_group(asked: argparse.Namespace) -> int:
    """Group all faces of the library anew."""
    summary = follow(GroupRequest(asked.library, settings_for(asked.engine), preview=asked.preview))
    if asked.json:
        answer_json(
            {
                "joined": summary.joined,
                "split": summary.split,
                "moved": summary.moved,
                "names_lost": summary.names_lost,
                "faces": summary.faces,
                "people": summary.people,
                "new": summary.new,
                "seconds": round(summary.seconds, 3),
            }
        )
        return DONE
    answer(f"{summary.changes()}.")
    if asked.preview:
        answer("Nothing is changed. `photoorg group` does it, `photoorg undo` takes it back.")
    else:
        answer(
            f"{summary.faces:,} faces, {summary.people:,} people ({duration(summary.seconds)}); "
            "`photoorg undo` takes it back"
        )
    return DONE
