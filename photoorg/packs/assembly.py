"""Makes a pack of a recogniser that came alone: the program's own detector and a manifest with it.

The recogniser lies in the folder already; what it takes and gives is told by
:class:`photoorg.packs.offers.Recognizer`.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from photoorg.errors import ModelError
from photoorg.json_files import read_json
from photoorg.packs.models import LICENSE_FILES, MANIFEST, check_pack, read_pack
from photoorg.packs.offers import PackOffer, Recognizer
from photoorg.packs.pack_list import CARD
from photoorg.settings import RESOURCES
from photoorg.tr import tr

STARTER = RESOURCES / "models" / "starter"
DETECTOR = "detector.onnx"


def own_detector(starter: Path = STARTER) -> tuple[Path, dict[str, Any]]:
    """Return the starter pack's detector and what its manifest tells of it.

    Raises :class:`ModelError` when it is missing or damaged.
    """
    try:
        pack = read_pack(starter)
        check_pack(pack)
        return pack.detector, dict(read_json(starter / MANIFEST)["tasks"]["detection"])
    except (ModelError, OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            tr(
                "The face detector that belongs to the program cannot be used ({error}); install "
                "the program again.",
                error=error,
            )
        ) from error


def assemble(offer: PackOffer, recognizer: Recognizer, folder: Path, starter: Path) -> None:
    """Complete ``folder``, in which ``recognizer_file(offer)`` lies, with the starter's detector.

    Raises as :func:`own_detector`, and OSError when the disk cannot be written. Whether the
    recogniser is one is for :func:`photoorg.packs.models.read_pack` to tell.
    """
    detector, entry = own_detector(starter)
    shutil.copyfile(detector, folder / DETECTOR)
    (folder / LICENSE_FILES[0]).write_text(offer.terms, encoding="utf-8")
    _write(folder / CARD, _card(offer))
    manifest = {
        "manifest_version": 2,
        "model_id": offer.name,
        "display_name": offer.title,
        "license": LICENSE_FILES[0],
        "tasks": {
            "detection": entry | {"file": DETECTOR},
            "recognition": {
                "file": recognizer_file(offer),
                "sha256": offer.sha256,
                "preprocessing": {"mean": recognizer.mean, "std": recognizer.std},
                "input_size": [112, 112],
                "embedding_dimension": recognizer.dimension,
            },
        },
    }
    _write(folder / MANIFEST, manifest)


def recognizer_file(offer: PackOffer) -> str:
    """Return what the recogniser of a pack is called in its folder."""
    return f"{offer.name}.onnx"


def _card(offer: PackOffer) -> dict[str, Any]:
    figures = {} if offer.accuracy is None else {"verification": {"accuracy": offer.accuracy}}
    return {"name": offer.title, "licence": offer.licence, "figures": figures}


def _write(file: Path, content: dict[str, Any]) -> None:
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
