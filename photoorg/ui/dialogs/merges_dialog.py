"""Who was merged into a person, and taking any of them out again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.library import Merge, Person
from photoorg.tr import tr
from photoorg.ui.delegates.merge_delegate import MergeDelegate
from photoorg.ui.dialogs.width import open_at
from photoorg.ui.models.merges_model import MergesModel
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.row_delegate import HEIGHT
from photoorg.ui.widgets.row_list import RowList


class MergesDialog(QDialog):
    """``takenBack`` carries the merge that shall be no more; then the dialog is closed."""

    takenBack = Signal(object)

    def __init__(
        self,
        person: Person,
        merges: Sequence[Merge],
        thumbnails: ThumbnailLoader,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = (
            tr("Merged into {name}", name=person.name)
            if person.name
            else tr("Merged into this group")
        )
        self.setWindowTitle(title)
        heading = QLabel(title)
        heading.setProperty("look", "strong")
        sentence = QLabel(
            tr("Whoever you take back stands alone again, with the name and the faces from before.")
        )
        sentence.setProperty("look", "quiet")
        for label in (heading, sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.model = MergesModel(merges, self)
        self.list = RowList(title, delegate=lambda view: MergeDelegate(view, thumbnails))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setModel(self.model)
        self.take_back = QAction(tr("Take back"), self)
        self.take_back.triggered.connect(self._take_back)
        self.list.offer({self.take_back: "apart"})
        thumbnails.ready.connect(self._repaint)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(sentence)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        column.addLayout(row)
        open_at(self, 500, min(520, 190 + HEIGHT * len(merges)))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _take_back(self) -> None:
        for row in self.list.at_hand()[:1]:
            merge = self.model.merge(row)
            self.accept()
            self.takenBack.emit(merge)

    def _repaint(self) -> None:
        self.list.viewport().update()
