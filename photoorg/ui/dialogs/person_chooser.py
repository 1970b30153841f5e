"""Choosing a person by typing: for "move to" and "merge with"."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person
from photoorg.ui import theme, words
from photoorg.ui.models.people_model import PERSON, plain
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.cover import Covers, paint_absent

_NEW = Qt.ItemDataRole.UserRole + 9
_LINE = 52
_SHOWN = 200


class PersonChooser(QDialog):
    """``chosen`` carries an id; ``created`` the name of a person that does not exist yet."""

    chosen = Signal(int)
    created = Signal(str)

    def __init__(
        self,
        title: str,
        people: Sequence[Person],
        thumbnails: ThumbnailLoader,
        parent: QWidget,
        *,
        may_create: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._people = list(people)
        self._may_create = may_create
        heading = QLabel(title)
        heading.setProperty("look", "strong")
        self.field = QLineEdit()
        self.field.setPlaceholderText("Name")
        self.field.setAccessibleName("Name of the person")
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("People")
        self.list.setItemDelegate(_Line(thumbnails, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        thumbnails.ready.connect(self._repaint)
        cancel = QPushButton("Cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.accept_button = QPushButton(title.split(maxsplit=1)[0])
        self.accept_button.setProperty("look", "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._take_current)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self.resize(400, 480)
        self._filter("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(cast("QKeyEvent", event).key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _repaint(self) -> None:
        self.list.viewport().update()

    def _filter(self, text: str) -> None:
        wanted = plain(text)
        found = [p for p in self._people if p.name is not None and wanted in plain(p.name)]
        found.sort(key=lambda p: (not plain(p.name or "").startswith(wanted), -p.count))
        self.list.clear()
        for person in found[:_SHOWN]:
            item = QListWidgetItem(person.name or "")
            item.setData(PERSON, person)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{person.name}, {words.count(person.count, 'photo')}",
            )
            self.list.addItem(item)
        exact = any(plain(p.name or "") == wanted for p in found)
        name = " ".join(text.split())
        if name and not exact and self._may_create:
            item = QListWidgetItem(f"New person “{name}”")
            item.setData(_NEW, name)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.accept_button.setEnabled(self.list.count() > 0)

    def _take_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._take(item)

    def _take(self, item: QListWidgetItem) -> None:
        person, name = item.data(PERSON), item.data(_NEW)
        self.accept()
        if isinstance(person, Person):
            self.chosen.emit(person.id)
        else:
            self.created.emit(name)


class _Line(QStyledItemDelegate):
    def __init__(self, thumbnails: ThumbnailLoader, view: QListWidget) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._view = view
        self._covers = Covers()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]  # also called with a persistent index
        del option, index
        return QSize(0, _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]  # also called with a persistent index
        colors = theme.tokens_of(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.selected if chosen else colors.hover)
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), theme.RADIUS, theme.RADIUS)
        person = index.data(PERSON)
        cover = option.rect.adjusted(8, 6, 0, -6)
        cover.setWidth(cover.height())
        words_rect = option.rect.adjusted(16 + cover.width() + 4, 0, -12, 0)
        if isinstance(person, Person):
            face, side = person.cover_face_id, cover.width()
            picture = self._thumbnails.face(face, side) if face is not None else None
            if picture is None:
                paint_absent(painter, cover, side / 2, colors)
            else:
                ratio = painter.device().devicePixelRatioF()
                painter.drawPixmap(
                    cover.topLeft(), self._covers.cut(picture, side, side / 2, ratio)
                )
            painter.setPen(colors.text_muted)
            painter.setFont(theme.font(theme.SMALL))
            painter.drawText(
                words_rect,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                words.number(person.count),
            )
        painter.setPen(colors.text)
        painter.setFont(theme.font(theme.BODY))
        painter.drawText(
            words_rect.adjusted(0, 0, -48, 0), Qt.AlignmentFlag.AlignVCenter, index.data()
        )
        painter.restore()
