"""Which answers the groups take part in, kept while they grow.

The user's answer "these are two people" has two sides, each a set of faces, and no face of one may
ever be in a group with a face of the other. The sides of all answers have codes: 2a and 2a + 1 are
those of answer a, so that ``code ^ 1`` is the opposite of a code. A group stands on the sides its
faces stand on; of two groups the one with fewer codes is compared with the other, and on joining
moved into it. So pairs are never enumerated, and m codes of faces move m log m times at most.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

Codes = NDArray[np.int64]

_FREE = -1


class Sides(NamedTuple):
    """The codes of every group, as a list and in one hash table for all.

    ``place (n,)`` says for the leader of a group under which face its codes are kept. Under face
    i there are ``counts[i]`` codes: entry ``first[i]``, then ``following[entry]`` and so on to
    -1; entry e is ``codes[e]``. ``table (c,)``, at most half full, holds ``i * span + code``.
    """

    place: Codes
    first: Codes
    counts: Codes
    following: Codes
    codes: Codes
    table: Codes
    span: int


def sides_of_faces(starts: Codes, codes: Codes) -> Sides:
    """Return the sides of n groups of one face each.

    Face i stands on the distinct sides ``codes[starts[i]:starts[i + 1]]``.
    """
    n, m = len(starts) - 1, len(codes)
    counts = np.diff(starts)
    following = np.arange(1, m + 1)
    following[starts[1:][counts > 0] - 1] = -1
    sides = Sides(
        place=np.arange(n),
        first=np.where(counts > 0, starts[:-1], -1),
        counts=counts,
        following=following,
        codes=codes,
        table=np.full(1 << (2 * m).bit_length(), _FREE, np.int64),
        span=(int(codes.max(initial=0)) | 1) + 1,  # both sides of the last answer
    )
    _fill(sides.table, np.repeat(np.arange(n), counts) * sides.span + codes)
    return sides


@njit(cache=True, nogil=True)
def opposed(sides: Sides, one: int, other: int) -> bool:
    """Tell whether the groups of two leaders stand on opposite sides of an answer."""
    few, many = sides.place[one], sides.place[other]
    if sides.counts[few] > sides.counts[many]:
        few, many = many, few
    entry = sides.first[few]
    while entry >= 0:
        key = many * sides.span + (sides.codes[entry] ^ 1)
        if sides.table[_slot(sides.table, key)] == key:
            return True
        entry = sides.following[entry]
    return False


@njit(cache=True, nogil=True)
def unite(sides: Sides, one: int, leader: int) -> None:
    """Let the group of ``leader`` stand on the sides of the group ``one``, too."""
    few, many = sides.place[one], sides.place[leader]
    if sides.counts[few] > sides.counts[many]:
        few, many = many, few
    sides.place[leader] = many
    entry = sides.first[few]
    while entry >= 0:
        after, code = sides.following[entry], sides.codes[entry]
        _remove(sides.table, few * sides.span + code)
        key = many * sides.span + code
        slot = _slot(sides.table, key)
        if sides.table[slot] != key:
            sides.table[slot] = key
            sides.following[entry] = sides.first[many]
            sides.first[many] = entry
            sides.counts[many] += 1
        entry = after


@njit(cache=True, nogil=True)
def _fill(table: Codes, keys: Codes) -> None:
    for i in range(len(keys)):
        table[_slot(table, keys[i])] = keys[i]


@njit(cache=True, nogil=True)
def _home(table: Codes, key: int) -> int:
    # Multiplied by 2^64 over the golden ratio, neighbouring keys lie far apart.
    mixed = np.uint64(key) * np.uint64(0x9E3779B97F4A7C15)
    return int(mixed >> np.uint64(32)) & (len(table) - 1)


@njit(cache=True, nogil=True)
def _slot(table: Codes, key: int) -> int:
    """Return where the key is, or the free slot it would be put in."""
    slot: int = _home(table, key)
    while table[slot] not in (_FREE, key):
        slot = (slot + 1) & (len(table) - 1)
    return slot


@njit(cache=True, nogil=True)
def _remove(table: Codes, key: int) -> None:
    """Free the slot of a key that is there, and close the gap this leaves."""
    mask = len(table) - 1
    gap = _slot(table, key)
    slot = (gap + 1) & mask
    while table[slot] != _FREE:
        # A key may move back as far as its home, not before it.
        if (slot - _home(table, table[slot])) & mask >= (slot - gap) & mask:
            table[gap] = table[slot]
            gap = slot
        slot = (slot + 1) & mask
    table[gap] = _FREE
