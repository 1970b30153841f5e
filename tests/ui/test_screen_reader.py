"""What a screen reader gets from the window, asked as it asks: from another process, by AT-SPI."""

import sys
from collections.abc import Iterator

import pytest

from tests.ui.screen_reader import Node, Told, read_window

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is how Linux does it")
PLACES = ("people", "person", "review", "photos", "folders", "problems", "history", "viewer")


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with read_window(tmp_path_factory.mktemp("read"), "photos") as told:
        told.reader.listen()
        yield told


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with read_window(tmp_path_factory.mktemp("asked"), "questions") as told:
        told.reader.listen()
        yield told


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with read_window(tmp_path_factory.mktemp("films"), "films") as told:
        told.reader.listen()
        yield told


def find(window: Told, role: str, name: str = "") -> Node:
    nodes = window.reader.nodes()
    (found,) = [node for node in nodes if node.role == role and name in ("", node.name)]
    return found


def said(nodes: list[Node]) -> list[tuple[str, str]]:
    return [(node.name, node.description) for node in nodes]


@pytest.mark.parametrize("place", PLACES)
def test_whatever_takes_the_focus_has_a_name(window: Told, place: str) -> None:
    window.tell(place)
    nodes = window.reader.nodes()
    assert [n for n in nodes if "focusable" in n.states and not n.name] == []
    assert sum("focusable" in node.states for node in nodes) > 4


@pytest.mark.parametrize("dialog", ["settings", "keys"])
def test_whatever_takes_the_focus_in_a_dialog_has_a_name(window: Told, dialog: str) -> None:
    window.tell("people")
    window.tell(dialog)
    try:
        (shown,) = [node for node in window.reader.nodes() if node.role == "dialog"]
        assert shown.name
        inside = window.reader.nodes(shown)
        assert [n for n in inside if "focusable" in n.states and not n.name] == []
        assert any("focused" in node.states for node in inside)
    finally:
        window.tell("key Escape")


def test_the_pages_are_one_of_several(window: Told) -> None:
    window.tell("photos")
    pages = window.reader.below(find(window, "panel", "Pages"))
    choices = [node for node in pages if node.role == "radio button"]
    assert [node.name for node in choices if "checked" in node.states] == ["Photos, 6"]
    assert len(choices) == 5
    window.reader.press(choices[0])
    assert find(window, "radio button", "People, 1").states >= {"checked"}


def test_people_are_read_with_their_place(window: Told) -> None:
    window.tell("people")
    people = find(window, "list", "People")
    assert said(window.reader.below(people)) == [
        ("Named, 1", ""),
        ("Anna, 3 faces", "1 of 1"),
        ("Seen once, 1, folded", ""),
    ]


def test_arrows_tell_which_photo_has_the_focus_and_is_selected(window: Told) -> None:
    window.tell("photos")
    grid = find(window, "list", "Photos")
    for key, name, place in (
        ("Home", "July 2019, 3 photos", ""),
        ("Right", "beach.jpg, 20 July 2019, 10:30, 2 faces", "1 of 3"),
        ("Right", "garden.jpg, 19 July 2019, 09:00, 1 face", "2 of 3"),
    ):
        window.tell(f"key {key}")
        heard = window.reader.heard_last()
        assert (heard.role, heard.name, heard.description) == ("list item", name, place)
        assert "focused" in heard.states
    below = window.reader.below(grid)
    assert [node.name for node in below if "selected" in node.states] == [heard.name]
    window.tell("key Space")
    assert not any("selected" in node.states for node in window.reader.below(grid))


def test_faces_of_a_person_are_read_with_their_place(window: Told) -> None:
    window.tell("person")
    faces = window.reader.below(find(window, "list", "Faces"))
    assert [node.name for node in faces] == ["Face 1 of 3, cover", "Face 2 of 3", "Face 3 of 3"]
    assert all(node.states >= {"selectable", "focusable"} for node in faces)


def test_faces_of_a_photo_are_buttons_on_a_picture(window: Told) -> None:
    window.tell("viewer")
    picture = find(window, "graphic", "beach.jpg")
    assert said(window.reader.below(picture)) == [
        ("Anna", "Face 1 of 2"),
        ("Not named yet", "Face 2 of 2"),
    ]
    for place in ("Face 1 of 2", "Face 2 of 2"):
        window.tell("key Tab")
        heard = window.reader.heard_last()
        assert (heard.role, heard.description) == ("push button", place)
    window.tell("key Return")
    assert window.reader.heard_last().name == "Name of this face"
    window.tell("key Escape")


def test_the_strip_tells_which_photo_is_shown(window: Told) -> None:
    window.tell("viewer")
    window.tell("key Right")
    photos = window.reader.below(find(window, "list", "Photos before and after this one"))
    assert [node.name for node in photos if "selected" in node.states] == ["Photo 2 of 6"]
    assert len(photos) == 6


def test_questions_are_read_with_their_answers(asked: Told) -> None:
    asked.tell("review")
    sheet = find(asked, "list")
    assert sheet.name
    questions = asked.reader.below(sheet)
    count = len(questions)
    assert count > 1
    for place, node in enumerate(questions, 1):
        assert node.name.endswith(f": yes, {place} of {count}")
    asked.tell("key Delete")
    assert asked.reader.below(sheet)[0].name.endswith(f": no, 1 of {count}")
    asked.tell("key Right")
    assert asked.reader.heard_last().name == questions[1].name


@pytest.mark.parametrize("place", ["videos", "video", "duplicates", "scenes"])
def test_whatever_takes_the_focus_has_a_name_there_too(films: Told, place: str) -> None:
    films.tell(place)
    nodes = films.reader.nodes()
    assert [n for n in nodes if "focusable" in n.states and not n.name] == []


def test_videos_are_read_with_who_is_seen_and_their_place(films: Told) -> None:
    films.tell("videos")
    pages = films.reader.below(find(films, "panel", "Pages"))
    assert "Videos, 1" in [node.name for node in pages if node.role == "radio button"]
    assert said(films.reader.below(find(films, "list", "Videos"))) == [
        ("sea.mp4, 14 July 2019, 10:30, 1:30 long, 2 people without a name", "1 of 1")
    ]


def test_tracks_are_read_in_the_order_of_time(films: Told) -> None:
    films.tell("video")
    assert said(films.reader.below(find(films, "list", "Who is seen"))) == [
        ("Not named yet, 0:04 to 0:09", "1 of 2"),
        ("Not named yet, 1:01 to 1:15", "2 of 2"),
    ]
    films.tell("key Right")
    assert films.reader.heard_last().name == "Not named yet, 1:01 to 1:15"


def test_duplicates_are_read_with_the_best_and_why(films: Told) -> None:
    films.tell("duplicates")
    stacks = films.reader.below(find(films, "list", "Stacks of duplicates"))
    assert [node.name.split(":")[0] for node in stacks] == [
        *("2 copies", "2 versions", "Burst of 2"),
    ]
    assert [node.description for node in stacks] == ["1 of 3", "2 of 3", "3 of 3"]
    films.tell("key Down")
    heard = films.reader.heard_last()
    assert heard.name == "2 versions: garden.jpg. garden.jpg is the best: it is the largest."
    assert heard.states >= {"focused", "selected"}
    photos = films.reader.below(find(films, "list", "Photos of the stack"))
    assert [node.name.split(",")[0] for node in photos] == ["The best", "snow.jpg"]
    assert [node.description for node in photos] == ["1 of 2", "2 of 2"]


def test_groups_are_read_with_their_place_and_named_and_selected_by_the_keyboard(
    films: Told,
) -> None:
    films.tell("scenes")
    groups = find(films, "list", "Groups of photos")
    assert said(films.reader.below(groups)) == [
        ("Outside, 2 photos", "1 of 2"),
        ("No name yet, 1 photo", "2 of 2"),
    ]
    films.tell("key Shift+Down")
    assert films.reader.heard_last().name == "No name yet, 1 photo"
    assert all("selected" in node.states for node in films.reader.below(groups))
    assert find(films, "push button", "Put groups together").states >= {"focusable", "showing"}
    films.tell("key Up")
    photos = films.reader.below(find(films, "list", "Photos"))
    assert ("beach.jpg, 20 July 2019, 10:30, 2 faces", "1 of 2") in said(photos)
    films.tell("key F2")
    heard = films.reader.heard_last()
    assert (heard.role, heard.name) == ("text", "Name of the group")
