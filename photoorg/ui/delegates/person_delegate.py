"""Draws a person's tile and lets its name be typed in place."""

from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import theme, words
from photoorg.ui.delegates.heading import paint_heading
from photoorg.ui.delegates.picture_delegate import AwaitingDelegate
from photoorg.ui.direction import isolated
from photoorg.ui.models.known_names import KnownNames
from photoorg.ui.models.people_model import HEADING, PERSON, Heading, figures
from photoorg.ui.theme import Tokens
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import (
    paint_check,
    paint_pill,
    paint_ring,
)
from photoorg.ui.widgets.name_field import NameField, left_for_good
from photoorg.ui.widgets.tile_grid import TileGrid

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_FIELD = 208
"""Pixels that a name has at least while it is typed."""


class PersonDelegate(AwaitingDelegate):
    """Tells what is typed for a name; nothing is stored here.

    ``named`` carries the person's id and what was typed, ``joined`` the id and the person who was
    chosen among the completions. Only Enter, Tab or a choice is an answer. What was typed when
    somebody clicks elsewhere may be half a name: it waits on the tile, and opening the name again
    goes on with it. ``drop_row`` and ``drop_text`` say over which tile something is held, and what
    letting go of it would do.
    """

    named = Signal(int, str)
    joined = Signal(int, object)
    editing = Signal()

    def __init__(self, grid: TileGrid, thumbnails: ThumbnailLoader) -> None:
        super().__init__(grid, thumbnails)
        self.known = KnownNames()
        self._drafts: dict[int, str] = {}
        self._links: dict[str, QRect] = {}
        self.drop_row = -1
        self.drop_text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = theme.tokens_of(self._grid)
        focused = bool(option.state & _State.State_HasFocus)
        hovered = bool(option.state & _State.State_MouseOver)
        heading = index.data(HEADING)
        if isinstance(heading, Heading):
            number = words.number(heading.count)
            link = paint_heading(
                painter,
                option.rect,
                heading.title,
                number,
                colors,
                folded=heading.folded,
                hint=heading.hint,
                link=heading.link,
                focused=focused,
                hovered=hovered,
            )
            self._links[heading.key] = link.translated(-option.rect.topLeft())
            return
        person = cast("Person", index.data(PERSON))
        cover = self.cover_rect(option.rect)
        radius = cover_radius(person, cover.width())
        if not self.paint_cover(painter, cover, person) and person.cover_face_id is not None:
            self._waiting[person.cover_face_id] = QPersistentModelIndex(index)
        selected = bool(option.state & _State.State_Selected)
        target = index.row() == self.drop_row
        if selected or target:
            paint_ring(painter, cover, radius, colors.accent, 3, 2)
        elif hovered:
            paint_ring(painter, cover, radius, colors.border, 2, 2)
        if focused:
            beside = max(7, (self._grid.tile_width(index.row()) - cover.width()) // 2 + 1)
            around = option.rect.adjusted(-beside, -7, beside, 5)
            paint_ring(painter, around, theme.RADIUS_LARGE, colors.focus, 1.5, 0)
        if selected:
            away = cover.width() * (0.146 if person.name is not None else 0.06)
            paint_check(painter, QPointF(cover.topLeft()) + QPointF(away, away), colors)
        typing = self._grid.is_editing() and index == self._grid.currentIndex()
        if option.rect.height() > cover.height() and not typing:
            self._paint_words(painter, option.rect, index.row(), person, colors, hovered)
        if target and self.drop_text:
            painter.setFont(theme.font(theme.SMALL, strong=True))
            # on the upper edge: the picture that is dragged hangs below the pointer
            edge = QRect(cover.left(), cover.top() - 12, cover.width(), 24)
            paint_pill(painter, edge, self.drop_text, colors)

    def link_rect(self, index: Index) -> QRect:
        """Return where the link of a heading stands in the viewport, as it was painted last."""
        heading = index.data(HEADING)
        if not isinstance(heading, Heading) or not heading.link:
            return QRect()
        return self._links.get(heading.key, QRect()).translated(
            self._grid.visualRect(index).topLeft()
        )

    def cover_rect(self, tile: QRect) -> QRect:
        """Return where the picture lies in a tile."""
        return QRect(tile.left(), tile.top(), tile.width(), tile.width())

    def name_rect(self, index: Index) -> QRect:
        """Return where the name stands in the viewport; empty for a tile without words."""
        tile = self._grid.visualRect(index)
        if tile.height() <= tile.width():
            return QRect()
        extra = (self._grid.tile_width(index.row()) - tile.width()) // 2
        return QRect(
            tile.left() - extra,
            tile.top() + tile.width() + 4,
            tile.width() + 2 * extra,
            theme.scaled(26),
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        person = cast("Person", index.data(PERSON))
        field = NameField(self.known, parent, self._thumbnails)
        field.person_id = person.id
        field.setAccessibleName(
            tr("Name of {name}", name=person.name) if person.name else tr("Name of this person")
        )
        field.returnPressed.connect(lambda: self._enter(field))
        field.chosen.connect(lambda: self._choose(field))
        self.editing.emit()
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        field = cast("NameField", editor)
        if not field.isModified():  # what is being typed stays, whatever becomes of the row
            draft = self._drafts.get(field.person_id or 0)
            field.setText(index.data(Qt.ItemDataRole.EditRole) if draft is None else draft)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        tile = option.rect
        width = max(tile.width() + 16, theme.scaled(_FIELD))
        height = editor.sizeHint().height()
        middle = tile.center().x()
        top = tile.top() + min(tile.width() + 2, tile.height() - height)
        left = max(4, min(middle - width // 2, self._grid.viewport().width() - width - 4))
        editor.setGeometry(left, top, width, height)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Store nothing, a name is told by ``named``; the view has moved on, so the text waits."""
        del model, index
        self._keep(cast("NameField", editor))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, NameField):
            return False
        if isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if isinstance(event, QFocusEvent) and not event.gotFocus() and left_for_good(event):
            self._keep(watched)
            self.closeEditor.emit(watched)
        return False

    def _key(self, field: NameField, event: QKeyEvent) -> bool:
        """Take the keys that end typing; all others are the field's own."""
        pressed = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape and not field.is_completing():
            if pressed:
                self._close(field)
            event.accept()
            return pressed or event.type() == QEvent.Type.ShortcutOverride
        if pressed and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            field.enter()
            return True
        return False

    def _enter(self, field: NameField) -> None:
        person_id, text = field.person_id or 0, field.text().strip()
        self._close(field)
        self.named.emit(person_id, text)

    def _choose(self, field: NameField) -> None:
        person_id, choice = field.person_id or 0, field.choice
        self._close(field)
        if isinstance(choice, Person):
            self.joined.emit(person_id, choice)

    def _close(self, field: NameField) -> None:
        self._drafts.pop(field.person_id or 0, None)
        self.closeEditor.emit(field)

    def _keep(self, field: NameField) -> None:
        """Let what was typed wait."""
        text = field.text().strip()
        if field.person_id is not None and field.isModified() and text:
            self._drafts[field.person_id] = text

    def paint_cover(self, painter: QPainter, rect: QRect, person: Person) -> bool:
        """Draw a person's cover, a circle for a named one; tell whether the picture was there."""
        colors = theme.tokens_of(self._grid)
        radius = cover_radius(person, rect.width())
        face = person.cover_face_id
        picture = None if face is None else self._thumbnails.face(face, rect.width())
        self._covers.paint(painter, rect, picture, radius, colors)
        if face is None and person.name:
            painter.setFont(theme.font(theme.DISPLAY))
            painter.setPen(colors.text_muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, person.name[:1].upper())
        return picture is not None

    def _paint_words(
        self,
        painter: QPainter,
        tile: QRect,
        row: int,
        person: Person,
        colors: Tokens,
        hovered: bool,  # noqa: FBT001 - one of the states a tile is painted in
    ) -> None:
        width = self._grid.tile_width(row)
        left = tile.center().x() - width // 2
        top = tile.top() + tile.width() + 8
        named = person.name is not None
        draft = self._drafts.get(person.id)
        letters = theme.font(theme.STRONG if named else theme.BODY)
        letters.setUnderline(hovered and not named)
        letters.setItalic(draft is not None)
        painter.setFont(letters)
        painter.setPen(colors.text if named and draft is None else colors.accent)
        line = QRect(left, top, width, theme.scaled(20))
        name = person.name if person.name is not None else tr("Add name")
        name = f"{draft}…" if draft is not None else name
        shown = QFontMetrics(letters).elidedText(name, Qt.TextElideMode.ElideRight, width)
        self._paint_line(painter, line, isolated(shown))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(colors.text_muted)
        below = " · ".join(figures(person)) if draft is None else tr("not saved yet")
        if painter.fontMetrics().horizontalAdvance(below) > width:
            below = figures(person)[-1]  # what there is to do goes before what there is
        self._paint_line(painter, line.translated(0, theme.scaled(19)), below)

    def _paint_line(self, painter: QPainter, line: QRect, text: str) -> None:
        """Draw words in the middle of a line, moved as far as they would reach out of the view."""
        half = painter.fontMetrics().horizontalAdvance(text) // 2 + 1
        middle = min(line.center().x(), self._grid.viewport().width() - half)
        line = line.translated(max(middle, half) - line.center().x(), 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


def cover_radius(person: Person, side: int) -> float:
    """Return the corner radius of a cover: named people are round, groups are square."""
    return side / 2 if person.name is not None else theme.RADIUS_LARGE
