"""Saying again what a journal holds, in a library that knows the photos, or will know them.

Answers are said again as they were, by "journal"; what was said of faces whose photo nobody has
scanned yet waits in ``pending_answers``. In a library that is an older copy of the one that wrote
the journal, what was taken back since is taken back as well; what was said in another library
stays, unless the journal says otherwise of the same face.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from photoorg.errors import LibraryError
from photoorg.library.copies.restoring import set_aside, taking_the_place
from photoorg.library.decisions.ledger import Kind
from photoorg.library.journal.added_answers import AddedAnswers
from photoorg.library.journal.anchors import Anchor, find
from photoorg.library.journal.lines import State, read
from photoorg.library.journal.replayed_answers import Answers, put_in_place
from photoorg.library.journal.replayed_choices import restore_choices
from photoorg.library.journal.replayed_denials import apply_pending_denials, restore_denials
from photoorg.library.journal.replayed_people import add_people, is_older, restore_people
from photoorg.library.journal.replayed_photos import (
    apply_pending_dates,
    apply_pending_turns,
    restore_dates,
    restore_turns,
)
from photoorg.library.journal.replayed_scenes import (
    add_scenes,
    apply_pending_scenes,
    restore_scenes,
)
from photoorg.library.journal.waiting import anything_waits, photos_awaited, steps_due
from photoorg.library.library import Library
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.steps import count_step
from photoorg.tr import kept
from photoorg.types import Box

TAKEN_OVER = kept("Take over what another library holds")
"""What the history calls it."""


@dataclass(frozen=True, slots=True)
class RestoreSummary:
    """What came back: people with a name, faces spoken of, and how many of these are awaited."""

    people: int
    faces: int
    pending: int


def restore_journal(journal: Path, library: Library) -> RestoreSummary:
    """Say again what a journal holds, as one step that can be undone.

    Raises :class:`LibraryError` when the file is no journal.
    """
    try:
        state = read(journal)
    except OSError as error:
        raise LibraryError(
            f"The journal {journal} cannot be read ({error.strerror}); check its permissions."
        ) from error
    if state is None:
        raise LibraryError(f"{journal} is not the journal of a photoorg library.")
    with library.history.edit(kept("Restore what the journal holds")):
        alone = is_older(library.connection, state)
        restore_turns(library.connection, state.turns, alone=alone)
        restore_dates(library.connection, state.dates, alone=alone)
        found = find(library.connection, _spoken_of(state), _drawn(state))
        known = restore_people(library, state, found)
        library.merges.follow()  # also the faces that only the machine had put there
        Answers(library, state, found, known).say()
        restore_scenes(library.connection, state)
        restore_choices(library.connection, state.choices, alone=alone)
        restore_denials(library.connection, state)
        _count_what_waits(library.connection)
    _keep_what_waits(library, state)
    return _summary(state, found)


def add_state(library: Library, state: State) -> RestoreSummary:
    """Say what another library holds, as one step, where the user has said nothing here.

    What stands here stays, what has ended here stays ended, and doing it again changes nothing.
    """
    with library.history.edit(TAKEN_OVER):
        restore_turns(library.connection, state.turns, adding=True)
        restore_dates(library.connection, state.dates, adding=True)
        found = find(library.connection, _spoken_of(state), _drawn(state), adding=True)
        known = add_people(library, state, found)
        library.merges.follow()
        AddedAnswers(library, state, found, known).say()
        restore_choices(library.connection, state.choices, adding=True)
        add_scenes(library.connection, state)
        restore_denials(library.connection, state, adding=True)
        _count_what_waits(library.connection)
    _keep_what_waits(library, state)
    return _summary(state, found)


def _spoken_of(state: State) -> dict[int, Anchor]:
    """Return the faces that anything stands of; where others were is told as well."""
    covers = {values[6] for values in state.people.values()}
    spoken = covers | {face for _, face, _ in state.rows.values()}
    return {face: anchor for face, anchor in state.faces.items() if face in spoken}


def _drawn(state: State) -> set[int]:
    """Return the faces of which a human drew the boxes."""
    return {
        face
        for answer, face, _ in state.rows.values()
        if answer in state.answers and state.answers[answer][0] == Kind.DRAWN
    }


def _count_what_waits(connection: Connection) -> None:
    """Let the journal be written anew with this step if anything waits, of which no line tells."""
    if anything_waits(connection):
        count_step(connection)


def _keep_what_waits(library: Library, state: State) -> None:
    """Write down what the user chose, and what waits even though no step was made: no line tells.

    Neither are choices steps.
    """
    told = state.choices
    if told.searches or told.patterns or anything_waits(library.connection):
        # at the end of the step, which may be part of another one
        with library.connection.write():
            library.connection.when_committed(library.journal.write)


def _summary(state: State, found: dict[int, int]) -> RestoreSummary:
    there = {face for face, anchor in state.faces.items() if face in found or not anchor.lost}
    spoken = there.intersection(face for _, face, _ in state.rows.values())
    return RestoreSummary(
        people=sum(values[1] is not None and values[7] is None for values in state.people.values()),
        faces=len(spoken),
        pending=len(spoken - found.keys()),
    )


def begin_from_journal(journal: Path, library: Path) -> RestoreSummary:
    """Make a new library at the place of a lost one from a journal.

    What lies there, damaged or empty, is kept as ``<library>.replaced-<time>``.
    """
    with taking_the_place(library) as real:
        set_aside(real)
    with Library.open(library, anew=True) as opened:
        return restore_journal(journal, opened)


def apply_pending(library: Library, photo_ids: Collection[int]) -> int:
    """Say of photos that a scan has stored what waited for them; return of how many faces.

    It costs next to nothing while nothing waits, and is part of the transaction around it.
    """
    connection = library.connection
    with connection.write():
        due = False
        for step in steps_due(connection, photo_ids):
            with library.history.part_of(step):
                due |= apply_pending_turns(connection, photo_ids, step)
                due |= apply_pending_dates(connection, photo_ids, step)
                due |= apply_pending_scenes(connection, photo_ids, step)
                due |= apply_pending_denials(connection, photo_ids, step)
        found = _answers_for(connection, photo_ids)
        if due or found:
            count_step(connection)  # the journal is to be written anew
        if found:
            put_in_place(library, found)
    return len(found)


def apply_waiting(library: Library) -> int:
    """Say what waits of photos that are known by now; return of how many faces.

    Nothing does, unless an undone step that tells of photos came back after they were scanned.
    """
    photos = photos_awaited(library.connection)
    return apply_pending(library, photos) if photos else 0


def _answers_for(connection: Connection, photo_ids: Iterable[int]) -> set[int]:
    """Let the answers that waited for the faces of photos be about them; return these faces."""
    if not connection.value("SELECT EXISTS (SELECT 1 FROM pending_answers)"):
        return set()
    with connection.chosen(photo_ids) as photos:
        rows = connection.rows(
            "SELECT p.id, p.answer_id, p.side, p.picture_hash, p.content_hash, p.x, p.y, p.w, "
            "p.h, p.at_s, o.kind FROM pending_answers AS p "
            "JOIN answers AS o ON o.id = p.answer_id "
            "WHERE p.picture_hash IN "
            f"(SELECT picture_hash FROM contents WHERE photo_id IN {photos}) "
            "OR p.content_hash IN "
            f"(SELECT content_hash FROM contents WHERE photo_id IN {photos})"
        )
    anchors = {row[0]: Anchor(row[3], row[4], Box(*row[5:9]), row[9]) for row in rows}
    found = find(connection, anchors, {row[0] for row in rows if row[10] == Kind.DRAWN})
    connection.executemany(
        "INSERT INTO answer_faces (answer_id, face_id, side) VALUES (?, ?, ?)",
        [(row[1], found[row[0]], row[2]) for row in rows if row[0] in found],
    )
    connection.executemany("DELETE FROM pending_answers WHERE id = ?", [(key,) for key in found])
    return set(found.values())
