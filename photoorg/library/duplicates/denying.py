"""Saying that photos which look alike are no duplicates: one undoable step."""

from collections.abc import Sequence
from itertools import combinations

from photoorg.library.library import Library
from photoorg.library.times import now
from photoorg.tr import kept
from photoorg.types import Changed, Kind


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
            "INSERT OR IGNORE INTO no_duplicates (photo_id, other_id, made_at) VALUES (?, ?, ?)",
            ((one, other, now()) for one, other in sorted(pairs) if one != other),
        )
    return frozenset({Kind.PHOTOS})
