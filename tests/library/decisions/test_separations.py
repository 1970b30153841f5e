from photoorg.library.decisions import actions
from photoorg.library.decisions.ledger import Kind
from tests.library.conftest import add_photos, group


def test_a_face_counts_more_than_its_group(library, family, person_of) -> None:
    """Two people stay two, but for the one face that was said to be the other."""
    one, two, _ = (person_of(faces[0]) for faces in family)
    actions.different(library, one, two)
    actions.rename(library, two, "Ben")
    actions.assign(library, [family[0][0]], two)
    assert person_of(family[0][0]) == two
    (answer,) = library.separations.sides().answers[:1]
    rows = library.separations.sides()
    assert set(rows.face_ids[rows.answers == answer]) == {*family[0][1:], *family[1]}


def test_a_grouping_that_breaks_hundreds_of_answers(library, tmp_path) -> None:
    """Each takes its own face out, and whoever nothing was said of stays where it is."""
    faces = [face for photo in add_photos(library, tmp_path / "many", [20] * 30) for face in photo]
    group(library, [[face] for face in faces])
    others = f"({', '.join(map(str, faces[400:]))})"
    for face in faces[:400]:
        library.ledger.say(Kind.NOT, f"({face})", others=others)
    group(library, [faces])
    assert library.separations.suspects() == []
    assert len({library.faces.get(face).person_id for face in faces[:400]}) == 400
    assert len({library.faces.get(face).person_id for face in faces[400:]}) == 1


def test_faces_that_leave_together_may_contradict_each_other(library, family, person_of) -> None:
    """Three sets that exclude each other, put together by an engine, end in three places."""
    one, two, three = (person_of(faces[0]) for faces in family)
    actions.different(library, two, three)
    actions.rename(library, one, "Anna")
    library.ledger.say(
        Kind.DIFFERENT,
        f"({', '.join(map(str, family[0]))})",
        others=f"({', '.join(map(str, family[1] + family[2]))})",
    )
    group(library, [family[0] + family[1] + family[2]])
    assert library.separations.suspects() == []
    assert len({person_of(face) for faces in family for face in faces}) == 3
