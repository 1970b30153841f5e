"""``photoorg models``: the face model packs on this machine, and how to get one."""

import argparse
from pathlib import Path
from typing import Any

from photoorg.commands.follow import follow
from photoorg.commands.terminal import (
    DONE,
    NOTHING_DONE,
    Commands,
    add_json,
    answer,
    answer_json,
    say,
    table,
)
from photoorg.errors import UsageError
from photoorg.jobs.download_request import DownloadRequest
from photoorg.packs.offers import PackOffer, offers
from photoorg.packs.pack_list import PackEntry, list_packs, not_installed, used_folder
from photoorg.settings import load


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    models = commands.add_parser("models", help="list or download face model packs")
    parts = models.add_subparsers(title="what to do", metavar="WHAT", required=True)
    listing = parts.add_parser("list", help="list the packs on this machine, and those to download")
    add_json(listing)
    listing.set_defaults(command=run_list)
    download = parts.add_parser("download", help="install a pack after showing its terms")
    download.add_argument("name", metavar="NAME", help="as `photoorg models list` tells it")
    download.add_argument("--accept-terms", action="store_true", help="you accept the terms")
    download.add_argument(
        "--from", dest="file", type=Path, metavar="FILE", help="a file you downloaded yourself"
    )
    download.set_defaults(command=run_download)


def run_list(asked: argparse.Namespace) -> int:
    """List the packs, the one in use marked, and those that can be downloaded."""
    settings = load()
    used = used_folder(None, settings)
    entries = list_packs(settings)
    more = not_installed(entries)
    if asked.json:
        there = [_as_json(entry, used=entry.folder == used) for entry in entries]
        answer_json([*there, *map(_offer_as_json, more)])
        return DONE
    answer(
        *table(
            ("", "NAME", "ACCURACY", "MS A FACE", "MB", "TERMS", "FOLDER"),
            [_row(entry, used=entry.folder == used) for entry in entries],
        )
    )
    for offer in more:
        say("", f"{offer.title}, {offer.size / 1e6:,.0f} MB, {offer.licence}", offer.about)
        say(f"    photoorg models download {offer.name}")
    return DONE


def _as_json(entry: PackEntry, *, used: bool) -> dict[str, Any]:
    return {
        "name": entry.name,
        "bytes": round(entry.megabytes * 1e6),
        "folder": str(entry.folder),
        "used": used,
        "installed": True,
        "problem": entry.problem,
        "accuracy": entry.facts.accuracy,
        "ms_per_face": entry.facts.ms_per_face,
        "terms": entry.facts.terms,
        "source": entry.facts.source,
    }


def _offer_as_json(offer: PackOffer) -> dict[str, Any]:
    """Return a pack to download in the form of one that is there; ``bytes`` is the download."""
    return {
        "name": offer.name,
        "bytes": offer.size,
        "folder": None,
        "used": False,
        "installed": False,
        "problem": "",
        "accuracy": offer.accuracy,
        "ms_per_face": None,
        "terms": offer.licence,
        "source": "told by its makers",
        "title": offer.title,
        "about": offer.about,
        "url": offer.url,
        "sha256": offer.sha256,
    }


def _row(entry: PackEntry, *, used: bool) -> tuple[object, ...]:
    facts = entry.facts
    return (
        "*" if used else "",
        entry.name,
        f"{100 * facts.accuracy:.1f} %" if facts.accuracy is not None else "-",
        f"{facts.ms_per_face:.0f}" if facts.ms_per_face is not None else "-",
        round(entry.megabytes),
        facts.terms or "-",
        entry.problem or str(entry.folder),
    )


def run_download(asked: argparse.Namespace) -> int:
    """Show size and terms; with --accept-terms download the pack or go on with a download."""
    offer = offers().get(asked.name)
    if offer is None:
        raise UsageError(f"There is no pack “{asked.name}” to download; try {', '.join(offers())}.")
    file = None if asked.file is None else asked.file.expanduser().absolute()
    say(
        f"{offer.name}: {offer.size / 1e6:,.0f} MB from {file or offer.url}",
        "",
        *offer.terms.splitlines(),
    )
    if not asked.accept_terms:
        done = "downloaded" if file is None else "installed"
        say(f"Nothing was {done}. If you accept these terms, add --accept-terms.")
        return NOTHING_DONE
    summary = follow(DownloadRequest(offer, accept_terms=True, file=file))
    answer(f"Installed in {summary.folder}")
    return DONE
