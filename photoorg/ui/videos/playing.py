"""Playing a video, or saying why it cannot be."""

from pathlib import Path

from photoorg.jobs.messages import shown
from photoorg.tr import tr
from photoorg.ui.people.player import play
from photoorg.ui.session import Session


def play_from(session: Session, video: Path, seconds: float) -> None:
    """Play a video in a player of the system from so many seconds on."""
    if not video.exists():
        session.failed.emit(
            tr(
                "{video} cannot be reached just now; connect its drive and try again.",
                video=shown(video.name),
            )
        )
    elif not play(video, seconds):
        session.failed.emit(
            tr("There is no program on this computer that plays videos; install one.")
        )
