"""Draws a question of a sheet: who it may be, whom it is about, and the answer so far."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photoorg.review.questions import Question
from photoorg.tr import tr
from photoorg.ui import icons, theme, words
from photoorg.ui.direction import isolated, placed
from photoorg.ui.review.sheet_model import MARK, QUESTION, SheetModel
from photoorg.ui.review.sitting import Mark
from photoorg.ui.theme import Tokens
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_check, paint_ring
from photoorg.ui.widgets.tile_grid import TileGrid

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_COVER, _EDGE, _BADGE = 84, 12, 11
_PALE = 0.45


class SheetDelegate(QStyledItemDelegate):
    """``waiting`` are the faces that were painted without a picture."""

    def __init__(self, grid: TileGrid, thumbnails: ThumbnailLoader) -> None:
        super().__init__(grid)
        self._grid = grid
        self._thumbnails = thumbnails
        self._covers = Covers()
        self.waiting: set[int] = set()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors, rect = theme.tokens_of(self._grid), option.rect
        question, mark = cast("Question", index.data(QUESTION)), index.data(MARK)
        hovered = bool(option.state & _State.State_MouseOver)
        self._paint_card(painter, rect, mark, colors, hovered=hovered)
        reading = cast("SheetModel", index.model()).reading
        person, group = (reading.people.get(id_ or 0) for id_ in (question.person, question.other))
        first, second = self._cover_rects(rect)
        painter.setOpacity(_PALE if mark is Mark.NONE else 1)
        face = person.cover_face_id if person is not None else question.other_faces[0]
        self._paint_face(painter, first, face, named=question.name is not None)
        face = question.faces[0] if group is None else group.cover_face_id
        self._paint_face(painter, second, face, named=False)
        painter.setOpacity(1)
        self._paint_words(painter, rect, question, colors)
        middle = QPointF(rect.center().x(), first.center().y())
        _paint_mark(painter, middle, mark, colors)
        if hovered:
            picture = icons.pixmap(
                "search", colors.text_muted, 16, painter.device().devicePixelRatioF()
            )
            painter.drawPixmap(self.magnifier(rect).topLeft() + QPoint(4, 4), picture)
        if option.state & _State.State_HasFocus:
            paint_ring(painter, rect, theme.RADIUS_LARGE, colors.focus, 2, 1)

    def magnifier(self, tile: QRect) -> QRect:
        """Return where a click shows the question over the whole page."""
        return QRect(tile.center().x() - 12, tile.top() + 6, 24, 24)

    def _cover_rects(self, tile: QRect) -> tuple[QRect, QRect]:
        """Return the places of the two covers, each in the middle of its half, as one reads."""
        half = tile.width() // 2
        side = QRect(0, tile.top() + _EDGE, _COVER, _COVER)
        away = (half - 16 - _COVER) // 2
        left = side.translated(tile.left() + max(away, _EDGE - 4), 0)
        right = side.translated(tile.right() - _COVER - max(away, _EDGE - 4) + 1, 0)
        return placed(tile, left), placed(tile, right)

    def _paint_card(
        self, painter: QPainter, rect: QRect, mark: Mark, colors: Tokens, *, hovered: bool
    ) -> None:
        border = {Mark.YES: colors.accent, Mark.NO: colors.danger}.get(mark, colors.border)
        painter.setPen(QPen(border, 1 if mark is Mark.NONE else 1.5))
        painter.setBrush(colors.hover if hovered else colors.surface_raised)
        inside = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inside, theme.RADIUS_LARGE, theme.RADIUS_LARGE)

    def _paint_face(self, painter: QPainter, rect: QRect, face: int | None, *, named: bool) -> None:
        radius = rect.width() / 2 if named else theme.RADIUS_LARGE
        picture = None if face is None else self._thumbnails.face(face, rect.width())
        if picture is None and face is not None:
            self.waiting.add(face)
        self._covers.paint(painter, rect, picture, radius, theme.tokens_of(self._grid))

    def _paint_words(
        self, painter: QPainter, tile: QRect, question: Question, colors: Tokens
    ) -> None:
        here = tr("One group") if question.name is None else question.name
        there = tr("Another group") if question.name is None else tr("This group")
        there = there if len(question.faces) > 1 else tr("This face")
        sides = ((here, len(question.other_faces)), (there, len(question.faces)))
        for cover, (text, count) in zip(self._cover_rects(tile), sides, strict=True):
            # to the nearer edge of the card on both sides, and not into the other half
            middle = cover.center().x()
            width = 2 * min(middle - tile.left(), tile.right() - middle) - 8
            width = min(width, tile.width() // 2 - 12)
            line = QRect(0, cover.bottom() + 6, width, theme.scaled(18))
            line.moveCenter(QPoint(cover.center().x(), line.center().y()))
            letters = theme.font(theme.BODY, strong=text == question.name)
            painter.setFont(letters)
            painter.setPen(colors.text)
            _paint_line(painter, line, text)
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(colors.text_muted)
            _paint_line(painter, line.translated(0, theme.scaled(17)), words.faces(count))


def _paint_line(painter: QPainter, line: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, isolated(shown))


def _paint_mark(painter: QPainter, middle: QPointF, mark: Mark, colors: Tokens) -> None:
    """Draw the answer so far: a check, a cross, or nothing yet."""
    if mark is Mark.YES:
        paint_check(painter, middle, colors)
        return
    painter.setPen(QPen(colors.field_border if mark is Mark.NONE else colors.surface, 1.5))
    painter.setBrush(colors.surface_raised if mark is Mark.NONE else colors.danger)
    painter.drawEllipse(middle, _BADGE, _BADGE)
    if mark is Mark.NO:
        ratio = painter.device().devicePixelRatioF()
        picture = icons.pixmap("close", colors.surface_raised, 12, ratio)
        painter.drawPixmap(middle - QPointF(6, 6), picture)
