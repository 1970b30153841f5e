"""Finding duplicates: a sketch of each new photo, the pairs that are alike, and a second look.

Every step is kept as soon as it is done, so that a search that was stopped goes on where it was,
and another one looks closely only at what is new.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from photoorg.analysis.likeness.candidates import candidates
from photoorg.analysis.likeness.eyes import Eyes
from photoorg.analysis.likeness.grey_pictures import sharpness
from photoorg.analysis.likeness.sketches import sketch
from photoorg.analysis.likeness.twins import are_twins
from photoorg.analysis.thumbnails import on_face_thumbnail
from photoorg.jobs.duplicates.request import (
    COMPARING,
    SEARCHING,
    SKETCHING,
    DuplicatesRequest,
    DuplicatesSummary,
)
from photoorg.jobs.messages import LibraryChanged
from photoorg.jobs.progress import Control
from photoorg.library import Library
from photoorg.library.duplicates.stacking import Stacks
from photoorg.library.duplicates.values import ShownFace
from photoorg.types import Kind

_AT_ONCE = 500
"""Photos whose sketches are kept together."""

_PAIRS_AT_ONCE = 50


def run(control: Control, asked: DuplicatesRequest) -> DuplicatesSummary:
    """Look for pictures that are there more than once; no file is opened, let alone changed.

    Where nobody asked, all that was searched before is left alone unless there is something new.
    Raises LibraryError, LibraryBusyError.
    """
    with Library.open(asked.library, create=False) as library, library.exclusive("searches"):
        _sketch(control, library)
        if not (asked.quiet and library.duplicates.searched()):
            _compare(control, library)
            _measure(library)
            control.send(LibraryChanged(frozenset({Kind.PHOTOS})))
        return DuplicatesSummary(
            stacks=len(library.duplicates.stacks()), unseen=len(library.duplicates.waiting())
        )


def _sketch(control: Control, library: Library) -> None:
    """Sketch the photos that have a thumbnail and no sketch."""
    waiting = library.duplicates.waiting()
    control.report(SKETCHING, 0, len(waiting))
    for at in range(0, len(waiting), _AT_ONCE):
        some = waiting[at : at + _AT_ONCE]
        if sketches := list(_sketches(library, some)):
            library.duplicates.keep_sketches(sketches)
        control.report(SKETCHING, at + len(some), len(waiting))


def _sketches(library: Library, photo_ids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    for photo in photo_ids:
        small = sketch(library.thumbnails.photo(photo) or b"")
        if small is not None:
            yield photo, small.tobytes()


def _compare(control: Control, library: Library) -> None:
    """Look closely at the pairs whose sketches are alike, the most alike first.

    Two that are known to be one picture, by way of others, are not compared.
    """
    known = library.duplicates.sketches()
    before = library.duplicates.compared()
    stacks = Stacks(pair for pair, twins in before.items() if twins)
    found = candidates(known.grey, control.callback(SEARCHING))
    count = len(found.pairs)
    control.report(COMPARING, 0, count)
    done: list[tuple[int, int, bool]] = []
    for n, (one, other) in enumerate(known.photo_ids[found.pairs].tolist()):
        pair = min(one, other), max(one, other)
        if pair not in before and not stacks.together(one, other):
            how = int(found.windows[n]), int(found.orientations[n])
            twins = _are_twins(library, one, other, how)
            done.append((*pair, twins))
            if twins:
                stacks.join(one, other)
        if len(done) >= _PAIRS_AT_ONCE or n == count - 1:
            library.duplicates.keep_compared(done)
            done = []
        control.report(COMPARING, n + 1, count)
    library.duplicates.keep_searched(known)


def _are_twins(library: Library, one: int, other: int, how: tuple[int, int]) -> bool:
    thumbnails = tuple(library.thumbnails.photo(id_) or b"" for id_ in (one, other))
    boxes = tuple(np.array(library.duplicates.boxes(id_)).reshape(-1, 4) for id_ in (one, other))
    return are_twins((thumbnails[0], thumbnails[1]), (boxes[0], boxes[1]), *how)


def _measure(library: Library) -> None:
    """Find out how sharp the photos in stacks are, and on how many faces the eyes are closed."""
    eyes = Eyes()
    groups = library.duplicates.groups().values()
    photos = {photo for some in groups for group in some for photo in group}
    measures = library.duplicates.measures
    measures.keep_measured(
        [
            (
                photo,
                sharpness(library.thumbnails.photo(photo) or b""),
                sum(_is_closed(library, eyes, face) for face in measures.faces(photo)),
            )
            for photo in measures.unmeasured(photos)
        ]
    )


def _is_closed(library: Library, eyes: Eyes, face: ShownFace) -> bool:
    places = on_face_thumbnail(face.landmarks, face.box, face.width, face.height)
    return eyes.closed(library.thumbnails.face(face.id) or b"", places)
