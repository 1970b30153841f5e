"""Every face model pack on this machine, side by side: how good, how fast, how big, whose terms.

The figures are the pack's own where it brings a model card, and for InsightFace's packs those that
their authors publish. Where nobody tells, nothing is told. Standard library only, as the window
asks.
"""

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from photoorg.errors import ModelError
from photoorg.json_files import read_json
from photoorg.packs.finding import find_pack, installed_models
from photoorg.packs.models import MANIFEST, ModelPack, check_pack, read_pack
from photoorg.packs.offers import RESEARCH, PackOffer, offers
from photoorg.private_files import make_folder
from photoorg.settings import RESOURCES, Settings
from photoorg.tr import kept, tr

log = logging.getLogger(__name__)

CARD = "model-card.json"
ADDED = "added-folders.txt"
"""The packs that lie elsewhere, one folder a line, beside those that were downloaded."""

Origin = Literal["own", "installed", "added"]

ZOO = kept("published by InsightFace")
UNKNOWN_TERMS = kept("terms not stated")


@dataclass(frozen=True, slots=True)
class PackFacts:
    """What is known about a pack; None or empty where nobody tells.

    ``accuracy`` is the share of right answers on pairs of photos like LFW's, ``ms_per_face`` on
    one processor core; ``source`` says who measured.
    """

    accuracy: float | None = None
    ms_per_face: float | None = None
    terms: str = ""
    source: str = ""


PUBLISHED = {
    "w600k_r50": PackFacts(0.9983, 33.0, RESEARCH, ZOO),
    "w600k_mbf": PackFacts(0.9970, None, RESEARCH, ZOO),
    "glintr100": PackFacts(None, None, RESEARCH, ZOO),
    "edgeface_xs": PackFacts(None, None, RESEARCH, ""),
}
"""By recogniser: buffalo_l and _m, buffalo_s and _sc, antelopev2, EdgeFace-XS. The accuracies are
LFW's in the table of InsightFace's Python package (github.com/deepinsight/insightface); the time
of the ResNet-50 was measured with photoorg on one core of an ordinary machine."""


@dataclass(frozen=True, slots=True)
class PackEntry:
    """A folder with a pack, or with what should be one: then ``problem`` says why it is not."""

    folder: Path
    origin: Origin
    pack: ModelPack | None
    problem: str
    megabytes: float
    facts: PackFacts

    @property
    def name(self) -> str:
        """What the user calls the pack."""
        return self.pack.name if self.pack else self.folder.name

    @property
    def setting(self) -> str:
        """What stands in the settings when this pack is chosen."""
        return str(self.folder) if self.origin == "added" else self.folder.name


def list_packs(
    settings: Settings, *, installed: Path | None = None, resources: Path | None = None
) -> list[PackEntry]:
    """Return every pack: the program's own, the installed ones, the folders the user added."""
    installed = installed or installed_models()
    added = added_folders(installed)
    if len(Path(settings.models).parts) > 1:
        added.append(Path(settings.models).expanduser())
    places: list[tuple[Origin, Path]] = [
        ("own", resources or RESOURCES / "models"),
        ("installed", installed),
        *(("added", folder) for folder in added),
    ]
    entries: dict[Path, PackEntry] = {}
    for origin, place in places:
        for folder in _folders_with_models(place):
            # A link's target, or networks at the top of the place, go by their whole path.
            inside = folder.parent == place.resolve()
            entries.setdefault(folder, _entry(folder, origin if inside else "added"))
    return list(entries.values())


def facts_of_offer(offer: PackOffer) -> PackFacts:
    """Return what is known about a pack that can be downloaded."""
    return PackFacts(offer.accuracy, None, offer.licence, kept("told by its makers"))


def not_installed(entries: list[PackEntry]) -> list[PackOffer]:
    """Return the packs that can be downloaded and are not among ``entries``."""
    there = {entry.folder.name for entry in entries if entry.pack and entry.origin == "installed"}
    return [offer for offer in offers().values() if offer.name not in there]


def used_folder(models: Path | None, settings: Settings) -> Path | None:
    """Return the folder of the pack in use, None without any."""
    try:
        return find_pack(models, settings).folder.resolve()
    except ModelError:
        return None


def add_folder(folder: Path, installed: Path | None = None) -> list[PackEntry]:
    """Remember a folder that holds one pack or several; return them.

    Raises :class:`ModelError` when it holds none that can be used.
    """
    installed = installed or installed_models()
    folder = Path(os.path.abspath(folder.expanduser()))  # noqa: PTH100 - keeps links
    entries = [_entry(found, "added") for found in _folders_with_models(folder)]
    if not entries:
        raise ModelError(
            tr(
                "{folder} holds no face models (ONNX files); choose the folder of a model pack.",
                folder=folder,
            )
        )
    usable = [entry for entry in entries if entry.pack is not None]
    if not usable:
        raise ModelError(entries[0].problem)
    known = added_folders(installed)
    if folder not in known:
        try:
            make_folder(installed)
            lines = "".join(f"{one}\n" for one in [*known, folder])
            (installed / ADDED).write_text(lines, encoding="utf-8", errors="surrogateescape")
        except OSError as error:
            log.warning("the folder %s is not remembered: %s", folder, error)
    return usable


def added_folders(installed: Path | None = None) -> list[Path]:
    """Return the folders that the user added."""
    file = (installed or installed_models()) / ADDED
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return [Path(line) for line in text.splitlines() if line.strip()]


def _folders_with_models(place: Path) -> Iterator[Path]:
    """Yield ``place`` and the folders in it that hold networks, their links followed."""
    try:
        below = sorted(place.iterdir())
    except OSError:
        return
    for folder in (place, *below):
        # A name that begins with a dot is an unfinished download.
        if folder.name.startswith(".") or not folder.is_dir():
            continue
        if (folder / MANIFEST).is_file() or any(folder.glob("*.onnx")):
            yield folder.resolve()


def _entry(folder: Path, origin: Origin) -> PackEntry:
    size = sum(file.stat().st_size for file in folder.glob("*.onnx")) / 1e6
    try:
        pack = read_pack(folder)
        check_pack(pack)
    except ModelError as error:
        return PackEntry(folder, origin, None, str(error), size, PackFacts())
    return PackEntry(folder, origin, pack, "", size, facts_of(pack))


def facts_of(pack: ModelPack) -> PackFacts:
    """Return what the pack's card tells, or what is published about its recogniser."""
    card = _read_card(pack.folder / CARD)
    known = PUBLISHED.get(pack.recognizer.stem, PackFacts())
    if card is None:
        return known if known.terms else PackFacts(terms=_first_words(pack.terms))
    figures = _part(card, "figures")
    accuracy = _part(figures, "verification").get("accuracy")
    per_face = figures.get("ms_per_face")
    terms = card.get("licence") or card.get("license") or pack.terms
    return PackFacts(
        accuracy=accuracy if isinstance(accuracy, float) and 0 <= accuracy <= 1 else None,
        ms_per_face=float(per_face) if isinstance(per_face, int | float) else None,
        terms=_first_words(terms if isinstance(terms, str) else ""),
        source=kept("measured by its makers"),
    )


def _read_card(file: Path) -> dict[str, Any] | None:
    try:
        card = read_json(file)
    except (OSError, ValueError):
        return None
    return card if isinstance(card, dict) else None


def _part(card: dict[str, Any], name: str) -> dict[str, Any]:
    part = card.get(name)
    return part if isinstance(part, dict) else {}


def _first_words(terms: str) -> str:
    """Return the name of a licence, or how its text begins.

    >>> _first_words("MIT, see MODEL.LICENSE"), _first_words("Apache-2.0."), _first_words("")
    ('MIT', 'Apache-2.0', 'terms not stated')
    """
    lines = [line.strip() for line in terms.splitlines() if line.strip()]
    if not lines:
        return UNKNOWN_TERMS
    known = re.search(
        r"\b(MIT|Apache|BSD|GPL|CC[ -]BY[^ ,;]*)\b([^,;.]|\.\d)*", " ".join(lines[:4])
    )
    words = known.group(0) if known else lines[0]
    return words.strip() if len(words) <= 40 else f"{words[:39].rstrip()}…"
