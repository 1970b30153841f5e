"""``photoorg models``: the face model packs on this machine, and how to get one."""

import argparse
from typing import TYPE_CHECKING, Any

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
from photoorg.packs.pack_list import PackEntry, list_packs, used_folder
from photoorg.settings import load

if TYPE_CHECKING:
    from photoorg.packs.download import PackOffer

OFFERED = "buffalo_l"


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    models = commands.add_parser("models", help="list or download face model packs")
    parts = models.add_subparsers(title="what to do", metavar="WHAT", required=True)
    listing = parts.add_parser("list", help="list the packs on this machine")
    add_json(listing)
    listing.set_defaults(command=run_list)
    download = parts.add_parser("download", help="download a pack after showing its terms")
    download.add_argument("name", metavar="NAME", help=OFFERED)
    download.add_argument("--accept-terms", action="store_true", help="you accept the terms")
    download.set_defaults(command=run_download)


def offers() -> dict[str, "PackOffer"]:
    """Return the packs that can be downloaded, by name."""
    from photoorg.packs.download import BUFFALO_L  # with all of http: seldom needed

    return {BUFFALO_L.name: BUFFALO_L}


def run_list(asked: argparse.Namespace) -> int:
    """List the packs; the one in use is marked."""
    settings = load()
    used = used_folder(None, settings)
    entries = list_packs(settings)
    if asked.json:
        answer_json([_as_json(entry, used=entry.folder == used) for entry in entries])
        return DONE
    answer(
        *table(
            ("", "NAME", "ACCURACY", "MS A FACE", "MB", "TERMS", "FOLDER"),
            [_row(entry, used=entry.folder == used) for entry in entries],
        )
    )
    if not any(entry.name == OFFERED for entry in entries):
        say(f"A more accurate one, for research only: photoorg models download {OFFERED}")
    return DONE


def _as_json(entry: PackEntry, *, used: bool) -> dict[str, Any]:
    return {
        "name": entry.name,
        "bytes": round(entry.megabytes * 1e6),
        "folder": str(entry.folder),
        "used": used,
        "problem": entry.problem,
        "accuracy": entry.facts.accuracy,
        "ms_per_face": entry.facts.ms_per_face,
        "terms": entry.facts.terms,
        "source": entry.facts.source,
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
    say(f"{offer.name}: {offer.size / 1e6:,.0f} MB from {offer.url}", "", *offer.terms.splitlines())
    if not asked.accept_terms:
        say("Nothing was downloaded. If you accept these terms, add --accept-terms.")
        return NOTHING_DONE
    summary = follow(DownloadRequest(offer, accept_terms=True))
    answer(f"Installed in {summary.folder}")
    return DONE
