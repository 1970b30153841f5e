"""``photoorg models``: the face model packs on this machine, and how to get one."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from photoorg.analysis.download import BUFFALO_L
from photoorg.analysis.models import (
    MANIFEST,
    ModelPack,
    find_pack,
    installed_models,
    read_pack,
)
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
from photoorg.errors import ModelError, UsageError
from photoorg.jobs.messages import DownloadSummary
from photoorg.jobs.worker import DOWNLOAD
from photoorg.settings import RESOURCES, Settings, load

OFFERS = {BUFFALO_L.name: BUFFALO_L}


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    models = commands.add_parser("models", help="list or download face model packs")
    parts = models.add_subparsers(title="what to do", metavar="WHAT", required=True)
    listing = parts.add_parser("list", help="list the packs on this machine")
    add_json(listing)
    listing.set_defaults(command=run_list)
    download = parts.add_parser("download", help="download a pack after showing its terms")
    download.add_argument("name", metavar="NAME", help=", ".join(OFFERS))
    download.add_argument("--accept-terms", action="store_true", help="you accept the terms")
    download.set_defaults(command=run_download)


def run_list(asked: argparse.Namespace) -> int:
    """List the packs; the one in use is marked."""
    settings = load()
    try:
        used = find_pack(None, settings).folder
    except ModelError:
        used = None
    rows = []
    for folder, pack, reason in _packs(settings):
        size = sum(file.stat().st_size for file in folder.glob("*.onnx"))
        name = pack.name if pack else folder.name
        rows.append((name, size, str(folder), folder == used, reason))
    if asked.json:
        keys = ("name", "bytes", "folder", "used", "problem")
        answer_json([dict(zip(keys, row, strict=True)) for row in rows])
        return DONE
    answer(
        *table(
            ("", "NAME", "MB", "FOLDER"),
            [("*" if row[3] else "", row[0], row[1] // 10**6, row[4] or row[2]) for row in rows],
        )
    )
    if not rows:
        say(f"To download one: photoorg models download {BUFFALO_L.name}")
    return DONE


def _packs(settings: Settings) -> Iterator[tuple[Path, ModelPack | None, str]]:
    """Yield each pack's folder with the pack, or with the reason why it cannot be used."""
    places = [Path(settings.models).expanduser()] if settings.models else []
    for place in (*places, installed_models(), RESOURCES / "models"):
        below = sorted(place.iterdir()) if place.is_dir() else []
        for folder in (place, *below):
            if folder.name.startswith(".") or not folder.is_dir():
                continue
            if not (folder / MANIFEST).is_file() and not any(folder.glob("*.onnx")):
                continue
            try:
                yield folder.resolve(), read_pack(folder), ""
            except ModelError as error:
                yield folder.resolve(), None, str(error)


def run_download(asked: argparse.Namespace) -> int:
    """Show size and terms; with --accept-terms download the pack or go on with a download."""
    offer = OFFERS.get(asked.name)
    if offer is None:
        raise UsageError(f"There is no pack “{asked.name}” to download; try {', '.join(OFFERS)}.")
    say(f"{offer.name}: {offer.size / 1e6:,.0f} MB from {offer.url}", "", offer.terms)
    if not asked.accept_terms:
        say("Nothing was downloaded. If you accept these terms, add --accept-terms.")
        return NOTHING_DONE
    summary = follow(DOWNLOAD, offer=offer, accept_terms=True)
    assert isinstance(summary, DownloadSummary)
    answer(f"Installed in {summary.folder}")
    return DONE
