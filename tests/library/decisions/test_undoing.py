from photoorg.library.decisions import actions
from tests.library.conftest import analysis, found, group, place_of


def test_undo_after_the_photo_is_gone_skips_its_faces(library, family, person_of) -> None:
    anna = person_of(family[0][0])
    actions.rename(library, anna, "Anna")
    place = place_of(library, family[0][0])
    library.pictures.store([analysis(place, [found(400, seed=5)], content="another picture")])
    assert library.history.undo() is not None
    assert library.people.get(anna).name is None
    assert library.history.redo() is not None
    assert library.people.get(anna).name == "Anna"


def test_undo_keeps_a_group_that_faces_have_joined(library, family, person_of) -> None:
    new = actions.split(library, family[0][:2], "Twin")
    group(library, [[*family[0][:2], family[1][0]], family[0][2:], family[1][1:], family[2]])
    assert person_of(family[1][0]) == new
    library.history.undo()
    assert person_of(family[0][0]) == person_of(family[0][3]) != new
    assert person_of(family[1][0]) == new
    assert library.people.get(new).name is None
