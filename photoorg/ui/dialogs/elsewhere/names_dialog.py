"""What other programs tell of who is in the photos, before any of it is taken over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoorg.jobs.names.reading_request import NamesSummary, OfferedName
from photoorg.library import Person
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.dialogs.width import give_height
from photoorg.ui.thumbnail_loader import ThumbnailLoader
from photoorg.ui.widgets.choices import CheckBox
from photoorg.ui.widgets.cover_label import CoverLabel

_COVER = 44
_MOST_HEIGHT = 360


class NamesDialog(QDialog):
    """``agreed`` carries the offers that are ticked: ``(group, name)`` of each."""

    agreed = Signal(list)

    def __init__(self, summary: NamesSummary, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Names from other programs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        column.addWidget(_label(summary.told(), "strong"))
        column.addWidget(_label(_counts(summary), "quiet"))
        self.offers: dict[CheckBox, OfferedName] = {}
        if summary.offers:
            column.addSpacing(8)
            told = tr("Of these only names are told, not their faces. Who is it?")
            column.addWidget(_label(told, "quiet"))
            column.addWidget(self._list(summary, thumbnails), 1)
        column.addSpacing(16)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.button = QPushButton(tr("Take over"))
        self.button.setProperty("look", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._agree)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.button)
        column.addLayout(row)
        self.setMinimumWidth(theme.scaled(480))
        give_height(self)
        self.button.setFocus()

    def _list(self, summary: NamesSummary, thumbnails: ThumbnailLoader) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for offer in summary.offers:
            box = CheckBox(_offered(offer).replace("&", "&&"))
            box.setChecked(True)
            self.offers[box] = offer
            face = Person(offer.group, None, offer.shown, offer.face, hidden=False)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(CoverLabel(thumbnails, _COVER, face))
            row.addWidget(box, 1)
            column.addLayout(row)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        height = min(len(summary.offers) * (_COVER + 8), _MOST_HEIGHT)
        area.setMinimumHeight(theme.scaled(height))
        area.setAccessibleName(tr("Names without a place"))
        return area

    def _agree(self) -> None:
        ticked = [(one.group, one.name) for box, one in self.offers.items() if box.isChecked()]
        self.accept()
        self.agreed.emit(ticked)


def _counts(summary: NamesSummary) -> str:
    said = []
    if summary.named:
        said.append(
            tr("{n} are on faces that were found.", n=summary.named, one="{n} is on a found face.")
        )
    if summary.drawn:
        said.append(
            tr(
                "{n} get boxes where no face was found.",
                n=summary.drawn,
                one="{n} gets a box where no face was found.",
            )
        )
    if summary.there:
        said.append(tr("{n} are known already.", n=summary.there, one="{n} is known already."))
    said.append(tr("What you said yourself stays, and Undo takes this back."))
    return " ".join(said)


def _offered(offer: OfferedName) -> str:
    return tr(
        "{name}, in {common} of {n} photos",
        n=offer.told,
        name=offer.name,
        common=offer.common,
    )


def _label(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
