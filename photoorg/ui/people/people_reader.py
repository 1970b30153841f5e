"""Everybody in the grid of people, read away from the window; nothing that is seen jumps."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.errors import UsageError
from photoorg.library import Library, Person
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.models.people_rows import Arrangement, Difference, arrange, difference
from photoorg.ui.people.people_grid import PeopleGrid
from photoorg.ui.session import Session
from photoorg.ui.widgets.held import Held

SOON_MS = 400


class _Answer(NamedTuple):
    number: int
    change: Difference
    known: KnownNames


class PeopleReader(QObject):
    """Fills ``grid``; ``shown`` says that it may show something else now.

    :meth:`show_at_once` shows what the user has just done to a few people. The answer about all
    of them follows; one that was read before is not shown any more.
    """

    shown = Signal()

    def __init__(self, session: Session, grid: PeopleGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self._model = grid.people_model()
        self._asked = self._valid = 0
        self._postpone = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._ask)
        self._held: Held[_Answer] = Held(grid.is_busy, self._show, self)

    def read(self) -> None:
        """Read everybody anew."""
        if self._postpone:
            self._soon.start()
        else:
            self._ask()

    @contextmanager
    def later(self) -> Iterator[None]:
        """Read in a moment what is done inside: it is shown at once, and more may follow quickly.

        The thread that reads would only take the processor from who is typing.
        """
        self._postpone = True
        try:
            yield
        finally:
            self._postpone = False

    def show_at_once(self, ids: Iterable[int], leaving: Collection[int] = ()) -> None:
        """Show some people as the library has them now, without waiting for everybody.

        Call it after the change was told. Who is ``leaving`` gives the keyboard to the next one,
        also if they are shown elsewhere afterwards.
        """
        self._valid = self._asked + self._soon.isActive()
        self._held.drop()
        now = {id_: self._person(id_) for id_ in ids}
        self._grid.delegate.known = self._grid.delegate.known.replaced(now)
        self.keeping_place(lambda: self._model.show_at_once(now), leaving)

    def idle(self) -> bool:
        """Tell whether everything that was answered is shown."""
        return self._held.idle() and not self._soon.isActive()

    def close(self) -> None:
        """Show nothing any more."""
        self._soon.stop()
        self._held.drop()

    def keeping_place(
        self, change: Callable[[], None], leaving: Collection[int] = (), *, to_top: bool = False
    ) -> None:
        """Apply a change of the model without losing selection, current tile and scroll."""
        grid, bar = self._grid, self._grid.verticalScrollBar()
        before = self._model.shown
        selected = [
            key
            for part in grid.selected_ranges()
            for key in before.keys[part.top() : part.bottom() + 1]
        ]
        row, at = grid.currentIndex().row(), bar.value()
        anchor, distance = grid.anchor()
        change()
        if self._model.shown is not before:
            there = self._model.shown.row_of
            current = self._left(before, row, leaving)
            left = [id_ for id_ in selected if id_ in there and id_ not in leaving]
            if selected and not left and isinstance(current, int):
                left = [current]
            self._select(left, current)
            anchored = self._row_of(self._left(before, anchor, leaving))
            if at > 0 and anchored >= 0:
                grid.restore_anchor((anchored, distance))
            else:
                bar.setValue(at)
        if to_top:
            bar.setValue(0)
        self.shown.emit()

    def _ask(self) -> None:
        self._soon.stop()
        if not self._model.has_people():  # those seen once are most, and stand at the end
            self._ask_for(2)
        self._ask_for(1)

    def _ask_for(self, least: int) -> None:
        self._asked += 1
        question = partial(self._question, number=self._asked, least=least)
        self._session.reads.ask(f"people of {least} faces", question, self._hear, every=True)

    def _question(self, library: Library, number: int, least: int) -> _Answer | None:
        people = library.people.list(include_hidden=True, least=least)
        if least > 1 and not people:
            return None  # not yet to be told that there is nobody
        named = [person for person in people if person.name is not None]
        before = self._model.shown  # plain data that never changes
        after = arrange(people, before.view)
        return _Answer(number, difference(before, after), KnownNames(named))

    def _hear(self, answer: _Answer | None) -> None:
        if answer is not None and answer.number >= self._valid:
            self._held.hear(answer)

    def _show(self, answer: _Answer) -> None:
        self._grid.delegate.known = answer.known
        self.keeping_place(lambda: self._model.show_change(answer.change))

    def _person(self, person_id: int) -> Person | None:
        """Return a person who is to be shown."""
        try:
            person = self._session.library.people.get(person_id)
        except UsageError:
            return None
        return person if person.count or person.name is not None else None

    def _left(self, before: Arrangement, row: int, leaving: Collection[int]) -> int | str | None:
        """Return who or what was in a row, or the nearest person in its section who is left."""
        if not 0 <= row < len(before.keys):
            return None
        there = self._model.shown.row_of

        def stays(at: int) -> bool:
            return before.keys[at] in there and before.keys[at] not in leaving

        if stays(row):
            return before.keys[row]
        for way in (range(row + 1, len(before.keys)), range(row - 1, -1, -1)):
            for at in way:
                if isinstance(before.keys[at], str):
                    break  # another section begins
                if stays(at):
                    return before.keys[at]
        return next((key for key in before.keys[row:] if key in there and key not in leaving), None)

    def _row_of(self, key: int | str | None) -> int:
        return -1 if key is None else self._model.shown.row_of.get(key, -1)

    def _select(self, ids: list[int | str], current: int | str | None) -> None:
        """Select people, unless they are: Qt keeps the selection where rows only move."""
        grid = self._grid
        row = self._row_of(current)
        if grid.selected_count() != len(ids) or grid.currentIndex().row() != row:
            grid.select_people([id_ for id_ in ids if isinstance(id_, int)])
            if row >= 0:
                grid.make_current(row)
