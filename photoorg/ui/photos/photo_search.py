"""Finding photos while one types, in the thread that reads."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from photoorg.library import Library
from photoorg.library.finding.finder import find
from photoorg.library.finding.names import Names
from photoorg.library.finding.telling import told
from photoorg.library.finding.typed import suggestions, understand
from photoorg.ui.models.photo_sheet import Sheet
from photoorg.ui.reads import Reads

MOST_SUGGESTED = 6


class Found(NamedTuple):
    """What was typed, the ids of the photos it finds, and in a sentence how it was understood.

    ``suggested`` are texts with the last word completed to a name.
    """

    text: str
    ids: frozenset[int]
    told: str
    suggested: list[str]


class PhotoSearch(QObject):
    """``found`` carries a :class:`Found`, the answer to the newest :meth:`ask`, and its sheet."""

    found = Signal(object, object)

    def __init__(self, reads: Reads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reads = reads

    def ask(self, text: str, among: Sheet) -> None:
        """Look for the photos of a sheet that ``text`` describes, as the library is now.

        Their own sheet is made where they are looked for: that of all photos would hold the window.
        """
        today = date.today()

        def look_among(library: Library) -> tuple[Found, Sheet]:
            found = look(library, text, today)
            return found, among.of(found.ids)

        self._reads.ask("photo search", look_among, lambda answer: self.found.emit(*answer))

    def idle(self) -> bool:
        """Tell whether every question has been answered."""
        return self._reads.idle()


def look(library: Library, text: str, today: date) -> Found:
    """Return what ``text`` finds in a library."""
    names = Names.read(library)
    # Half a character, as some keyboards send it, is none.
    sound = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    search = understand(sound, names, today)
    ids = frozenset(find(library, search))
    return Found(text, ids, told(search, names), suggestions(text, names, MOST_SUGGESTED))
