"""Where the demonstration lives, and how it goes away; light, because the window asks.

It has a library of its own beside its pictures. So none of its people ever stands among the
user's, nothing has to be told apart later, and removing it is removing one folder.
"""

import shutil
from pathlib import Path

from photoorg.errors import LibraryError
from photoorg.library import Library
from photoorg.settings import data_folder
from photoorg.tr import tr


def demonstration_place() -> Path:
    """Return the folder that holds everything of the demonstration."""
    return data_folder() / "demonstration"


def demonstration_album() -> Path:
    """Return the folder of its pictures."""
    return demonstration_place() / "album"


def demonstration_library() -> Path:
    """Return its library file."""
    return demonstration_place() / "demonstration.photoorg"


def is_demonstration(library: Path) -> bool:
    """Tell whether ``library`` is that of the demonstration."""
    return library.expanduser().absolute() == demonstration_library().absolute()


def remove_demonstration() -> bool:
    """Delete the demonstration; return False when there was none.

    Raises LibraryBusyError while a window or a scan has it open, LibraryError when a file cannot
    be deleted.
    """
    place = demonstration_place()
    if not place.is_dir():
        return False
    if demonstration_library().is_file():
        with (
            Library.open(demonstration_library()) as library,
            library.exclusive("window"),
            library.exclusive("jobs"),
        ):
            pass  # nobody else has it
    try:
        shutil.rmtree(place)
    except OSError as error:
        raise LibraryError(
            tr(
                "{folder} cannot be deleted ({reason}); delete this folder yourself.",
                folder=place,
                reason=error.strerror or error,
            )
        ) from error
    return True
