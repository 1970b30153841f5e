"""A library with questions whose faces can be seen, and what a page about them plays on."""

import colorsys
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageDraw

from photoorg.library import Library
from photoorg.library.decisions import actions
from tests.review.asked import asked_library
from tests.review.test_questions import person_of

# Anna, Ben and a group that is nobody yet; smaller groups look like them, and like each other.
GROUPS = [0] * 6 + [1] * 5 + [2] * 4 + [3] * 3 + [4] * 2 + [5] * 2 + [6] * 2 + [7] * 3
ALIKE = {
    **{(n, 15 + n): 0.97 for n in range(3)},  # group 3 is almost certainly Anna
    **{(n, 18 + n): 0.96 for n in range(2)},  # and so is group 4
    **{(6 + n, 20 + n): 0.8 for n in range(2)},  # group 5 is probably Ben
    **{(11 + n, 22 + n): 0.85 for n in range(2)},  # group 6 looks like the nameless group
    **{(3 + n, 24 + n): 0.4 for n in range(3)},  # group 7 may be Anna
}


@contextmanager
def asked_crowd(
    place: Path,
    groups: Sequence[int] = GROUPS,
    alike: dict[tuple[int, int], float] = ALIKE,
    names: Sequence[str] = ("Anna", "Ben"),
) -> Iterator[Library]:
    """Make a library with questions; the first groups have names."""
    with asked_library(place / "asked.photoorg", groups, alike) as library:
        first = {group: n for n, group in reversed(list(enumerate(groups)))}
        for group, name in enumerate(names):
            actions.rename(library, person_of(library, first[group]), name)
        library.thumbnails.put_faces((n + 1, _face(group, n)) for n, group in enumerate(groups))
        yield library


def _face(group: int, n: int) -> bytes:
    """Return a thumbnail of a simple face; those of one group have one colour."""
    shade = colorsys.hsv_to_rgb(group * 0.137 % 1, 0.35, 0.75 + n % 3 * 0.08)
    picture = Image.new("RGB", (224, 224), tuple(int(255 * part) for part in shade))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((52, 34, 172, 194), fill=(235, 205, 180))
    for x in (86, 128):
        draw.ellipse((x, 90, x + 12, 102), fill=(50, 40, 40))
    draw.arc((86, 120, 138, 160 + n % 4 * 5), 20, 160, fill=(150, 60, 60), width=5)
    out = io.BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()
