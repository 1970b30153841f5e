"""Closed eyes: of real faces, as they are and with painted lids."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.likeness.eyes import Eyes
from photoorg.analysis.thumbnails import face_thumbnail, on_face_thumbnail
from photoorg.errors import ModelError
from photoorg.types import Pixels
from tests.analysis.eyelids import with_closed_eyes
from tests.analysis.real_faces import real_faces


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes()


def test_real_faces_have_open_eyes_until_they_are_painted_over(eyes: Eyes) -> None:
    as_they_are, painted = [], []
    for picture, face in real_faces():
        places = on_face_thumbnail(face.landmarks, face.box, picture.width, picture.height)
        as_they_are.append(eyes.closed(face_thumbnail(picture, face.box), places))
        closed = with_closed_eyes(picture, face.landmarks)
        painted.append(eyes.closed(face_thumbnail(closed, face.box), places))
    assert len(as_they_are) >= 6
    assert not any(as_they_are)
    assert np.mean(painted) > 0.8


def test_what_cannot_be_seen_is_not_closed(eyes: Eyes) -> None:
    places = np.full((5, 2), 0.5, np.float32)
    assert not eyes.closed(b"", places)
    assert not eyes.closed(jpeg(np.zeros((90, 90, 3), np.uint8)), places)
    assert not eyes.closed(jpeg(np.zeros((90, 90, 3), np.uint8)), places * np.nan)
    picture, face = real_faces()[0]
    tiny = Image.open(BytesIO(face_thumbnail(with_closed_eyes(picture, face.landmarks), face.box)))
    where = on_face_thumbnail(face.landmarks, face.box, picture.width, picture.height)
    assert not eyes.closed(jpeg(np.asarray(tiny.resize((20, 20)))), where)


def test_a_network_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "eyes.onnx").write_bytes(b"nothing")
    picture, face = real_faces()[0]
    places = on_face_thumbnail(face.landmarks, face.box, picture.width, picture.height)
    with pytest.raises(ModelError, match=r"eyes\.onnx"):
        Eyes(tmp_path / "eyes.onnx").closed(face_thumbnail(picture, face.box), places)


def jpeg(pixels: Pixels) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=95)
    return file.getvalue()
