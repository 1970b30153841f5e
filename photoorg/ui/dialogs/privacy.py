"""Every file that the program writes and every connection it can make, in words for the user."""

from pathlib import Path

from photoorg.library.storage.sidecars import backups_folder, journal_file, thumbnails_file
from photoorg.settings import data_folder, settings_file
from photoorg.tr import tr


def privacy_details(library: Path) -> str:
    """Return what is written and fetched, one thing a paragraph, with the places on this disk."""
    return "\n\n".join(
        (
            tr(
                "{path}: the library. Names and answers, and for each photo its path, date and "
                "faces, with the numbers that tell faces apart.",
                path=library,
            ),
            tr("{path}: small pictures of photos and faces.", path=thumbnails_file(library)),
            tr(
                "{path}: all that you said, to be said again in another library.",
                path=journal_file(library),
            ),
            tr(
                "{path}: copies of the library of the last days and weeks.",
                path=backups_folder(library),
            ),
            tr(
                "{path}: what makes grouping and questions quick, a copy before an update or in "
                "place of which another came, locks.",
                path=f"{library.name.removesuffix('.photoorg')}*",
            ),
            tr(
                "{path}: downloaded face models, the demonstration, the size of the window, and "
                "what picture decoders complain about.",
                path=data_folder(),
            ),
            tr("{path}: what you chose in the settings.", path=settings_file()),
            tr(
                "Only when you ask: XMP files beside photos with the names of people, and exports "
                "and copies at the places that you name. Nothing else among your photos is ever "
                "written, renamed or removed."
            ),
            tr(
                "Over the network: only the download of a pack of face models, after you have seen "
                "its terms and the address."
            ),
        )
    )
