"""Where photos go, of people or those that were chosen, how and under which names."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.jobs.export_request import ExportRequest, Which
from photoorg.library import Person
from photoorg.media.exporting import How, fitting
from photoorg.tr import tr
from photoorg.ui import theme
from photoorg.ui.widgets.choices import ChoiceBox

_MOST_NAMES = 3


class ExportDialog(QDialog):
    """``wanted`` carries the :class:`ExportRequest` when Enter or "Export" asks for it."""

    wanted = Signal(object)

    def __init__(
        self,
        library: Path,
        people: Sequence[Person],
        parent: QWidget,
        *,
        photos: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._library = library
        self._people = tuple(person.id for person in people)
        self._photos = tuple(photos)
        self._name = tr("a selection") if photos else called(people)
        self.setWindowTitle(tr("Export photos"))
        heading = QLabel(
            tr("Export {n} photos", n=len(photos), one="Export a photo")
            if photos
            else tr("Export photos of {people}", people=self._name)
        )
        heading.setProperty("look", "strong")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        place = _usual_place() / fitting(tr("Photos") if photos else self._name)
        self.folder = QLineEdit(str(place))
        self.folder.setAccessibleName(tr("Folder"))
        self.folder.textChanged.connect(self._follow)
        self.choose = QPushButton(tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.which = ChoiceBox(_which(several=len(people) > 1), Which.ANY)
        self.how = ChoiceBox(
            {
                How.COPY: tr("Copies"),
                How.HARD: tr("Hard links (on the same disk)"),
                How.SYMBOLIC: tr("Symbolic links"),
            },
            How.COPY,
        )
        self.names = ChoiceBox(
            {"kept": tr("As they are called"), "date": tr("By date and time")}, "kept"
        )
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.button = QPushButton(tr("Export"))
        self.button.setProperty("look", "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self._finish)
        self._lay_out(heading, cancel)
        self.folder.setFocus()
        self.folder.setCursorPosition(len(self.folder.text()))

    def _lay_out(self, heading: QLabel, cancel: QPushButton) -> None:
        place, bottom = QHBoxLayout(), QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            (tr("Into the folder"), place),
            (tr("Photos"), self.which),
            (tr("As"), self.how),
            (tr("Names"), self.names),
        ):
            if field is self.which and self._photos:
                continue
            label = QLabel(text)
            label.setProperty("look", "quiet")
            label.setMinimumHeight(self.which.sizeHint().height())
            form.addRow(label, field)
            if isinstance(field, ChoiceBox):
                field.setAccessibleName(text)
        sentence = QLabel(
            tr(
                "No file in the folder is ever replaced, and what is there already is not put "
                "there twice. Your photos stay where they are."
            )
        )
        sentence.setProperty("look", "quiet")
        sentence.setWordWrap(True)
        bottom.addStretch()
        bottom.addWidget(cancel)
        bottom.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(form)
        column.addWidget(sentence)
        column.addStretch()
        column.addLayout(bottom)
        self.resize(theme.scaled(560), self.sizeHint().height())

    def _follow(self, text: str) -> None:
        self.button.setEnabled(bool(text.strip()))

    def _choose(self) -> None:
        start = Path(self.folder.text())
        there = next((str(place) for place in (start, *start.parents) if place.is_dir()), "")
        chosen = QFileDialog.getExistingDirectory(self, tr("Export photos"), there)
        if chosen:
            self.folder.setText(chosen)

    def _finish(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser()
        if not folder.is_absolute():
            folder = _usual_place() / folder
        request = ExportRequest(
            library=self._library,
            people=self._people,
            name=self._name,
            folder=folder,
            how=How(self.how.key()),
            which=Which(self.which.key()),
            dated=self.names.key() == "date",
            photos=self._photos,
        )
        self.accept()
        self.wanted.emit(request)


def called(people: Sequence[Person]) -> str:
    """Return what some people are called together."""
    names = [person.name or tr("Somebody") for person in people[:_MOST_NAMES]]
    more = len(people) - len(names)
    return ", ".join([*names, tr("{n} others", n=more, one="{n} other")] if more else names)


def _which(*, several: bool) -> dict[str, str]:
    if not several:
        return {Which.ANY: tr("All photos"), Which.ONLY: tr("Photos with nobody else")}
    return {
        Which.ANY: tr("Photos with any of them"),
        Which.ALL_OF: tr("Photos with all of them"),
        Which.ONLY: tr("Photos with nobody but them"),
    }


def _usual_place() -> Path:
    """Return where an export is offered: not among the pictures, which are scanned."""
    usual = QStandardPaths.StandardLocation.DocumentsLocation
    places = [*QStandardPaths.standardLocations(usual), str(Path.home())]
    return Path(next((place for place in places if Path(place).is_dir()), places[-1]))
