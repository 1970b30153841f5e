"""The thin line at the bottom: the running job, or how much the library holds."""

from collections import deque

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.jobs.messages import Pace, Problem, Progress, shown
from photoorg.tr import retold, tr
from photoorg.ui import icons, theme, words

KEPT_PROBLEMS = 4
_HEIGHT = 34


class JobBar(QFrame):
    """Says what runs, how far it is and how long it takes; opens to details on a click."""

    pauseWanted = Signal(bool)
    cancelWanted = Signal()
    goOnWanted = Signal()
    """Photos that have not been looked at shall be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "status")
        self.setAccessibleName(tr("Running job"))
        self._idle = ""
        self._title = ""
        self._paused = False
        self._problems: deque[Problem] = deque(maxlen=KEPT_PROBLEMS)
        self._unread = 0
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setProperty("look", "thin")
        self._progress.setAccessibleName(tr("Progress"))
        self._what = _label("")
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._figures = _label("muted")
        self._go_on = QPushButton(tr("Continue"))
        self._go_on.setProperty("look", "link")
        self._go_on.setToolTip(tr("Look at the photos that are left"))
        self._go_on.clicked.connect(self.goOnWanted)
        self._left = 0
        self._pause = self._button(tr("Pause"), "pause")
        self._pause.clicked.connect(lambda: self.pauseWanted.emit(not self._paused))
        self._cancel = self._button(tr("Stop; what is done stays"), "close")
        self._cancel.setAccessibleName(tr("Stop"))
        self._cancel.clicked.connect(self.cancelWanted)
        self._more = self._button(tr("Details"), "up")
        self._more.clicked.connect(self._toggle_details)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._what, 1)
        row.addWidget(self._go_on)
        row.addWidget(self._figures)
        for button in (self._more, self._pause, self._cancel):
            row.addWidget(button)
        self._details = _label("muted")
        self._details.setWordWrap(True)
        self._details.setContentsMargins(16, 0, 16, 8)
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = self._line = QWidget()
        line.setFixedHeight(theme.scaled(_HEIGHT))
        line.setLayout(row)
        column.addWidget(self._progress)
        column.addWidget(line)
        column.addWidget(self._details)
        self._tint()
        self.finish()

    def show_idle(self, text: str, left: int = 0) -> None:
        """Say this while nothing runs; ``left`` files have not been looked at, and may be."""
        waiting = tr("{n} not looked at", n=left)
        self._idle = f"{text} · {waiting}" if left and text else text
        self._left = left
        if not self._title:
            self._say(self._idle, "")
            self._go_on.setVisible(left > 0)

    def begin(self, title: str) -> None:
        """A job begins; ``title`` says what it works on."""
        self._title = title
        self._go_on.hide()
        self._problems.clear()
        self._unread = 0
        self.set_paused(paused=False)
        self._progress.setRange(0, 0)
        self._say(tr("Getting ready…"), "")
        for widget in (self._progress, self._pause, self._cancel, self._more):
            widget.setVisible(True)

    def show_progress(self, progress: Progress) -> None:
        """Say how far the job is."""
        if not self._title:
            return
        if progress.total:
            # permille: a bar counts in int32, and a download's bytes need more
            self._progress.setRange(0, 1000)
            self._progress.setValue(int(1000 * progress.done / progress.total))
        else:
            self._progress.setRange(0, 0)
        self._say(retold(progress.stage.doing_to).format(title=self._title), figures(progress))
        lines = [progress.what] if progress.what else []
        if self._problems:
            lines.append(
                tr(
                    "{n} files could not be read, newest:",
                    n=self._unread,
                    one="{n} file could not be read, newest:",
                )
            )
            lines += [f"{shown(p.path.name)}: {retold(p.reason)}" for p in self._problems]
        self._details.setText("\n".join(lines) or tr("Nothing to tell yet."))

    def add_problem(self, problem: Problem) -> None:
        """A file could not be read."""
        self._problems.append(problem)
        self._unread += 1

    def set_paused(self, *, paused: bool) -> None:
        """The job waits, or goes on."""
        self._paused = paused
        self._pause.setToolTip(tr("Continue") if paused else tr("Pause"))
        self._pause.setAccessibleName(tr("Continue") if paused else tr("Pause"))
        self._tint()
        if paused:
            self._figures.setText(tr("paused"))

    def finish(self) -> None:
        """No job runs any more."""
        self._title = ""
        self._say(self._idle, "")
        self._go_on.setVisible(self._left > 0)
        self._details.setVisible(False)
        for widget in (self._progress, self._pause, self._cancel, self._more):
            widget.setVisible(False)
        self._tint()

    def text(self) -> str:
        """Return the line as it can be read."""
        return " ".join(filter(None, (self._what.text(), self._figures.text())))

    def details(self) -> str:
        """Return the details that are shown; empty when they are closed."""
        return self._details.text() if self._details.isVisible() else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._title and event.button() == Qt.MouseButton.LeftButton:
            self._toggle_details()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self._line.setFixedHeight(theme.scaled(_HEIGHT))

    def _toggle_details(self) -> None:
        self._details.setVisible(not self._details.isVisible())
        self._tint()

    def _say(self, what: str, figures_: str) -> None:
        self._what.setText(what)
        self._what.setToolTip(what)
        if not self._paused:
            self._figures.setText(figures_)

    def _button(self, tip: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "quiet")
        button.setProperty("icon-name", icon)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _tint(self) -> None:
        color = theme.tokens_of(self).text_muted
        icons.put_on(self._pause, "play" if self._paused else "pause", color, theme.scaled(16))
        icons.put_on(self._cancel, "close", color, theme.scaled(16))
        icons.put_on(
            self._more, "up" if self._details.isHidden() else "down", color, theme.scaled(16)
        )


def figures(progress: Progress) -> str:
    """Return ``12,400 of 20,113 · 18/s · 7 min left`` as far as it is known."""
    parts = []
    download = progress.stage.in_bytes
    amount = words.size if download else words.number
    if progress.total:
        parts.append(tr("{done} of {all}", done=amount(progress.done), all=amount(progress.total)))
    elif progress.done:
        parts.append(amount(progress.done))
    if progress.total and progress.done >= progress.total:
        return parts[0]  # what follows has no figures of its own
    if progress.rate is not None and progress.stage.pace is Pace.STEADY:
        rate = progress.rate
        figure = words.figure(rate, 1) if rate < 10 else words.number(round(rate))
        parts.append(tr("{amount}/s", amount=words.size(rate) if download else figure))
    if progress.eta_s is not None:
        parts.append(tr("{time} left", time=words.time_left(progress.eta_s)))
    return " · ".join(parts)


def _label(look: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        label.setProperty("look", look)
    return label
