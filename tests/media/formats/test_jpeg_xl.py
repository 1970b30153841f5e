"""JPEG XL is an extra, and has to prove itself."""

import sys

import numpy as np
import pytest

from photoorg.errors import PhotoError
from photoorg.media.formats import jpeg_xl
from photoorg.media.images import read_picture


@pytest.fixture(autouse=True)
def _ask_anew() -> None:
    jpeg_xl.why_not.cache_clear()


def test_without_the_decoder_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pylibjxl", None)
    with pytest.raises(PhotoError) as caught:
        read_picture(b"\xff\x0a" + bytes(100))
    assert caught.value.reason == jpeg_xl.MISSING


def test_a_decoder_that_decodes_wrongly_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    pylibjxl = pytest.importorskip("pylibjxl")
    monkeypatch.setattr(pylibjxl, "decode", lambda _: np.zeros((8, 8, 3), np.uint8))
    assert jpeg_xl.why_not() == jpeg_xl.WRONG


def test_a_picture_is_decoded_upright_and_whole() -> None:
    pylibjxl = pytest.importorskip("pylibjxl")
    pixels = np.random.default_rng(1).integers(0, 255, (30, 50, 3), np.uint8)
    picture = read_picture(pylibjxl.encode(pixels, lossless=True))
    np.testing.assert_array_equal(picture.pixels[..., ::-1], pixels)
    assert not picture.oriented


def test_a_cut_off_picture_is_told() -> None:
    pylibjxl = pytest.importorskip("pylibjxl")
    data = pylibjxl.encode(np.full((300, 300, 3), 90, np.uint8), lossless=True)
    with pytest.raises(PhotoError):
        read_picture(data[: len(data) // 2])
