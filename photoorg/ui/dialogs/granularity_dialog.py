"""Fewer, larger groups or more, smaller ones: a slider that shows what would change."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Person
from photoorg.review.granularity import STEPS, Change
from photoorg.tr import tr
from photoorg.ui.delegates.change_delegate import ChangeDelegate
from photoorg.ui.dialogs.width import open_at
from photoorg.ui.models.changes_model import ChangesModel, SeenChange
from photoorg.ui.thumbnail_loader import ThumbnailLoader

Levels = Mapping[int, Sequence[SeenChange]]
"""What would change at every place of the slider."""


class GranularityDialog(QDialog):
    """``wanted`` carries the ticked changes when Enter or "Apply" takes them.

    ``person`` is whom it is about; None for all groups without a name. Until :meth:`show_levels`
    is called, the slider waits.
    """

    wanted = Signal(list)

    def __init__(self, person: Person | None, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._person = person
        self._levels: Levels = {}
        self.setWindowTitle(_title(person))
        heading, sentence = QLabel(_title(person)), QLabel(_sentence(person))
        heading.setProperty("look", "strong")
        sentence.setProperty("look", "quiet")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-STEPS, STEPS)
        self.slider.setPageStep(1)
        self.slider.setAccessibleName(_title(person))
        self.slider.setEnabled(False)
        self.slider.valueChanged.connect(self._move)
        self.told = QLabel(tr("Looking at what lies between the groups…"))
        self.told.setProperty("look", "strong")
        for label in (heading, sentence, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.model = ChangesModel(self)
        self.model.dataChanged.connect(self._tell)
        self.list = QListView()
        self.list.setAccessibleName(tr("What would change"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(ChangeDelegate(self.list, thumbnails))
        self.list.setModel(self.model)
        thumbnails.ready.connect(self._repaint)
        self.none = QPushButton(tr("Take none"))
        self.none.setAutoDefault(False)
        self.none.clicked.connect(self._turn_all)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button = QPushButton(tr("Apply"))
        self.button.setProperty("look", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._finish)
        self._lay_out((heading, sentence), cancel)
        open_at(self, 640, 600)

    def show_levels(self, levels: Levels) -> None:
        """Let the slider show these; it stands at what is there."""
        self._levels = levels
        self.slider.setEnabled(True)
        self.slider.setFocus()
        self._move(self.slider.value())

    def refuse(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.told.setText(sentence)

    def _lay_out(self, words: Sequence[QLabel], cancel: QPushButton) -> None:
        ends, bottom = QHBoxLayout(), QHBoxLayout()
        leading = Qt.AlignmentFlag.AlignLeading
        middle, trailing = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignTrailing
        for text, place in zip(_places(self._person), (leading, middle, trailing), strict=True):
            label = QLabel(text)
            label.setProperty("look", "quiet")
            label.setAlignment(place)
            ends.addWidget(label, 1)
        bottom.addWidget(self.none)
        bottom.addStretch()
        bottom.addWidget(cancel)
        bottom.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for label in words:
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        column.addLayout(bottom)
        self._tell()

    def _move(self, level: int) -> None:
        self.model.show(self._levels.get(level, ()))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()
        self._tell()

    def _tell(self, *_: QModelIndex) -> None:
        ticked = self.model.ticked()
        self.button.setEnabled(bool(ticked))
        self.none.setEnabled(self.model.rowCount() > 0)
        self.none.setText(tr("Take none") if ticked else tr("Take all"))
        if self._levels:
            text = told(ticked, self._person, anything=self.model.rowCount() > 0)
            self.told.setText(text)

    def _turn_all(self) -> None:
        self.model.tick_all(on=not self.model.ticked())

    def _finish(self) -> None:
        ticked = self.model.ticked()
        if ticked:
            self.accept()
            self.wanted.emit(ticked)

    def _repaint(self) -> None:
        self.list.viewport().update()


def told(ticked: Sequence[Change], person: Person | None, *, anything: bool) -> str:
    """Return the sentence about what would change, if ``anything`` is there to be ticked."""
    if not ticked:
        return tr("Nothing is ticked.") if anything else tr("Everything stays as it is.")
    joined = sum(len(change.joining) for change in ticked)
    faces = tr("{n} faces", n=sum(len(c.faces) for c in ticked), one="{n} face")
    if person is not None and joined:
        return tr(
            "{n} groups would join: {faces}.",
            n=joined,
            one="{n} group would join: {faces}.",
            faces=faces,
        )
    if person is not None:
        return tr(
            "{n} parts would leave: {faces}.",
            n=len(ticked),
            one="{n} part would leave: {faces}.",
            faces=faces,
        )
    if joined:
        return tr(
            "{n} groups would join others: {faces}. No name is touched.",
            n=joined,
            one="{n} group would join another: {faces}. No name is touched.",
            faces=faces,
        )
    return tr(
        "{n} groups would be divided: {faces} would leave. No name is touched.",
        n=len({change.person for change in ticked}),
        one="{n} group would be divided: {faces} would leave. No name is touched.",
        faces=faces,
    )


def _title(person: Person | None) -> str:
    if person is None:
        return tr("Larger or smaller groups")
    if person.name is None:
        return tr("A larger or smaller group")
    return tr("More or less of {person}", person=person.name)


def _sentence(person: Person | None) -> str:
    if person is None:
        return tr("Only groups without a name change, and nothing that you have said.")
    return tr(
        "Towards “Larger”, groups that look most alike join; towards “Smaller”, the parts that "
        "look least alike leave. It stands for good, and can be undone."
    )


def _places(person: Person | None) -> tuple[str, str, str]:
    """Return what the slider's ends mean, and its middle."""
    if person is None:
        return tr("Fewer, larger groups"), tr("As they are"), tr("More, smaller groups")
    return tr("Larger"), tr("As it is"), tr("Smaller")
