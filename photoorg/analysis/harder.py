"""A photo searched harder: closer, turned, and for what the detector is less sure of.

What the ordinary search misses is small in a large photo, lies on its side, or looks little like a
face. This takes some fifty looks instead of one, so it is done where the user asks for it.
"""

from collections.abc import Iterator

from photoorg.analysis import face_search
from photoorg.analysis.closer import look_closer, together
from photoorg.analysis.face_finds import Finds
from photoorg.analysis.face_search import look_at
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.media.images import Picture
from photoorg.types import Pixels

THRESHOLD = 0.45
"""What is taken for a face by a hard search scores at least this."""

CLOSER = (2, 4)
"""So many tiles stand beside each other along the longer side, in one look closer each."""


class HardAnalyzer(FaceAnalyzer):
    """Finds faces as :class:`FaceAnalyzer` does, and those that it misses."""

    def find(self, picture: Picture) -> Finds:
        """Return the faces that any of the looks shows, of several boxes around one the surest."""
        usual = super().find(picture)
        # What was found as usual keeps its box: it is known by that.
        return together([usual, *self._more(picture.pixels)], first_stays=True)

    def _look_harder(self, canvas: Pixels) -> Finds:
        return self.look_for(canvas, THRESHOLD)

    def _more(self, pixels: Pixels) -> Iterator[Finds]:
        for turns in range(4):
            yield look_at(
                pixels, self._look_harder, self._side, margin=face_search.BORDER, turns=turns
            )
        for closer in CLOSER:
            yield from look_closer(pixels, self._look_harder, self._side, closer)
