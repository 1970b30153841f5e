"""When photos were taken, as the user says it against their files; one undoable step each."""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from photoorg.errors import UsageError
from photoorg.library.library import Library
from photoorg.metadata.moments import clock, typed
from photoorg.plain_text import plain
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind

_DAY = timedelta(days=1)


def set_taken(library: Library, photo_ids: Sequence[int], taken: str | None) -> Changed:
    """Say when photos were taken; None to believe their files again.

    ``taken`` is a year, a month, a day or a moment: "1965", "2003-07", "2003-07-14 10:11". Raises
    :class:`UsageError` for what is no date, and for a photo that is not there.
    """
    said = None if taken is None else typed(taken)
    if taken is not None and said is None:
        raise UsageError(
            tr(
                "“{text}” is no date; write 2003-07-14 10:11, 2003-07-14, 2003-07 or 2003.",
                text=taken[:40],
            )
        )
    text = None if said is None else said.text
    photos: dict[int, str | None] = dict.fromkeys(known_dates(library, photo_ids), text)
    return _say(library, photos)


def shift_taken(library: Library, photo_ids: Sequence[int], by: timedelta) -> Changed:
    """Say that photos were taken so much later: the clock of a camera was slow by that.

    A date without a time of day moves by whole days only, and one without a day never; such photos
    stay as they are. Raises :class:`UsageError` where that is all of them, where a clock cannot go
    so far, and for a photo that is not there.
    """
    moved = {
        photo: taken
        for photo, before in known_dates(library, photo_ids).items()
        if (taken := shifted(before, by)) is not None
    }
    if not moved:
        raise UsageError(
            tr("None of these photos tells its date so exactly that it could be put right by that.")
        )
    return _say(library, moved)


def shifted(taken: str | None, by: timedelta) -> str | None:
    """Return a date so much later; None for one that is not known so exactly.

    Raises :class:`UsageError` where that is beyond all photos.
    """
    if taken is None or len(taken) < 10 or (len(taken) == 10 and by % _DAY):
        return None
    try:
        then = datetime.fromisoformat(taken) + by
    except OverflowError:
        said = None
    else:
        time = None if len(taken) == 10 else (then.hour, then.minute, then.second)
        said = clock(then.year, then.month, then.day, time)
    if said is None:
        raise UsageError(tr("No photo can have been taken then; move its date by less."))
    return said


def known_dates(library: Library, photo_ids: Sequence[int]) -> dict[int, str | None]:
    """Return when photos were taken, as far as it is known, in the order of ``photo_ids``.

    Raises :class:`UsageError` without any photo, and for one that is not there.
    """
    if not photo_ids:
        raise UsageError(tr("Choose at least one photo."))
    with library.connection.chosen(photo_ids) as chosen:
        sql = f"SELECT id, taken FROM photos WHERE id IN {chosen}"
        known: dict[int, str | None] = dict(library.connection.rows(sql))
    for missing in {*photo_ids} - known.keys():
        library.photos.get(missing)  # says so
    return {photo: known[photo] for photo in photo_ids}


def _say(library: Library, taken: Mapping[int, str | None]) -> Changed:
    (first, *more) = taken
    if more:
        label = kept("Tell when {n} photos were taken", n=len(taken))
    else:
        name = os.fsencode(library.photos.get(first).path.name).decode("utf-8", "replace")
        label = kept("Tell when {photo} was taken", photo=plain(name))
    with library.history.edit(label):
        library.connection.put("photos", "taken_corrected = g.v0", list(taken.items()))
    return frozenset({Kind.PHOTOS})
