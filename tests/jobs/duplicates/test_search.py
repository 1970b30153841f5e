"""The search: what is found, what is kept, and what is left for another time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from photoorg.analysis.faces import Detected
from photoorg.analysis.thumbnails import face_thumbnail, photo_thumbnail
from photoorg.errors import Cancelled
from photoorg.jobs.duplicates.request import (
    COMPARING,
    SEARCHING,
    DuplicatesRequest,
    DuplicatesSummary,
)
from photoorg.jobs.duplicates.search import run
from photoorg.jobs.messages import Message, Progress
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.duplicates.values import StackKind, Why
from photoorg.media.images import Picture
from tests.analysis.eyelids import with_closed_eyes
from tests.analysis.likeness.drawings import COPIES, drawing, thumbnail
from tests.analysis.real_faces import real_faces
from tests.library.conftest import add_photos


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "l.photoorg") as opened:
        yield opened


def add(library: Library, images: list[Image.Image]) -> list[int]:
    """Add photos as a scan does; return their ids."""
    folder = library.path.parent / f"folder {library.photos.count()}"
    before = {id_ for (id_,) in library.connection.rows("SELECT id FROM photos")}
    add_photos(library, folder, [0] * len(images))
    for n, (id_,) in enumerate(library.connection.rows("SELECT id FROM photos ORDER BY id")):
        library.connection.execute(
            "UPDATE photos SET taken_at = ? WHERE id = ?", (f"20{n // 60:02}-01-01", id_)
        )
    ids = sorted({id_ for (id_,) in library.connection.rows("SELECT id FROM photos")} - before)
    library.keep_thumbnails(
        {id_: thumbnail(image) for id_, image in zip(ids, images, strict=True)}, {}
    )
    return ids


def search(library: Library, *, quiet: bool = False) -> DuplicatesSummary:
    return run(Control(lambda _: None), DuplicatesRequest(library.path, quiet=quiet))


def near(library: Library) -> list[set[int]]:
    stacks = library.duplicates.stacks()
    return [set(stack.photo_ids) for stack in stacks if stack.kind is StackKind.NEAR]


def test_every_copy_is_in_the_stack_of_its_picture_and_no_other_picture(library: Library) -> None:
    originals = [drawing(seed) for seed in range(len(COPIES))]
    copies = [edit(image) for edit, image in zip(COPIES.values(), originals, strict=True)]
    ids = add(library, originals + copies + [drawing(seed) for seed in range(100, 110)])
    summary = search(library)
    count = len(originals)
    assert near(library) == [{ids[n], ids[n + count]} for n in range(count)]
    assert summary == DuplicatesSummary(stacks=count, unseen=0)
    assert summary.outcome() == f"{count} stacks of duplicates"


def test_a_second_search_looks_closely_only_at_what_is_new(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = drawing(1), drawing(2)
    first = add(library, [one, other, one.resize((300, 225))])
    search(library)
    with monkeypatch.context() as patch:
        patch.delattr("photoorg.jobs.duplicates.search.are_twins")
        patch.delattr("photoorg.jobs.duplicates.search.sketch")
        assert search(library).stacks == 1
    more = add(library, [other.resize((600, 450))])
    search(library)
    assert near(library) == [{first[0], first[2]}, {first[1], more[0]}]


def test_unasked_nothing_is_searched_again_until_there_is_something_new(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = add(library, [drawing(1), drawing(2), drawing(1).resize((600, 450))])
    assert search(library, quiet=True).stacks == 1
    with monkeypatch.context() as patch:
        patch.delattr("photoorg.jobs.duplicates.search.candidates")
        assert search(library, quiet=True).stacks == 1
        with pytest.raises(NameError):
            search(library)
    more = add(library, [drawing(2).resize((600, 450))])
    search(library, quiet=True)
    assert near(library) == [{ids[0], ids[2]}, {ids[1], more[0]}]


def test_unasked_photos_that_were_away_during_a_search_are_searched_when_they_are_back(
    library: Library,
) -> None:
    ids = add(library, [drawing(1), drawing(1).resize((600, 450))])
    search(library, quiet=True)
    library.connection.execute("DELETE FROM compared")
    library.connection.execute("UPDATE photos SET away = 1 WHERE id = ?", (ids[1],))
    add(library, [drawing(2)])
    library.connection.execute("UPDATE sketches SET searched = 0 WHERE photo_id = ?", (ids[1],))
    search(library, quiet=True)
    assert library.duplicates.searched()
    library.connection.execute("UPDATE photos SET away = 0")
    assert not library.duplicates.searched()
    search(library, quiet=True)
    assert near(library) == [set(ids)]


def test_unasked_a_search_that_was_stopped_goes_on_too(library: Library) -> None:
    ids = add(library, [drawing(1), drawing(1).resize((600, 450))])
    control: Control

    def stop(message: Message) -> None:
        if isinstance(message, Progress) and message.stage == SEARCHING:
            control.cancel()

    control = Control(stop)
    with pytest.raises(Cancelled):
        run(control, DuplicatesRequest(library.path, quiet=True))
    assert near(library) == []
    search(library, quiet=True)
    assert near(library) == [set(ids)]


def test_a_scan_can_run_beside_it_and_photos_can_go(library: Library) -> None:
    ids = add(library, [drawing(1), drawing(1).resize((600, 450)), drawing(2)])

    def scan(message: Message) -> None:
        if isinstance(message, Progress) and message.stage == COMPARING:
            library.connection.execute("DELETE FROM photos WHERE id = ?", (ids[0],))

    with library.exclusive("jobs"):
        run(Control(scan), DuplicatesRequest(library.path))
    assert near(library) == []


def test_a_search_that_was_stopped_goes_on(library: Library) -> None:
    ids = add(library, [drawing(1), drawing(1).resize((600, 450))])
    control: Control

    def stop(message: Message) -> None:
        if isinstance(message, Progress) and message.done == len(ids):
            control.cancel()

    control = Control(stop)
    with pytest.raises(Cancelled):
        run(control, DuplicatesRequest(library.path))
    assert library.duplicates.waiting() == []
    assert near(library) == []
    search(library)
    assert near(library) == [set(ids)]


def test_photos_without_a_thumbnail_are_told_and_looked_at_later(library: Library) -> None:
    ids = add(library, [drawing(1), drawing(1).resize((600, 450))])
    library.thumbnails.drop([ids[1]], [])
    assert search(library) == DuplicatesSummary(stacks=0, unseen=1)
    library.keep_thumbnails({ids[1]: thumbnail(drawing(1))}, {})
    assert search(library) == DuplicatesSummary(stacks=1, unseen=0)


def test_an_empty_library_has_none(library: Library) -> None:
    assert search(library) == DuplicatesSummary(stacks=0, unseen=0)


def test_of_one_picture_the_sharpness_is_measured(library: Library) -> None:
    ids = add(library, [drawing(1), drawing(1).resize((60, 45)).resize((1200, 900)), drawing(2)])
    search(library)
    values: dict[int, float | None] = dict(
        library.connection.rows("SELECT photo_id, sharpness FROM sketches")
    )
    assert (values[ids[0]] or 0) > (values[ids[1]] or 0) > 0
    assert values[ids[2]] is None


def test_of_pictures_taken_together_that_with_open_eyes_is_the_best(library: Library) -> None:
    whole, faces = group_photo()
    blinking = with_closed_eyes(whole, faces[0].landmarks)
    sharper = replace(
        blinking, pixels=cv2.addWeighted(blinking.pixels, 1.05, blinking.pixels, 0, 0)
    )
    taken = [blinking, whole, sharper]
    add_photos(library, library.path.parent / "burst", [len(faces)] * len(taken))
    ids = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos ORDER BY id")]
    for second, (photo, picture) in enumerate(zip(ids, taken, strict=True)):
        library.connection.execute(
            "UPDATE photos SET width = ?, height = ?, camera = 'c', taken_at = ? WHERE id = ?",
            (whole.width, whole.height, f"2020-01-01T10:00:0{second}", photo),
        )
        shown = [
            i
            for (i,) in library.connection.rows(
                "SELECT id FROM faces WHERE photo_id = ? ORDER BY id", (photo,)
            )
        ]
        for id_, face in zip(shown, faces, strict=True):
            library.connection.execute(
                "UPDATE faces SET x = ?, y = ?, w = ?, h = ?, landmarks = ?, quality = 0.5 "
                "WHERE id = ?",
                (*face.box, np.asarray(face.landmarks, np.float32).tobytes(), id_),
            )
        crops = {
            id_: face_thumbnail(picture, face.box) for id_, face in zip(shown, faces, strict=True)
        }
        library.keep_thumbnails({photo: photo_thumbnail(picture)}, crops)
    search(library)
    closed: dict[int, int] = dict(
        library.connection.rows("SELECT photo_id, closed_eyes FROM sketches")
    )
    assert closed == {ids[0]: 1, ids[1]: 0, ids[2]: 1}
    (stack,) = library.duplicates.stacks()
    assert stack.photo_ids[0] == ids[1]
    assert stack.why is Why.EYES


def group_photo() -> tuple[Picture, list[Detected]]:
    """Return a photo of several people and their faces."""
    first = real_faces()[0][0]
    return first, [face for picture, face in real_faces() if picture is first]
