"""Everybody in the photos: named people, then "Who is this?", then faces seen once."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QWidget

from photoorg.errors import PhotoorgError
from photoorg.library import Library, Person
from photoorg.library.decisions import actions
from photoorg.types import Changed, Kind
from photoorg.ui import words
from photoorg.ui.dialogs.name_question import NameQuestion
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.models.people_model import PERSON, Order, PeopleModel
from photoorg.ui.pages.first_run_page import TRY
from photoorg.ui.pages.page import Page
from photoorg.ui.people.naming import Naming
from photoorg.ui.people.people_grid import PeopleGrid
from photoorg.ui.session import Session
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.empty_state import EmptyState
from photoorg.ui.widgets.segments import Segments
from photoorg.ui.widgets.selection_bar import SelectionBar


class PeoplePage(Page):
    """Naming, merging and hiding happen here; Enter or a double click opens a person."""

    key: ClassVar[str] = "people"
    name: ClassVar[str] = "People"
    icon: ClassVar[str] = "people"
    counts_on: ClassVar[Changed] = frozenset({Kind.PEOPLE})
    shows: ClassVar[Changed] = frozenset({Kind.PEOPLE, Kind.FACES, Kind.PHOTOS})
    search_hint: ClassVar[str] = "Search people"

    def __init__(
        self, session: Session, thumbnails: ThumbnailLoader, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, thumbnails, parent)
        self.model = PeopleModel(self)
        self.grid = PeopleGrid(self.model, thumbnails)
        self._naming = Naming(session, thumbnails, self)
        self._empty = EmptyState(
            "people",
            "No people yet",
            "Add a folder of photos to see everybody in them.",
            "Add a folder",
            other=TRY,
        )
        self._empty.acted.connect(self.addFolder)
        self._empty.otherActed.connect(self.demonstrationWanted)
        self._early = EmptyState(
            "people",
            "Nobody yet",
            "People appear here as soon as the faces in your photos have been sorted.",
        )
        self._faceless = EmptyState(
            "people",
            "Nobody found",
            "No faces were found in the photos that have been scanned.",
            "Add a folder",
        )
        self._faceless.acted.connect(self.addFolder)
        session.scanningChanged.connect(self._choose_stack)
        self._nobody = QLabel("Nobody with this name.")
        self._nobody.setProperty("look", "quiet")
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        for widget in (self._empty, self._early, self._faceless, self.grid, self._nobody):
            self._stack.addWidget(widget)
        self._order = Segments({"size": "Size", "name": "A\u2013Z"}, "Order of people")
        self._order.chosen.connect(self._sort)
        self._make_actions()
        self._bar = SelectionBar(self)
        self._bar.offer(
            {
                self.rename_action: "pencil",
                self.merge_action: "merge",
                self.different_action: "apart",
                self.hide_action: "hide",
                self.show_action: "show",
            }
        )
        self._bar.cleared.connect(self.grid.clearSelection)
        self.grid.opened.connect(self._open)
        self.grid.named.connect(self._name)
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
        """Return how many people there are besides hidden ones and faces seen once."""
        return sum(p.name is not None or p.count > 1 for p in library.people.list())

    def options(self) -> QWidget | None:
        return self._order

    def menu_actions(self) -> list[QAction]:
        return [
            self.rename_action,
            self.merge_action,
            self.merge_with_action,
            self.different_action,
            self.hide_action,
            self.show_action,
        ]

    def refresh(self, changed: Changed) -> None:
        del changed
        try:
            people = self.session.library.people.list(include_hidden=True)
        except PhotoorgError as error:
            self.session.failed.emit(str(error))
            return
        self._keeping_place(lambda: self.model.show(people))
        self.grid.delegate.known_names = sorted({p.name for p in people if p.name})
        self._choose_stack()

    def search(self, text: str) -> None:
        self.model.search(text)
        self.grid.verticalScrollBar().setValue(0)
        self._choose_stack()

    # --- actions ------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.rename_action = self._action("Name", self.grid.start_naming, "F2")
        self.merge_action = self._action("Merge", self._merge_selected, "Ctrl+M")
        self.merge_with_action = self._action("Merge with…", self._merge_with)
        self.different_action = self._action("These are two people", self._keep_apart)
        self.different_action.setToolTip("Never put a face of one with those of the other")
        self.hide_action = self._action("Hide", lambda: self._hide(hidden=True), "Ctrl+H")
        self.show_action = self._action("Show again", lambda: self._hide(hidden=False))

    def _action(self, text: str, does: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        self.grid.addAction(action)
        return action

    def _selection_changed(self, count: int) -> None:
        people = self.grid.selected_people() if count <= 500 else []
        one = people[0] if count == 1 and people else None
        self.rename_action.setText("Rename" if one and one.name else "Name")
        self.rename_action.setEnabled(one is not None)
        self.merge_action.setEnabled(count > 1)
        self.merge_with_action.setEnabled(one is not None)
        self.different_action.setEnabled(count == 2)
        hidden = bool(people) and all(person.hidden for person in people)
        self.hide_action.setEnabled(count > 0 and not hidden)
        self.hide_action.setVisible(not hidden)
        self.show_action.setEnabled(hidden)
        self.show_action.setVisible(hidden)
        self._bar.follow()
        self._bar.show_count(count)

    def _editing_ended(self) -> None:
        self._bar.show_count(len(self.grid.selected()))

    def _menu(self, at: QPoint) -> None:
        index = self.grid.indexAt(at)
        if index.data(PERSON) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Open", lambda: self._open(index))
        for action in self.menu_actions():
            if action.isEnabled() and action.isVisible():
                menu.addAction(action)
        menu.popup(self.grid.viewport().mapToGlobal(at))

    def _open(self, index: QModelIndex) -> None:
        person = index.data(PERSON)
        if isinstance(person, Person):
            self.openPerson.emit(person.id)

    def _name(self, person_id: int, text: str) -> None:
        following = self._following_unnamed(person_id)

        def go_on(_: int) -> None:
            # an unnamed group leaves its place when it is named: the next one waits for a name
            if following is not None:
                self.grid.select_people([following], following)
                self.grid.setFocus()

        self._naming.name(person_id, text, go_on)

    def _following_unnamed(self, person_id: int) -> int | None:
        row = self.model.row_of(person_id)
        this = self.model.person(self.model.index(row, 0))
        following = self.model.person(self.model.index(row + 1, 0))
        if this is None or this.name is not None or following is None:
            return None
        return following.id

    def _merge_selected(self) -> None:
        people = self.grid.selected_people()
        names = {person.name: person for person in reversed(people) if person.name}
        if len(people) < 2:
            return
        if len(names) < 2:
            into = next(iter(names.values()), max(people, key=lambda person: person.count))
            self._merge(into.id, [person.id for person in people])
            return
        question = NameQuestion(list(reversed(names.values())), self.thumbnails, self)
        question.chosen.connect(lambda id_: self._merge(id_, [person.id for person in people]))
        question.open()

    def _merge_with(self) -> None:
        people = self.grid.selected_people()
        if len(people) != 1:
            return
        others = [p for p in self.session.library.people.list() if p.id != people[0].id]
        chooser = PersonChooser(
            "Merge with", others, self.thumbnails, self, may_create=people[0].name is None
        )
        chooser.chosen.connect(lambda id_: self._merge(id_, [people[0].id]))
        chooser.created.connect(lambda name: self._name(people[0].id, name))
        chooser.open()

    def _drop(self, target: int, dragged: list[int]) -> None:
        self._merge(target, dragged)

    def _merge(self, into: int, ids: list[int]) -> None:
        others = [id_ for id_ in ids if id_ != into]
        if self.session.perform(actions.merge, into, others):
            name = self.session.library.people.get(into).name
            what = words.count(len(others), "group")
            said = f"Merged {what} into {name}" if name else f"Merged {len(others) + 1} groups"
            self.session.say(said, undoable=True)
            self.grid.select_people([into], into)

    def _keep_apart(self) -> None:
        people = self.grid.selected_people()
        if len(people) == 2 and self.session.perform(actions.different, people[0].id, people[1].id):
            one, other = people[0].name or "a group", people[1].name or "another group"
            self.session.say(f"Kept {one} and {other} apart", undoable=True)

    def _hide(self, *, hidden: bool) -> None:
        people = self.grid.selected_people()
        if not people:
            return
        ids = [person.id for person in people]
        if self.session.perform(actions.hide, ids, hidden=hidden):
            who = people[0].name if len(people) == 1 and people[0].name else None
            what = who or words.count(len(people), "group")
            self.session.say(f"{'Hid' if hidden else 'Showing'} {what}", undoable=True)

    # --- keeping the place --------------------------------------------------------------

    def _sort(self, order: Order) -> None:
        self._keeping_place(lambda: self.model.sort_by(order), scroll_to_top=True)

    def _keeping_place(self, change: Callable[[], None], *, scroll_to_top: bool = False) -> None:
        """Apply a change of the model without losing selection, current tile and scroll."""
        grid, model = self.grid, self.model
        selected = [person.id for person in grid.selected_people()]
        current = model.person(grid.currentIndex())
        row, distance = grid.anchor()
        anchor = model.person(model.index(row, 0))
        at = grid.verticalScrollBar().value()
        change()
        grid.select_people(selected, current.id if current else None)
        anchor_row = model.row_of(anchor.id) if anchor else -1
        if scroll_to_top:
            grid.verticalScrollBar().setValue(0)
        elif at > 0 and anchor_row >= 0:
            grid.restore_anchor((anchor_row, distance))
        else:
            grid.verticalScrollBar().setValue(at)

    def _choose_stack(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.grid)
        elif self.model.has_people():
            self._stack.setCurrentWidget(self._nobody)
        elif self.session.scanning:
            self._stack.setCurrentWidget(self._early)
        else:
            folders = self.session.library.folders.list()
            self._stack.setCurrentWidget(self._faceless if folders else self._empty)
