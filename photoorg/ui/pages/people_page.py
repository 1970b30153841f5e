"""Everybody in the photos: named people, then "Who is this?", then faces seen once."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from photoorg.library import Library, Person, Standing
from photoorg.tr import kept, retold, tr
from photoorg.types import Changed, Kind
from photoorg.ui import theme
from photoorg.ui.context_menu import ContextMenu
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.models.people_model import (
    HEADING,
    PERSON,
    SORT_OUT_KEYS,
    Heading,
    Order,
    PeopleModel,
)
from photoorg.ui.pages.first_run_page import TRY
from photoorg.ui.pages.page import Page
from photoorg.ui.people.exporting import Exporting
from photoorg.ui.people.granularity import Granularity
from photoorg.ui.people.group_actions import GroupActions
from photoorg.ui.people.likeliest import open_for_person
from photoorg.ui.people.naming import Naming
from photoorg.ui.people.people_grid import PeopleGrid
from photoorg.ui.people.people_reader import PeopleReader
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.segments import Segments
from photoorg.ui.widgets.selection_bar import SelectionBar

_MESSAGE = 140
"""As high is what says that somebody was named, with the bar for the selection below it."""


class PeoplePage(Page):
    """Naming, merging and hiding happen here; Enter or a double click opens a person."""

    key: ClassVar[str] = "people"
    name: ClassVar[str] = kept("People")
    icon: ClassVar[str] = "people"
    counts_on: ClassVar[Changed] = frozenset({Kind.PEOPLE})
    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})
    search_hint: ClassVar[str] = kept("Search people")

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = PeopleModel(self)
        self.grid = PeopleGrid(self.model, thumbnails)
        self._naming = Naming(session, thumbnails, self)
        self.reader = PeopleReader(session, self.grid, self)
        self.reader.shown.connect(self._shown)
        self._empty = EmptyState(
            "people",
            tr("No people yet"),
            tr("Add a folder of photos to see everybody in them."),
            tr("Add a folder"),
            other=retold(TRY),
        )
        self._empty.acted.connect(self.addFolder)
        self._empty.otherActed.connect(self.demonstrationWanted)
        self._early = EmptyState(
            "people",
            tr("Nobody yet"),
            tr("People appear here as soon as the faces in your photos have been sorted."),
        )
        self._faceless = EmptyState(
            "people",
            tr("Nobody found"),
            tr("The folders hold no photos or videos with faces."),
            tr("Add a folder"),
        )
        self._faceless.acted.connect(self.addFolder)
        session.scanningChanged.connect(self._choose_stack)
        self._nobody = QLabel(tr("Nobody with this name."))
        self._nobody.setProperty("look", "quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        for widget in (self.grid, self._empty, self._early, self._faceless, self._nobody):
            self._stack.addWidget(widget)
        self._order = Segments({"size": tr("Size"), "name": "A\u2013Z"}, tr("Order of people"))
        self._order.chosen.connect(self._sort)
        self._make_actions()
        self._bar = SelectionBar(self)
        shown = {self.rename_action: "pencil", self.merge_action: "merge"}
        self._bar.offer(shown | self.group_actions.all())
        self._bar.cleared.connect(self.grid.clearSelection)
        self.grid.opened.connect(lambda index: self.openPerson.emit(index.data(PERSON).id))
        self.grid.named.connect(self._name)
        self.grid.joined.connect(self._join)
        self.grid.sortedOut.connect(self.openPage)
        self.grid.dropped.connect(self._drop)
        self.grid.selectionCountChanged.connect(self._selection_changed)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu)
        self.grid.delegate.editing.connect(self._bar.hide)
        self.grid.delegate.closeEditor.connect(self._editing_ended)
        self.setFocusProxy(self.grid)
        self._selection_changed(0)

    @classmethod
    def count(cls, library: Library) -> int:
        """Return how many people stand in the open: neither hidden, folded nor seen once."""
        people = library.people.list(least=2)
        return sum(person.standing is Standing.PERSON for person in people)

    def options(self) -> QWidget | None:
        return self._order

    def menu_actions(self) -> list[QAction]:
        return [
            self.rename_action,
            self.merge_action,
            self.merge_with_action,
            *self.group_actions.all(),
            self.granularity.action,
            *self.exporting.actions,
            self.next_action,
            self.sort_out_action,
        ]

    def refresh(self, changed: Changed) -> None:
        del changed
        self.reader.read()

    def search(self, text: str) -> None:
        self.reader.keeping_place(lambda: self.model.search(text), to_top=True)

    def close(self) -> bool:
        """Show nothing that is read from now on."""
        self.reader.close()
        return super().close()

    # --- actions ------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.rename_action = self.new_action(self.grid, tr("Name"), self.grid.start_naming, "F2")
        self.merge_action = self.new_action(self.grid, tr("Merge"), self._merge_selected, "Ctrl+M")
        self.merge_with_action = self.new_action(self.grid, tr("Merge with…"), self._merge_with)
        self.group_actions = GroupActions(self.session, self.grid, self.reader)
        self.next_action = self.new_action(
            self.grid, tr("Next without a name"), self.grid.go_to_nameless, "Ctrl+Down"
        )
        self.granularity = Granularity(self.session, self.thumbnails, self._one, self)
        self.exporting = Exporting(self.session, self.grid.selected_people, self)
        self.sort_out_action = self.new_action(
            self.grid, tr("Sort out"), self.grid.sort_out, SORT_OUT_KEYS
        )

    def _one(self) -> Person | None:
        """Return the one person who is selected; None for several, and for nobody."""
        people = self.grid.selected_people() if self.grid.selected_count() == 1 else []
        return people[0] if people else None

    def _selection_changed(self, count: int) -> None:
        people = self.grid.selected_people() if count <= 500 else []
        one = people[0] if count == 1 and people else None
        self.rename_action.setText(tr("Rename") if one and one.name else tr("Name"))
        self.rename_action.setEnabled(one is not None)
        self.merge_action.setEnabled(count > 1)
        self.merge_with_action.setEnabled(one is not None)
        self.group_actions.follow(people, count)
        self.exporting.follow(anybody=any(person.count for person in people))
        self._bar.follow()
        self._bar.show_count(count)

    def _editing_ended(self) -> None:
        self._bar.show_count(len(self.grid.selected()))

    def _menu(self, at: QPoint) -> None:
        index = self.grid.indexAt(at)
        menu = ContextMenu(self)
        person, heading = index.data(PERSON), index.data(HEADING)
        if isinstance(heading, Heading) and heading.link:
            menu.addAction(self.sort_out_action)
        if isinstance(person, Person):
            self._offer(menu, person)
        menu.open_over(self.grid, at)

    def _offer(self, menu: ContextMenu, person: Person) -> None:
        menu.addAction(tr("Open"), lambda: self.openPerson.emit(person.id))
        actions = (*self.group_actions.all(), self.granularity.action, *self.exporting.actions)
        menu.offer((*self.menu_actions()[:3], *actions))

    def _name(self, person_id: int, text: str) -> None:
        then = self._going_on_after(person_id)
        self._do(person_id, lambda now: self._naming.name(now, text, then))

    def _join(self, person_id: int, into: Person) -> None:
        then = self._going_on_after(person_id)
        self._do(person_id, lambda now: self._naming.join(now, into.id, then))

    def _do(self, person_id: int, does: Callable[[int], None]) -> None:
        shown = self.model.person_at(self.model.row_of(person_id))
        now = person_id if shown is None else self._naming.whoever_is(shown)
        if now is not None:
            with self.reader.later():
                does(now)

    def _going_on_after(self, person_id: int) -> Callable[[int], None]:
        """Return what follows a naming: the next group waits for its name, before the next key.

        An unnamed group leaves its place when it is named.
        """
        person = self.model.person_at(self.model.row_of(person_id))
        waited = person is not None and person.name is None

        def go_on(left: int) -> None:
            self.reader.show_at_once({person_id, left}, {person_id} if waited else ())
            if waited:
                self.grid.setFocus()
                self.grid.bring_up(self.grid.currentIndex(), theme.scaled(_MESSAGE))

        return go_on

    def _merge_selected(self) -> None:
        people = self.grid.selected_people()
        if len(people) > 1:
            named = [person for person in people if person.name]
            into = named[0] if named else max(people, key=lambda person: person.count)
            self._merge(into, people)

    def _merge_with(self) -> None:
        people = self.grid.selected_people()
        if len(people) == 1:
            self._choose_for(people[0])

    def _choose_for(self, person: Person) -> None:
        known, new = self.grid.delegate.known, person.name is None
        chooser = PersonChooser(
            tr("Merge with"),
            known,
            self.thumbnails,
            self,
            but=person.id,
            may_create=new,
            does=tr("Merge"),
        )
        then = self._going_on_after(person.id)
        chooser.chosen.connect(lambda into: self._naming.join(person.id, into, then))
        chooser.created.connect(lambda name: self._name(person.id, name))
        open_for_person(chooser, self.session.reads, person.id)

    def _drop(self, target: int, dragged: list[int]) -> None:
        people = [self.model.person_at(self.model.row_of(id_)) for id_ in (target, *dragged)]
        into, *others = people
        if into is not None:
            self._merge(into, [person for person in others if person is not None])

    def _merge(self, into: Person, others: Sequence[Person]) -> None:
        ids = {into.id, *(person.id for person in others)}

        def go_on(left: int) -> None:
            self.reader.show_at_once(ids)
            self.grid.select_people([left], left)

        self._naming.merge(into, others, go_on)

    # --- what is shown ------------------------------------------------------------------

    def _sort(self, order: Order) -> None:
        self.reader.keeping_place(lambda: self.model.sort_by(order), to_top=True)

    def _shown(self) -> None:
        self._choose_stack()
        if not self.grid.is_editing():
            self._selection_changed(self.grid.selected_count())

    def _choose_stack(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.grid)
        elif self.model.has_people():
            self._stack.setCurrentWidget(self._nobody)
        elif self.session.scanning:
            self._stack.setCurrentWidget(self._early)
        else:
            folders = self.session.library.folders.count()
            self._stack.setCurrentWidget(self._faceless if folders else self._empty)
