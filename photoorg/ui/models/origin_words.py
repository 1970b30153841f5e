"""Where the date of a photo was read, in words."""

from photoorg.library import Photo
from photoorg.metadata.values import Source
from photoorg.tr import tr


def origin_words(photo: Photo) -> str:
    """Say where a date comes from; "" where the camera wrote it, as nearly always."""
    match photo.source:
        case "you":
            return tr("You said so")
        case Source.DIGITIZED:
            return tr("When the picture became a file, as the file says")
        case Source.CHANGED:
            return tr("When the picture was last changed, as the file says")
        case Source.SIDECAR:
            return tr("From the file beside it")
        case Source.GPS:
            return tr("From the satellites that told where it was taken")
        case Source.TAKEOUT:
            return tr("From Google, in the file beside it")
        case Source.NAME:
            return tr("From the name of the file")
        case _:
            return ""
