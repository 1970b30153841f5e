"""The hard search: tiles that leave nothing out, and nothing that was found as usual is lost."""

from itertools import pairwise
from pathlib import Path

import pytest

from photoorg.analysis.closer import OVERLAP, _spans
from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.harder import CLOSER, HardAnalyzer
from photoorg.media.images import read_picture
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack

PACK = read_pack(STARTER)


@pytest.mark.parametrize("length", [640, 1000, 3000, 4000])
@pytest.mark.parametrize("closer", CLOSER)
def test_tiles_cover_everything_and_overlap(length: int, closer: int) -> None:
    side = 4000 / (closer - (closer - 1) * OVERLAP)
    spans = _spans(length, side)
    assert spans[0][0] == 0
    assert spans[-1][1] == length
    for (_, end), (start, _) in pairwise(spans):
        assert end - start >= OVERLAP * side - 2
    if length == 4000:
        assert len(spans) == closer


def test_what_is_found_as_usual_is_found_at_the_same_place(tmp_path: Path) -> None:
    usual = FaceAnalyzer(PACK)
    make_album(tmp_path / "album", usual)
    picture = read_picture(min((tmp_path / "album").rglob("*.jpg")))
    before = [face.box for face in usual.detect(picture)]
    after = [face.box for face in HardAnalyzer(PACK).detect(picture)]
    assert before
    assert set(before) <= set(after)
