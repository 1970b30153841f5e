"""One photo looked at now: what was drawn in it is embedded, and more is searched for if wanted."""

from photoorg.jobs.messages import LibraryChanged
from photoorg.jobs.photo_request import SEARCHING, PhotoRequest, PhotoSummary
from photoorg.jobs.progress import Control
from photoorg.jobs.scan import Grouper, check_engine, record_crashes
from photoorg.library import Library
from photoorg.media.video.names import is_video
from photoorg.packs.finding import find_pack
from photoorg.types import Kind


def run(control: Control, asked: PhotoRequest) -> PhotoSummary:
    """Look at the photo that is asked for and group its new faces.

    What was found before stays. Raises NoModelPackError, LibraryError.
    """
    engine = asked.settings.engine
    pack = find_pack(asked.models, asked.settings)
    check_engine(engine)
    control.report(SEARCHING, 0, 0)
    with Library.open(asked.library, create=False) as library, library.exclusive("jobs"):
        record_crashes(library, control)
        before = {face.id for face in library.faces.of_photo(asked.photo)}
        file = library.intake.file_of(asked.photo)
        if file is None or is_video(file.path):  # a video is watched by a scan
            return PhotoSummary(0, asked.harder, reached=False)

        from photoorg.analysis.faces import FaceAnalyzer
        from photoorg.analysis.harder import HardAnalyzer
        from photoorg.jobs.scanning.analyze import Scanner
        from photoorg.jobs.scanning.guard import Guard

        guard = Guard(control)
        kind = HardAnalyzer if asked.harder else FaceAnalyzer
        scanner = Scanner(
            library,
            control,
            kind(pack, asked.settings.provider),
            pack.model_id,
            library.folders.roots(),
            workers=1,
            decoding=guard.decoding,
            known_too=asked.harder,
        )
        with guard.standing():
            scanner.work_off([file])
        Grouper(library, control, engine, pack.model_id).group()
        control.send(LibraryChanged(frozenset(Kind)))
        after = {face.id for face in library.faces.of_photo(asked.photo)}
        library.keep_safe()
        return PhotoSummary(len(after - before), asked.harder, reached=not scanner.problems)
