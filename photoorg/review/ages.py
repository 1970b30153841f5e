"""What dates tell of questions: children change, and nobody is older than the birth.

A child of two years looks like itself with three, and much less so with ten. So a child is followed
through the years: of the groups that may be it those are asked about first that lie, in time, next
to photos that are known to show it. Of those without a birth date no more is asked or left out.
"""

import numpy as np

from photoorg.library import Library
from photoorg.library.portraits.appearances import Years, in_years
from photoorg.review.album import Album, Ids

GROWN = 16.0
"""From this age on, in years, faces change slowly."""


class Ages:
    """Looks at the dates of an album's photos, if anybody has a name or a birth date.

    ``years (n,)`` are those of its faces, NaN where nobody knows.
    """

    def __init__(self, library: Library, album: Album) -> None:
        self._album = album
        self._born = library.biographies.births()
        known = bool(self._born) or any(one.name is not None for one in album.persons)
        taken = library.photos.dates() if known else {}
        years = {photo: in_years(day) for photo, day in taken.items()}
        photos = album.places.photo_ids.tolist()
        self._days = [taken.get(photo, "") for photo in photos]
        self.years: Years = np.array([years.get(photo, np.nan) for photo in photos], np.float64)

    def is_too_early(self, number: int, group: int) -> bool:
        """Tell whether a group is only in photos from before the birth of a person."""
        born = self._born.get(self._album.persons[number].id) if self._born else None
        if born is None:
            return False
        days = [self._days[row] for row in self._album.rows_of(group).tolist()]
        return bool(days) and all(day and day[: len(born)] < born[: len(day)] for day in days)

    def closeness(self, number: int, group: int) -> float:
        """Return how near in time a group is to a person who was a child then, in (0, 1].

        It is halved by the first year between them; 1 where nothing is known, and for adults.
        """
        born = self._born.get(self._album.persons[number].id) if self._born else None
        if born is None:
            return 1.0
        there, known = (
            self._known(self._album.rows_of(group)),
            self._known(self._album.rows_of(number)),
        )
        if not len(there) or not len(known) or there.min() - in_years(born) >= GROWN:
            return 1.0
        return float(1 / (1 + np.abs(there[:, None] - known[None, :]).min()))

    def _known(self, rows: Ids) -> Years:
        """Return the moments ``(m,)`` of faces whose photos tell their date, each once."""
        years = np.unique(self.years[rows])
        found: Years = years[np.isfinite(years)]
        return found
