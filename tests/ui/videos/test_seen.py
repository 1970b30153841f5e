"""Who is seen in a video, in a few words."""

from pathlib import Path

from photoorg.library.decisions import actions
from photoorg.ui.videos.seen import Seen, Watched, who
from tests.ui.crowd import MODEL, Crowd
from tests.ui.videos.films import add_film


def film(crowd: Crowd, people: list[int], place: Path) -> int:
    """Add a video in which these groups are seen, each ten seconds longer than the one before."""
    times = [(n, 10.0 * n + 10) for n in range(len(people))]
    video, faces = add_film(crowd.library, place / "films" / "a.mp4", times, MODEL)
    for face, group in zip(faces, people, strict=True):
        actions.assign(crowd.library, [face], crowd.groups[group])
    return video


def told(crowd: Crowd, people: list[int], place: Path) -> str:
    return who(Seen.read(crowd.library, film(crowd, people, place)).people())


def test_nobody(crowd: Crowd, tmp_path: Path) -> None:
    assert told(crowd, [], tmp_path) == "Nobody seen"


def test_those_without_a_name_are_counted(crowd: Crowd, tmp_path: Path) -> None:
    assert told(crowd, [0], tmp_path) == "Somebody without a name"
    assert told(crowd, [0, 1, 0], tmp_path) == "2 people without a name"


def test_names_come_first_then_who_is_seen_longest(crowd: Crowd, tmp_path: Path) -> None:
    for group, name in ((0, "Anna"), (1, "Ben"), (2, "Cora")):
        actions.rename(crowd.library, crowd.groups[group], name)
    assert told(crowd, [0, 1, 2, 3], tmp_path) == "Cora, Ben, 2 others"


def test_who_is_seen_twice_is_one(crowd: Crowd, tmp_path: Path) -> None:
    video = film(crowd, [0, 1, 0], tmp_path)
    longest, other = Seen.read(crowd.library, video).people()
    assert (longest.person_id, other.person_id) == (crowd.groups[0], crowd.groups[1])
    assert longest.seconds == 10 + 28


def test_faces_are_in_the_order_of_time_and_what_is_wrong_is_told(
    crowd: Crowd, tmp_path: Path
) -> None:
    place = tmp_path / "films" / "a.mp4"
    video, (late, early) = add_film(crowd.library, place, [(5, 9), (1, 2)], MODEL)
    watched = Watched.read(crowd.library, video)
    assert [face.id for face in watched.faces] == [early, late]
    assert watched.problem is None
    file = crowd.library.intake.known(place.parent)[place].file_id
    crowd.library.intake.fail(file, "The video ends early.")
    assert Watched.read(crowd.library, video).problem == "The video ends early."
