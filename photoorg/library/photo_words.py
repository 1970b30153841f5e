"""What photos can be found by: their files, their folders, and the people in them."""

import os

from photoorg.library.library import Library


def photo_words(library: Library) -> dict[int, str]:
    """Return for each shown photo its path and the names of the people in it, line by line.

    The path begins with the folder that was added to the library: what lies above it is the same
    for all, and a search for it would find everything. Hidden people are left out.
    """
    words = {
        photo_id: path[_start_of_name(folder) :]
        for photo_id, path, folder in library.connection.rows(
            "SELECT f.photo_id, f.path, d.path FROM files AS f "
            "JOIN folders AS d ON d.id = f.folder_id JOIN photos AS p ON p.id = f.photo_id "
            "WHERE NOT f.gone AND NOT d.removed AND NOT p.away ORDER BY f.id DESC"
        )
    }
    for photo_id, name in library.connection.rows(
        "SELECT DISTINCT f.photo_id, p.name FROM people AS p JOIN faces AS f ON f.person_id = p.id "
        "WHERE p.name IS NOT NULL AND p.merged_into IS NULL AND NOT p.hidden AND f.shown"
    ):
        if photo_id in words:
            words[photo_id] += f"\n{name}"
    return words


def _start_of_name(folder: str) -> int:
    return folder.rstrip(os.sep).rfind(os.sep) + 1
