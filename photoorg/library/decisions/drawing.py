"""Boxes that the user draws around faces, one undoable step each, all of it or nothing.

A drawn face is there for good: no scan and no other model takes it away or moves its box, and it
may be named at once. The next look at its photo embeds it, so that it can be grouped.
"""

import math

from photoorg.errors import UsageError
from photoorg.library.boxes import SAME_FACE
from photoorg.library.decisions.drawn import unsee
from photoorg.library.decisions.ledger import Kind
from photoorg.library.decisions.saying import PEOPLE, execute, new_person, tidy
from photoorg.library.library import Library
from photoorg.tr import kept, tr
from photoorg.types import Box, Changed, overlap
from photoorg.types import Kind as Shown

SMALLEST = 8
"""A box is at least so many pixels of the photo wide and high."""

A_FACE = kept("a face")
"""What one without a name is called where a step is kept."""

DRAWN: Changed = PEOPLE | {Shown.PHOTOS}


def draw(library: Library, photo_id: int, box: Box) -> int:
    """Add a face that no detector found; return its id.

    ``box`` is in pixels of the upright photo, and cut to it. Raises :class:`UsageError` for one
    that is too small, and where a face is already.
    """
    box = _inside(library, photo_id, box)
    others = library.faces.of_photo(photo_id)
    if any(overlap(box, face.box) > SAME_FACE for face in others):
        raise UsageError(tr("There is a box around this face already; resize that one."))
    with library.history.edit(kept("Draw the box of a face")):
        face = execute(
            library,
            "INSERT INTO faces (photo_id, x, y, w, h, box_source, person_id, away) "
            "SELECT id, ?, ?, ?, ?, 'drawn', ?, away FROM photos WHERE id = ?",
            *(*box, new_person(library), photo_id),
        )
        _say_drawn(library, face)
        # Whoever takes the trouble to draw a box has seen a face there.
        library.ledger.say(Kind.FACE, f"({face})")
    return face


def reshape(library: Library, face_id: int, box: Box) -> Changed:
    """Move or resize the box of a face, drawn or found; scans leave it there from now on.

    Raises :class:`UsageError` as :func:`draw`.
    """
    face = library.faces.get(face_id)
    box = _inside(library, face.photo_id, box)
    if box == face.box:
        return frozenset()
    others = library.faces.of_photo(face.photo_id)
    if any(overlap(box, other.box) > SAME_FACE for other in others if other.id != face_id):
        raise UsageError(tr("There is a box around this face already; resize that one."))
    with library.history.edit(kept("Move the box of {person}", person=face.person_name or A_FACE)):
        execute(
            library,
            "UPDATE faces SET x = ?, y = ?, w = ?, h = ?, box_source = 'drawn' WHERE id = ?",
            *(*box, face_id),
        )
        unsee(library.connection, [face_id])
        _say_drawn(library, face_id)
    return DRAWN


def erase(library: Library, face_id: int) -> Changed:
    """Take away a box that was drawn, with what was said of it.

    Raises :class:`UsageError` for a face that a detector has found: that one can be dismissed.
    """
    face = library.faces.get(face_id)
    if not face.erasable:
        raise UsageError(tr("This face was found in the photo; say that it is not a face."))
    with library.history.edit(
        kept("Delete the box of {person}", person=face.person_name or A_FACE)
    ):
        execute(library, "DELETE FROM answer_faces WHERE face_id = ?", face_id)
        execute(library, "DELETE FROM faces WHERE id = ?", face_id)
        tidy(library, [face.person_id])
    return DRAWN


def _say_drawn(library: Library, face: int) -> None:
    # Said anew of each box, so that the journal tells where it is.
    answer = library.ledger.say(Kind.DRAWN, f"({face})")
    library.ledger.supersede(answer, (Kind.DRAWN,))


def _inside(library: Library, photo_id: int, box: Box) -> Box:
    photo = library.photos.get(photo_id)
    if photo.seconds is not None:
        raise UsageError(
            tr("In a video faces are found, not drawn; say who they are where they are.")
        )
    if not all(map(math.isfinite, box)):
        raise UsageError(tr("A box needs four numbers."))
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    right, bottom = min(box.x + box.w, photo.width), min(box.y + box.h, photo.height)
    if right - left < SMALLEST or bottom - top < SMALLEST:
        raise UsageError(tr("This box is too small to hold a face; draw a larger one."))
    return Box(float(left), float(top), float(right - left), float(bottom - top))
