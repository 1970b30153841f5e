"""Downloading a face model pack: terms first, then progress in words, cancel, and going on."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoorg.jobs.download_request import DownloadRequest, DownloadSummary
from photoorg.jobs.messages import Progress, Summary
from photoorg.packs.offers import PackOffer
from photoorg.tr import retold, tr
from photoorg.ui import theme, words
from photoorg.ui.job_runner import Job, JobRunner
from photoorg.ui.widgets.choices import CheckBox

_TERMS_HEIGHT = 176


class DownloadPanel(QFrame):
    """``installed`` says that the pack is there. The download runs in the worker process.

    ``job`` is what downloads the pack, if not the usual one. Whoever has the file already, from
    another computer say, shows it instead.
    """

    installed = Signal()

    def __init__(
        self, offer: PackOffer, job: Job | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offer, self._title = offer, offer.title or offer.name
        self._job = job or DownloadRequest(offer, accept_terms=True)
        self._from_file = False
        self._running = self._cancelled = False
        self._runner = JobRunner(self)
        self._runner.progressed.connect(self._show_progress)
        self._runner.failed.connect(self._show_failure)
        self._runner.ended.connect(self._ended)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close_download)
        self._about = _label("quiet", retold(offer.about))
        self._about.setVisible(bool(offer.about))
        self.terms = _label("quiet", flowing(offer.terms))
        self.accept = CheckBox(tr("I accept these terms"))
        self.accept.toggled.connect(self._show_state)
        self.sentence = _label("quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Download of {title}", title=self._title))
        self.start_button = QPushButton()
        self.start_button.setProperty("look", "primary")
        self.start_button.clicked.connect(lambda _: self.start())
        self.file_button = QPushButton(tr("Use a downloaded file…"))
        self.file_button.setProperty("look", "link")
        self.file_button.setToolTip(
            tr("The file {name}, fetched in another way", name=offer.file_name)
        )
        self.file_button.clicked.connect(self._choose_file)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        terms = _scrolling(self.terms)
        for widget in (self._about, terms, self.accept, self.bar, self.sentence):
            column.addWidget(widget)
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.start_button)
        row.addWidget(self.cancel_button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.file_button, alignment=Qt.AlignmentFlag.AlignLeft)
        for button in (self.start_button, self.file_button, self.cancel_button):
            button.setAutoDefault(False)
        self._show_state()

    @property
    def running(self) -> bool:
        """Whether the download is under way."""
        return self._running

    def start(self, file: Path | None = None) -> None:
        """Begin, or go on where an earlier try ended; with ``file`` nothing is downloaded."""
        if not self.accept.isChecked() or self.running:
            return
        self._running, self._cancelled, self._from_file = True, False, file is not None
        self._say(tr("Connecting…") if file is None else tr("Checking the file…"))
        self.bar.setRange(0, 0)
        checked = DownloadRequest(self._offer, accept_terms=True, file=file)
        self._runner.run(self._job if file is None else checked)
        self._show_state()

    def _choose_file(self) -> None:
        suffix = Path(self._offer.file_name).suffix
        file, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose the file {name}", name=self._offer.file_name),
            filter=f"*{suffix}",
        )
        if file:
            self.start(Path(file))

    def close_download(self) -> None:
        """End the download at once; what was fetched stays for the next try."""
        self._runner.close()

    def _cancel(self) -> None:
        self._cancelled = True
        self.cancel_button.setEnabled(False)
        self._runner.cancel()

    def _show_progress(self, progress: Progress) -> None:
        if progress.total:
            # Qt counts in 32 bits: thousands of bytes reach further
            self.bar.setRange(0, progress.total // 1000)
            self.bar.setValue(progress.done // 1000)
        whole = words.size(progress.total or self._offer.size)
        parts = [tr("{done} of {all}", done=words.size(progress.done), all=whole)]
        if progress.rate:
            parts.append(tr("{size} a second", size=words.size(progress.rate)))
        if progress.eta_s is not None:
            parts.append(tr("{time} left", time=words.time_left(progress.eta_s)))
        self._say(" · ".join(parts))

    def _show_failure(self, sentence: str) -> None:
        self._say(sentence, "danger")

    def _ended(self, job: Job, summary: Summary | None) -> None:
        del job
        self._running = False
        if isinstance(summary, DownloadSummary):
            self._say(tr("Installed in {folder}", folder=summary.folder))
            self.installed.emit()
        elif self._cancelled and self._from_file:
            self._say(tr("Stopped. Nothing was installed."))
        elif self._cancelled:
            self._say(tr("Stopped. What was fetched is kept: the download goes on from there."))
        self._show_state()

    def _show_state(self) -> None:
        running = self.running
        again = bool(self.sentence.text()) and not running and not self._from_file
        self.accept.setVisible(not running)
        self.bar.setVisible(running)
        self.sentence.setVisible(bool(self.sentence.text()))
        self.cancel_button.setVisible(running)
        self.cancel_button.setEnabled(True)
        for button in (self.start_button, self.file_button):
            button.setVisible(not running)
            button.setEnabled(self.accept.isChecked())
        size = words.size(self._offer.size)
        self.start_button.setText(
            tr("Try again")
            if again
            else tr("Download {title} ({size})", title=self._title, size=size)
        )

    def _say(self, text: str, look: str = "quiet") -> None:
        self.sentence.setText(text)
        self.sentence.setProperty("look", look)
        self.sentence.style().polish(self.sentence)
        self.sentence.setVisible(bool(text))


def _scrolling(terms: QLabel) -> QScrollArea:
    """Return the terms in a frame in which they can be read to their end, also by keys."""
    terms.setContentsMargins(12, 8, 12, 8)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setProperty("look", "card")
    area.setAccessibleName(tr("Terms"))
    area.setWidget(terms)
    area.setFixedHeight(theme.scaled(_TERMS_HEIGHT))
    return area


def flowing(text: str) -> str:
    """Return ``text`` with one line for each paragraph, to be wrapped where there is room."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


def _label(look: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
