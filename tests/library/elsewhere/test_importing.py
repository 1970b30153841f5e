"""Names of other programs on faces of the library, and what the user said before them."""

from pathlib import Path

import pytest

from photoorg.library import Library
from photoorg.library.checking import check
from photoorg.library.decisions import actions, drawing
from photoorg.library.elsewhere.importing import NO_FACE, SAID, TWICE, Names, plan, take_over
from photoorg.library.elsewhere.matching import (
    CONTRADICTION,
    ELSEWHERE,
    UNFIT,
    Place,
    known_faces,
    names_of,
)
from photoorg.metadata.names.gathering import PhotoTold
from photoorg.metadata.names.values import Region, Told
from photoorg.types import Box
from tests.library.conftest import decided

SIZE = (640, 480)


def region(name: str, box: Box, size: tuple[float, float] | None = SIZE) -> Region:
    return Region(name, Box(box.x / 640, box.y / 480, box.w / 640, box.h / 480), size)


def around(library: Library, face: int, by: float = 3) -> Box:
    x, y, w, h = library.faces.get(face).box
    return Box(x - by, y - by, w + 2 * by, h + 2 * by)


def read(
    library: Library, told: dict[int, list[Region]], author: str = "picasa", orientation: int = 1
) -> Names:
    """Plan what is told of photos."""
    places = {
        photo: Place(photo, one.width, one.height, one.turned)
        for photo in told
        for one in [library.photos.get(photo)]
    }
    faces = known_faces(library, places.values())
    return plan(
        library,
        [
            (
                photo,
                names_of(
                    places[photo],
                    [PhotoTold(Path("a.jpg"), (Told(author, tuple(some)),), orientation)],
                    faces[photo],
                ),
            )
            for photo, some in told.items()
        ],
    )


def of_group(library: Library, faces: list[int], name: str) -> dict[int, list[Region]]:
    return {
        library.faces.get(face).photo_id: [region(name, around(library, face))] for face in faces
    }


def name_of(library: Library, face: int) -> str | None:
    return library.faces.get(face).person_name


def test_a_region_names_the_face_and_the_group_it_is_in(library, family) -> None:
    before = decided(library)
    names = read(library, of_group(library, family[0][:3], "Anna"))
    assert (len(names.named), len(names.drawn), names.names) == (3, 0, 3)
    assert decided(library) == before
    take_over(library, names)
    assert [name_of(library, face) for face in family[0]] == ["Anna"] * 4
    assert [library.faces.get(face).confirmed for face in family[0]] == [True, True, True, False]
    assert {answer.author for answer in library.ledger.answers()} == {"picasa"}
    assert check(library) == []
    library.history.undo()
    assert decided(library) | {"edits": []} == before | {"edits": []}
    library.history.redo()
    assert name_of(library, family[0][0]) == "Anna"


def test_once_more_only_adds(library, family) -> None:
    take_over(library, read(library, of_group(library, family[0][:2], "Anna")))
    after = decided(library)
    again = read(library, of_group(library, family[0], "ANNA"))
    assert (len(again.named), len(again.there)) == (2, 2)
    take_over(library, read(library, of_group(library, family[0][:2], "Anna")))
    assert decided(library) == after


def test_a_region_on_nothing_becomes_a_drawn_face(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    told = {
        photo: [region("Anna", around(library, family[0][0])), region("Ben", Box(400, 300, 80, 90))]
    }
    names = read(library, told)
    assert (len(names.named), len(names.drawn)) == (1, 1)
    take_over(library, names)
    (ben,) = (face for face in library.faces.of_photo(photo) if face.person_name == "Ben")
    assert ben.drawn
    assert ben.box == pytest.approx(Box(400, 300, 80, 90))
    assert check(library) == []
    again = read(library, told)
    assert (len(again.drawn), len(again.there)) == (0, 2)
    library.history.undo()
    assert len(library.faces.of_photo(photo)) == 3


def test_regions_without_a_name_are_hints(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    names = read(library, {photo: [region("", Box(400, 300, 80, 90))] * 5})
    assert (names.hints, names.names, names.people) == (5, 0, set())
    assert not take_over(library, names)


def test_what_the_user_said_goes_before(library, family, person_of) -> None:
    ben, carl = family[1], family[2]
    actions.rename(library, person_of(ben[0]), "Ben")
    actions.confirm(library, ben[:1])
    actions.not_a_face(library, carl[:1])
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    actions.unassign(library, family[0][:1])
    before = decided(library)
    told = {}
    for face in (ben[0], carl[1], family[0][2], family[0][3]):
        told[library.faces.get(face).photo_id] = [region("Anna", around(library, face))]
    first = library.faces.get(ben[0]).photo_id
    told[first] = [
        region("Anna", around(library, family[0][0])),
        region("Dora", around(library, ben[0])),
        region("Carl", around(library, carl[0])),
    ]
    names = read(library, told)
    assert {(one.name, one.reason) for one in names.left} >= {
        ("Anna", SAID),
        ("Dora", SAID),
        ("Carl", NO_FACE),
    }
    assert library.faces.get(ben[0]).person_name == "Ben"
    take_over(library, names)
    assert name_of(library, ben[0]) == "Ben"
    assert name_of(library, family[0][0]) is None
    assert not library.connection.value("SELECT shown FROM faces WHERE id = ?", (carl[0],))
    answers = {row[0]: row for row in decided(library)["answer_faces"]}
    assert all(answers[row[0]] == row for row in before["answer_faces"])
    assert check(library) == []


def test_a_person_is_in_a_photo_once(library, anna, family) -> None:
    actions.confirm(library, family[0][:1])
    photo = library.faces.get(family[0][0]).photo_id
    names = read(library, {photo: [region("Anna", Box(400, 300, 80, 90))]})
    assert [one.reason for one in names.left] == [TWICE]


def test_two_names_of_one_face_are_none(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    here = around(library, family[0][0])
    names = read(library, {photo: [region("Anna", here), region("Ben", here)]})
    assert [one.reason for one in names.left] == [CONTRADICTION] * 2
    assert not names.named


@pytest.mark.parametrize("name", ["\n" * 10, "x" * 4000, "\u200b", "\x00"])
def test_names_that_cannot_be_stored(library, family, name: str) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    names = read(library, {photo: [region(name, around(library, family[0][0]))]})
    assert [one.reason for one in names.left] == [UNFIT]


def test_line_breaks_in_names_become_spaces(library, family) -> None:
    take_over(library, read(library, of_group(library, family[0][:1], "Anna\nMaria\r\n Berg")))
    assert name_of(library, family[0][0]) == "Anna Maria Berg"


def test_regions_of_another_picture_need_a_face(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    here, nowhere = around(library, family[0][0]), Box(400, 300, 80, 90)
    names = read(
        library, {photo: [region("Anna", here, (640, 100)), region("Ben", nowhere, (640, 100))]}
    )
    assert [one.name for one in names.named] == ["Anna"]
    assert [(one.name, one.reason) for one in names.left] == [("Ben", ELSEWHERE)]


def test_upside_down_the_frame_is_the_one_that_leads_to_faces(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    x, y, w, h = around(library, family[0][0])
    stored = Box(640 - x - w, 480 - y - h, w, h)
    for box in (stored, Box(x, y, w, h)):
        names = read(library, {photo: [region("Anna", box)]}, orientation=3)
        assert [one.face.id for one in names.named if one.face] == [family[0][0]]


def test_a_box_is_drawn_where_it_is_in_a_photo_that_the_user_turned(library, family) -> None:
    from photoorg.library.decisions import turning

    photo = library.faces.get(family[0][0]).photo_id
    turning.turn(library, photo, turning.Way.RIGHT)
    told = {photo: [region("Anna", Box(0, 10, 40, 40)), region("Ben", Box(400, 300, 80, 90))]}
    names = read(library, told)
    assert [one.face.id for one in names.named if one.face] == [family[0][0]]
    take_over(library, names)
    (ben,) = (face for face in library.faces.of_photo(photo) if face.person_name == "Ben")
    assert ben.box == pytest.approx(Box(480 - 390, 400, 90, 80))


def test_drawn_boxes_too_small_to_hold_a_face_are_left(library, family) -> None:
    photo = library.faces.get(family[0][0]).photo_id
    names = read(library, {photo: [region("Anna", Box(400, 300, drawing.SMALLEST - 2, 90))]})
    assert len(names.left) == 1
