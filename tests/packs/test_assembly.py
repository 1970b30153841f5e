"""A recogniser that came alone gets the program's own detector, and its pixels as it wants them."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.networks import load_networks
from photoorg.errors import ModelError
from photoorg.packs.assembly import STARTER, assemble, own_detector, recognizer_file
from photoorg.packs.models import check_pack, read_pack
from photoorg.packs.offers import Recognizer
from photoorg.packs.pack_list import facts_of
from tests.analysis.tiny_pack import write_detector, write_manifest, write_pack, write_recognizer
from tests.packs.lone_networks import AS_THEY_ARE, SCALED, offer_of, write_like_the_zoo


def embedding(pack: Path, color: tuple[int, int, int]) -> list[float]:
    """Return what the pack's recogniser gives for a face of one colour (red, green, blue)."""
    face = np.full((112, 112, 3), color[::-1], np.uint8)
    networks = load_networks(read_pack(pack), "cpu", 1)
    numbers: list[float] = np.asarray(networks.recognizer.get_feat([face]))[0].tolist()
    return numbers


def test_scaled_pixels(tmp_path: Path) -> None:
    write_recognizer(tmp_path / "lone.onnx", batch=1)
    data = (tmp_path / "lone.onnx").read_bytes()
    assemble(offer_of(data, SCALED), SCALED, tmp_path, STARTER)
    check_pack(read_pack(tmp_path))
    assert embedding(tmp_path, (255, 127, 0)) == pytest.approx([1.0, -0.5 / 127.5, -1.0], abs=1e-5)


def test_pixels_as_they_are(tmp_path: Path) -> None:
    data = write_like_the_zoo(tmp_path / "lone.onnx")
    assemble(offer_of(data, AS_THEY_ARE), AS_THEY_ARE, tmp_path, STARTER)
    check_pack(read_pack(tmp_path))
    found = embedding(tmp_path, (255, 128, 0))
    assert found == pytest.approx([127.5 / 128, 0.5 / 128, -127.5 / 128], abs=1e-5)


def test_what_the_pack_says_of_itself(tmp_path: Path) -> None:
    data = write_like_the_zoo(tmp_path / "lone.onnx")
    offer = offer_of(data, AS_THEY_ARE)
    assemble(offer, AS_THEY_ARE, tmp_path, STARTER)
    pack = read_pack(tmp_path)
    facts = facts_of(pack)
    assert (pack.name, pack.dimension, pack.recognizer.name) == (
        "Lone one",
        3,
        recognizer_file(offer),
    )
    assert pack.model_id == f"lone-{offer.sha256[:12]}"
    assert (facts.accuracy, facts.terms) == (0.99, "Apache-2.0")
    assert pack.terms == "Only for tests."
    assert pack.detector.read_bytes() == own_detector()[0].read_bytes()


def test_networks_that_do_not_fit_together(tmp_path: Path) -> None:
    data = write_like_the_zoo(tmp_path / "lone.onnx")
    long = Recognizer(512, 0.0, 1.0)
    assemble(offer_of(data, long), long, tmp_path, STARTER)
    with pytest.raises(ModelError, match="promises embeddings of 512 numbers"):
        read_pack(tmp_path)
    write_detector(tmp_path / "lone.onnx")
    with pytest.raises(ModelError, match="is no face recogniser"):
        read_pack(tmp_path)


def test_without_a_detector_of_its_own_the_program_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="belongs to the program cannot be used"):
        own_detector(tmp_path)
    starter = write_pack(tmp_path / "starter")
    write_manifest(starter)
    detector, entry = own_detector(starter)
    assert (detector.name, entry["file"]) == ("det_tiny.onnx", "det_tiny.onnx")
    write_detector(starter / "det_tiny.onnx", 0.5)
    with pytest.raises(ModelError, match=r"SHA-256 differs.*install the program again"):
        own_detector(starter)
