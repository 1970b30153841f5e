"""People in sections, ordered, searched, folded."""

from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from photoorg.library import Person, Standing
from photoorg.ui.models.people_model import HEADING, MIME, PERSON, PeopleModel, plain
from photoorg.ui.models.people_rows import arrange, difference

PEOPLE = [
    Person(1, "Zoë", 9, 11, hidden=False),
    Person(2, "anna", 5, 12, hidden=False),
    Person(3, "Ben", 2, 13, hidden=False),
    Person(4, None, 7, 14, hidden=False),
    Person(5, None, 2, 15, hidden=False),
    Person(6, None, 1, 16, hidden=False),
    Person(7, None, 1, 17, hidden=False),
    Person(8, "Mallory", 3, 18, hidden=True),
]


def shown(model: PeopleModel) -> list[str | int]:
    rows: list[str | int] = []
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        person = model.person(index)
        rows.append(person.id if person else index.data(HEADING).key)
    return rows


def test_sections_follow_each_other(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    qtmodeltester.check(model)
    assert shown(model) == ["named", 1, 2, 3, "unnamed", 4, 5, "lone", "hidden"]
    assert [section.count for section in model.sections()] == [3, 2, 0, 0]
    assert model.row_of(5) == 6
    assert model.row_of(6) == -1


def test_names_are_ordered_as_people_do(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    model.sort_by("name")
    qtmodeltester.check(model)
    assert shown(model)[:4] == ["named", 2, 3, 1]


def test_search_minds_neither_capitals_nor_accents() -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    model.search("ZOE")
    assert shown(model) == ["named", 1]
    model.search("nobody")
    assert model.rowCount() == 0
    assert model.has_people()
    model.search("")
    assert len(shown(model)) == 9
    assert plain(" Émile") == "emile"


def test_notes_are_searched_too() -> None:
    model = PeopleModel()
    model.show([replace(PEOPLE[0], notes="plays the Flöte"), *PEOPLE[1:]])
    model.search("FLOTE")
    assert shown(model) == ["named", 1]


def test_lone_faces_unfold(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    model.toggle("lone")
    qtmodeltester.check(model)
    assert shown(model)[7:] == ["lone", 6, 7, "hidden"]
    model.toggle("named")
    assert shown(model)[:2] == ["named", 1]
    model.toggle("lone")
    assert shown(model)[7:] == ["lone", "hidden"]


def test_what_stays_in_its_place_is_only_repainted(qtbot: QtBot) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    grown = [Person(1, "Zoë", 10, 11, hidden=False), *PEOPLE[1:]]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        model.show(grown)
    assert [index.row() for index in told.args[:2]] == [1, 1]


def test_one_change_is_one_step(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    qtmodeltester.check(model)
    kept = QPersistentModelIndex(model.index(6, 0))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsRemoved) as told:
        model.show(PEOPLE[1:])
    assert told.args[1:] == [1, 1]
    named = Person(5, "Cora", 2, 15, hidden=False)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsMoved):
        model.show_at_once({5: named})
    assert shown(model) == ["named", 2, 3, 5, "unnamed", 4, "lone", "hidden"]
    assert kept.data(PERSON) == named
    with qtbot.waitSignals([model.rowsInserted, model.rowsRemoved]):
        model.show_at_once({1: PEOPLE[0], 4: None})
    assert shown(model) == ["named", 1, 2, 3, 5, "lone", "hidden"]


def test_what_was_read_before_is_shown_as_the_user_wants_it_now() -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    before = model.shown
    change = difference(before, arrange(PEOPLE[1:], before.view))
    model.show_at_once({2: None})
    model.show_change(change)
    assert shown(model) == ["named", 2, 3, "unnamed", 4, 5, "lone", "hidden"]
    change = difference(model.shown, arrange(PEOPLE, before.view))
    model.sort_by("name")
    model.show_change(change)
    assert shown(model)[:4] == ["named", 2, 3, 1]


def test_a_new_start_where_nearly_everything_changed(qtbot: QtBot) -> None:
    model = PeopleModel()
    crowd = [Person(n, f"{n}", 1000 - n, None, hidden=False) for n in range(1000)]
    model.show(crowd)
    with qtbot.waitSignal(model.modelReset):
        model.show(crowd[::2])
    assert len(shown(model)) == 501


def test_headings_count_what_is_folded(qtbot: QtBot) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    heading = model.index(7, 0)
    assert heading.data(HEADING).count == 2
    assert heading.data(HEADING).folded is True
    more = [*PEOPLE, Person(9, None, 1, 19, hidden=False)]
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(more)
    assert heading.data(HEADING).count == 3


def test_screen_readers_are_told(qtbot: QtBot) -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    read = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(read) == "Zoë, 9 faces"
    assert model.index(5, 0).data(read) == "Not named yet, 7 faces"
    assert model.index(7, 0).data(read) == "Seen once, 2, folded"


def test_people_are_dragged_by_their_ids() -> None:
    model = PeopleModel()
    model.show(PEOPLE)
    data = model.mimeData([model.index(0, 0), model.index(1, 0), model.index(5, 0)])
    assert bytes(data.data(MIME).data()) == b"1,4"
    assert model.mimeTypes() == [MIME]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.index(1, 0).data(PERSON) == PEOPLE[0]


FOLDED = [
    *PEOPLE[:7],
    Person(9, None, 3, 19, hidden=False, standing=Standing.DOUBTFUL),
    Person(10, None, 1, 20, hidden=False, standing=Standing.DOUBTFUL),
    Person(11, None, 2, 21, hidden=False, standing=Standing.STRANGER),
]


def test_things_and_strangers_stand_folded_below(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show(FOLDED)
    qtmodeltester.check(model)
    assert shown(model)[4:] == ["unnamed", 4, 5, "lone", "doubtful", "strangers"]
    heading = model.index(8, 0)
    assert (heading.data(HEADING).count, heading.data(HEADING).link) == (2, "Sort out")
    read = heading.data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Perhaps not faces, 2, folded. Sort out: Ctrl+Return"
    model.toggle("doubtful")
    assert shown(model)[8:] == ["doubtful", 9, 10, "strangers"]
    assert model.heading_of(model.index(10, 0)) == model.heading_of(model.index(8, 0))
    model.toggle("doubtful")
    assert shown(model)[8:] == ["doubtful", "strangers"]


def test_where_nothing_is_left_to_sort_out_no_link_leads_there() -> None:
    model = PeopleModel()
    for put_off, link in ((False, "Sort out"), (True, "")):
        stranger = Person(11, None, 2, 21, hidden=False, standing=Standing.STRANGER)
        model.show([replace(stranger, put_off=put_off)])
        assert model.index(0, 0).data(HEADING).link == link


def test_sections_without_names_are_found_by_their_titles() -> None:
    model = PeopleModel()
    model.show(FOLDED)
    for typed, found in (
        ("stranger", ["strangers", 11]),
        ("Not faces", ["doubtful", 9, 10]),
        ("once", ["lone", 6, 7]),
        ("str", []),  # so begins many a name
    ):
        model.search(typed)
        assert shown(model) == found
    model.search("")
    assert shown(model)[-2:] == ["doubtful", "strangers"]


def test_who_changes_keeps_the_order_of_the_library() -> None:
    model = PeopleModel()
    model.show(FOLDED)
    kept = Person(9, None, 3, 19, hidden=False)
    model.show_at_once({9: kept, 6: None, 11: FOLDED[-1], 7: PEOPLE[6]})
    assert [person.id for person in model.shown.people] == [1, 2, 3, 4, 9, 5, 7, 10, 11]
    model.show_at_once({2: Person(2, "anna", 5, 12, hidden=False, unsure=2)})
    read = model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read == "anna, 5 faces, 2 to check"
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "anna"
