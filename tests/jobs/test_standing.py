"""Nothing that is no face comes first, and real faces stay in the open: with the shipped models."""

from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.demonstration import make_album
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import run
from photoorg.jobs.scan_request import ScanRequest
from photoorg.library import Face, Library, Standing
from photoorg.media.images import read_picture
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.settings import Settings

FIRST_ROWS = 30
WEB = 100
"""So many of the photos from the web are enough to bring things that look like faces."""


def scan(library: Path, folders: list[Path]) -> None:
    run(Control(lambda _: None), ScanRequest(library, folders, Settings(), STARTER))


def test_the_people_of_the_demonstration_come_first_and_its_blurs_last(tmp_path: Path) -> None:
    """What of its eight people is taken for a face - an ear, a blur - is no ninth one."""
    make_album(tmp_path / "album", FaceAnalyzer(read_pack(STARTER)))
    scan(tmp_path / "test.photoorg", [tmp_path / "album"])
    with Library.open(tmp_path / "test.photoorg") as library:
        people = library.people.list()
        in_the_open = [p for p in people if p.standing is Standing.PERSON]
        assert people[: len(in_the_open)] == in_the_open
        assert all(p.count >= 4 for p in in_the_open)
        assert len(in_the_open) == 8
        assert library.triage.faces()


class Judge:
    """Another detector, which says what is a face."""

    def __init__(self, library: Library, pack: Path) -> None:
        self._library = library
        self._analyzer = FaceAnalyzer(read_pack(pack))
        self._seen: dict[int, list[np.ndarray]] = {}

    def is_face(self, face: Face) -> bool:
        photo = face.photo_id
        if photo not in self._seen:
            picture = read_picture(self._library.photos.get(photo).path)
            self._seen[photo] = [np.array(one.box) for one in self._analyzer.detect(picture)]
        x, y, w, h = face.box
        middle = np.array([x + w / 2, y + h / 2])
        return any(
            (abs(middle - box[:2] - box[2:] / 2) < box[2:] / 2).all() and 1 / 3 < box[2] / w < 3
            for box in self._seen[photo]
        )


@pytest.mark.pack
def test_the_first_rows_show_faces_and_real_ones_stay_open(
    tmp_path: Path, photos: Path, test_pack: Path
) -> None:
    web = tmp_path / "web"
    web.mkdir()
    files = sorted(path for path in (photos / "web").rglob("*") if path.is_file())
    for number, path in enumerate(files[:: len(files) // WEB]):
        (web / f"{number}{path.suffix}").symlink_to(path)
    others = ("families", "mixed", "tv", "scenes", "formats", "orientation")
    scan(tmp_path / "test.photoorg", [web, *(photos / name for name in others)])
    with Library.open(tmp_path / "test.photoorg") as library:
        people = library.people.list()
        assert [p.standing for p in people] == sorted(
            (p.standing for p in people), key=list(Standing).index
        )
        judge = Judge(library, test_pack)
        covers = [p.cover_face_id for p in people[:FIRST_ROWS]]
        shown = [library.faces.get(cover) for cover in covers if cover is not None]
        assert len(shown) == FIRST_ROWS
        assert all(judge.is_face(face) for face in shown)
        faces = {
            standing: list(
                chain.from_iterable(
                    library.faces.of_person(p.id) for p in people if p.standing is standing
                )
            )
            for standing in Standing
        }
        real = {standing: sum(map(judge.is_face, own)) for standing, own in faces.items()}
        assert real[Standing.PERSON] >= 0.95 * sum(real.values())
        doubtful = faces[Standing.DOUBTFUL]
        assert len(doubtful) > 20
        assert real[Standing.DOUBTFUL] < len(doubtful) / 2
