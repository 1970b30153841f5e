from pathlib import Path

from photoorg.jobs.watching.agenda import (
    AGAIN_S,
    LONGEST_REST_S,
    LONGEST_S,
    REST_S,
    SETTLED_S,
    Agenda,
)
from photoorg.jobs.watching.ways import EVERY_S

A, B, INSIDE = Path("/photos/a"), Path("/photos/b"), Path("/photos/a/inside")


def test_nothing_is_due_while_nothing_happens():
    agenda = Agenda()
    assert agenda.due_at() is None
    assert agenda.take(1e9) == []


def test_changes_are_gathered_until_they_settle():
    agenda = Agenda()
    agenda.hear([A], 100)
    agenda.hear([B], 101)
    assert agenda.due_at() == 101 + SETTLED_S
    assert agenda.take(101 + SETTLED_S - 0.1) == []
    assert agenda.take(101 + SETTLED_S) == [A, B]
    assert agenda.due_at() is None


def test_where_something_changes_all_the_time_a_look_is_taken_at_last():
    agenda = Agenda()
    now = 0.0
    while not (taken := agenda.take(now)):
        agenda.hear([A], now)
        now += SETTLED_S / 2
    assert taken == [A]
    assert LONGEST_S <= now <= LONGEST_S + SETTLED_S


def test_what_changes_again_and_again_is_looked_at_less_and_less_often():
    agenda, now, pauses = Agenda(), 1000.0, []
    for _ in range(8):
        agenda.hear([A], now)
        due = agenda.due_at()
        assert due is not None
        assert agenda.take(due - 0.1) == []
        assert agenda.take(due) == [A]
        pauses.append(due - now)
        now = due
    assert pauses[:3] == [SETTLED_S, REST_S, 2 * REST_S]
    assert pauses[-1] == LONGEST_REST_S
    now += 3 * LONGEST_REST_S
    agenda.hear([A], now)
    assert agenda.due_at() == now + SETTLED_S
    assert agenda.take(now + SETTLED_S) == [A]
    agenda.hear([A], now + SETTLED_S)
    assert agenda.due_at() == now + SETTLED_S + REST_S


def test_a_folder_inside_another_one_is_looked_at_with_it():
    agenda = Agenda()
    agenda.hear([INSIDE, A, B], 0)
    assert agenda.take(SETTLED_S) == [A, B]


def test_what_tells_of_no_changes_is_looked_at_in_rounds():
    agenda = Agenda()
    agenda.go_round([A], 0)
    assert agenda.due_at() == EVERY_S
    assert agenda.take(EVERY_S - 1) == []
    assert agenda.take(EVERY_S) == [A]
    assert agenda.due_at() == 2 * EVERY_S


def test_a_round_goes_on_when_its_folders_are_told_once_more():
    agenda = Agenda()
    agenda.go_round([A], 0)
    agenda.go_round([A, B], 100)
    assert agenda.take(EVERY_S) == [A]
    agenda.go_round([B], EVERY_S)
    assert agenda.take(10 * EVERY_S) == [B]


def test_who_turns_to_the_window_looks_but_not_all_the_time():
    agenda = Agenda()
    agenda.go_round([A], 0)
    agenda.turn_to(AGAIN_S - 1)
    assert agenda.take(AGAIN_S - 1) == []
    agenda.turn_to(AGAIN_S)
    assert agenda.take(AGAIN_S) == [A]
    agenda.turn_to(AGAIN_S + 1)
    assert agenda.take(AGAIN_S + 1) == []


def test_a_scan_that_somebody_asked_for_counts_as_a_look():
    agenda = Agenda()
    agenda.go_round([A, B], 0)
    agenda.looked([A], EVERY_S - 1)
    assert agenda.take(EVERY_S) == [B]


def test_what_was_put_off_comes_after_a_round_and_once():
    agenda = Agenda()
    agenda.put_off([A], 0)
    agenda.go_round([B], 0)
    assert agenda.take(EVERY_S) == [A, B]
    assert agenda.take(2 * EVERY_S) == [B]
