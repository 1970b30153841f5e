"""Saying that photos which look alike are no duplicates, and taking that back: undoable steps."""

from collections.abc import Sequence
from itertools import combinations

from photoorg.errors import UsageError
from photoorg.library.library import Library
from photoorg.library.times import now
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind

PHOTOS: Changed = frozenset({Kind.PHOTOS})


def no_duplicates(library: Library, photo_ids: Sequence[int], others: Sequence[int]) -> Changed:
    """Say that none of these photos is a duplicate of another of them, nor of the ``others``."""
    pairs = {
        *combinations(sorted(set(photo_ids)), 2),
        *((min(one, other), max(one, other)) for one in photo_ids for other in others),
    }
    with library.history.edit(
        kept(
            "Say that {n} photos are no duplicates",
            n=len(set(photo_ids)),
            one="Say that a photo is no duplicate",
        )
    ):
        library.connection.executemany(
            "INSERT INTO no_duplicates (photo_id, other_id, made_at) VALUES (?, ?, ?) "
            "ON CONFLICT (photo_id, other_id) DO UPDATE SET ended = 0, made_at = excluded.made_at "
            "WHERE ended",
            ((one, other, now()) for one, other in sorted(pairs) if one != other),
        )
    return PHOTOS


def take_back(library: Library, photo_ids: Sequence[int]) -> Changed:
    """Take back all that was said of these photos and any other one by :func:`no_duplicates`.

    Raises :class:`UsageError` where nothing was.
    """
    denied = library.duplicates.denied()
    of = set(photo_ids)
    pairs = sorted(pair for pair in denied if not of.isdisjoint(pair))
    if not pairs:
        raise UsageError(tr("Nobody has said of these photos that they are no duplicates."))
    spoken = of & {photo for pair in pairs for photo in pair}
    with library.history.edit(
        kept(
            "Take back that {n} photos are no duplicates",
            n=len(spoken),
            one="Take back that a photo is no duplicate",
        )
    ):
        library.connection.executemany(
            "UPDATE no_duplicates SET ended = 1, made_at = ?3 "
            "WHERE photo_id = ?1 AND other_id = ?2",
            ((*pair, now()) for pair in pairs),
        )
    return PHOTOS
