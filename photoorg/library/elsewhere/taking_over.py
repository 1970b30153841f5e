"""A list taken over, as one step: what was said in another library, and the names besides."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import replace

from photoorg.library.decisions.ledger import PLACING
from photoorg.library.elsewhere.importing import SAID, Names, plan, take_over
from photoorg.library.elsewhere.matching import SUPPORT, Left
from photoorg.library.elsewhere.name_lists import Entry, matched
from photoorg.library.journal.lines import State
from photoorg.library.journal.replay import TAKEN_OVER, add_state
from photoorg.library.library import Library
from photoorg.types import Box, overlap


def take_over_list(library: Library, listed: Sequence[Entry], state: State | None) -> Names:
    """Say what a list says where nothing was said here; return what came of its entries.

    ``state`` is what was said in another library, if that is told. The names are looked at once
    that is said here, too: it may have drawn faces, and told whose they are.
    """
    before = _planned(library, listed)
    with nullcontext() if state is None else library.history.edit(TAKEN_OVER):
        if state is not None:
            add_state(library, state)
        take_over(library, _planned(library, besides(listed, state)))
    return _came(before, _planned(library, listed))


def besides(listed: Iterable[Entry], state: State | None) -> list[Entry]:
    """Return the entries of faces of which no answer tells who they are.

    A list that another library has written tells of most faces twice, by name and by answer.
    """
    if state is None:
        return list(listed)
    boxes: dict[str, list[Box]] = {}
    for answer, face, side in state.rows.values():
        if side == 0 and state.answers[answer][0] in PLACING and face in state.faces:
            picture, content, box, *_ = state.faces[face]
            for photo in {picture, content} - {None, ""}:
                boxes.setdefault(str(photo), []).append(box)
    return [
        entry
        for entry in listed
        if not any(
            overlap(Box(entry.x, entry.y, entry.width, entry.height), box) >= SUPPORT
            for photo in {entry.picture_hash, entry.content_hash}
            for box in boxes.get(photo, ())
        )
    ]


def _planned(library: Library, listed: Iterable[Entry]) -> Names:
    photos, _ = matched(library, listed)
    return plan(library, photos)


def _came(before: Names, after: Names) -> Names:
    """Return what was planned as far as it is so now."""
    so = {(one.photo_id, one.name) for one in after.there}
    # What could still be taken over was not, as the answer to it has ended here.
    ended = [Left(one.path, one.name, SAID) for one in (*after.named, *after.drawn)]
    named, drawn, there = (
        [one for one in part if (one.photo_id, one.name) in so]
        for part in (before.named, before.drawn, before.there)
    )
    return replace(before, named=named, drawn=drawn, there=there, left=[*after.left, *ended])
