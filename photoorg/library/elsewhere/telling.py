"""Who is where in photos, as other programs are told of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from photoorg.library.boxes import turned
from photoorg.library.library import Library
from photoorg.library.paths import from_text
from photoorg.types import Box


@dataclass(frozen=True, slots=True)
class NamedPhoto:
    """A file of a photo; ``faces`` are boxes in shares of the picture, which stands upright.

    ``size`` is that of the picture as the file says that it stands.
    """

    photo_id: int
    path: Path
    size: tuple[int, int]
    faces: dict[str, Box]


def named_photos(library: Library, people: Iterable[int]) -> list[NamedPhoto]:
    """Return every file that shows one of these people, and where they are in it.

    Of two faces of one person in a photo it is the one that was said, or the better one.
    """
    connection = library.connection
    with connection.chosen(people) as chosen:
        rows = connection.rows(
            "SELECT f.photo_id, q.name, f.x, f.y, f.w, f.h, p.width, p.height, p.turned "
            "FROM faces AS f JOIN people AS q ON q.id = f.person_id "
            "JOIN photos AS p ON p.id = f.photo_id "
            f"WHERE f.person_id IN {chosen} AND f.shown AND p.kind = 'photo' AND p.width > 0 "
            "AND p.height > 0 ORDER BY f.photo_id, f.source = 'face' DESC, "
            "f.source = 'group' DESC, f.quality DESC, f.id"
        )
    faces: dict[int, dict[str, Box]] = {}
    sizes: dict[int, tuple[int, int]] = {}
    for photo, name, x, y, w, h, width, height, quarters in rows:
        box = turned(Box(x / width, y / height, w / width, h / height), (1.0, 1.0), -quarters)
        faces.setdefault(photo, {}).setdefault(name, box)
        sizes[photo] = (height, width) if quarters % 2 else (width, height)
    with connection.chosen(faces) as chosen:
        files = connection.rows(
            "SELECT f.photo_id, f.path FROM files AS f JOIN folders AS d ON d.id = f.folder_id "
            f"WHERE f.photo_id IN {chosen} AND NOT f.gone AND f.unseen_since IS NULL "
            "AND NOT d.removed AND NOT d.away ORDER BY f.path"
        )
    return [NamedPhoto(photo, from_text(path), sizes[photo], faces[photo]) for photo, path in files]
