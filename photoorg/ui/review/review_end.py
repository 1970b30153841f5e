"""What is left when nothing is asked any more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from photoorg.tr import tr
from photoorg.ui.review import wording
from photoorg.ui.review.sitting import Sitting
from photoorg.ui.widgets.empty_state import EmptyState


class ReviewEnd(QWidget):
    """Offers what was put off, everybody else, or the strangers, whichever there is first."""

    againWanted = Signal()
    everybodyWanted = Signal()
    strangersWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = EmptyState(
            "check", tr("Nothing left to ask"), "", "-", other=tr("Show strangers")
        )
        self.state.acted.connect(self._act)
        self.state.otherActed.connect(self.strangersWanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._act_by = self.againWanted

    def tell(self, sitting: Sitting) -> None:
        """Say how far the library is."""
        reading, put_off = sitting.reading, sitting.put_off_count()
        title, button = tr("Nothing left to ask"), ""
        if put_off:
            title = tr("Nothing else to ask for now")
            button = tr("Ask the {n} again that you put off", n=put_off)
            self._act_by = self.againWanted
        elif sitting.person:
            title, button = tr("Nothing left to ask about this person"), tr("Ask about everybody")
            self._act_by = self.everybodyWanted
        elif not reading.faces:
            title = tr("No questions yet")
        said = (
            wording.nothing_left(reading)
            if reading.faces
            else tr("They come with the first photos.")
        )
        self.state.say(title, said)
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        self.state.button.setText(button)
        self.state.button.setVisible(bool(button))
        # the stubs do not know that there may be none
        self.setFocusProxy(self.state.button if button else None)  # type: ignore[arg-type]
        self.state.other_button.setVisible(reading.strangers > 0)

    def title(self) -> str:
        """Return what is said."""
        return self.state.title.text()

    def _act(self) -> None:
        self._act_by.emit()
