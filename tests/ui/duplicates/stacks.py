"""Stacks of every kind among the photos of a gallery, as a search leaves them."""

import numpy as np

from photoorg.library import Analysis, FileEntry
from tests.ui.gallery import MODEL, Gallery, draw

GREY = (np.arange(256) % 37 * 5).astype(np.uint8).tobytes()


def add_stacks(gallery: Gallery) -> None:
    """Put beach.jpg there twice, garden.jpg as a version of snow.jpg, and take two in a burst.

    The burst are panorama.jpg, which is the sharper one, and scan.jpg.
    """
    library, folder = gallery.library, gallery.folder
    place = folder / "copy of beach.jpg"
    draw(place, (640, 480), 0)
    library.intake.register(library.folders.add(folder), [FileEntry(place, 1, 1)])
    file = library.intake.known(folder)[place].file_id
    library.pictures.store(
        [Analysis(file, "beach.jpg", 640, 480, "2019-07-20T10:30:00", MODEL, [])]
    )
    photos = gallery.photos
    library.duplicates.keep_sketches((photo, GREY) for photo in photos.values())
    pair = sorted((photos["garden.jpg"], photos["snow.jpg"]))
    library.duplicates.keep_compared([(pair[0], pair[1], True)])
    for name, second, sharp in (("panorama.jpg", 0, 0.9), ("scan.jpg", 2, 0.1)):
        library.connection.execute(
            "UPDATE photos SET taken_at = ? WHERE id = ?",
            (f"2012-05-01T10:00:{second:02}", photos[name]),
        )
        library.duplicates.measures.keep_measured([(photos[name], sharp, 0)])
