"""Saying when photos were taken: asked for in a dialog, done as one step."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from photoorg.errors import PhotoorgError
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.origins.dating import known_dates, set_taken, shift_taken
from photoorg.tr import tr
from photoorg.types import Changed
from photoorg.ui.dialogs.asking.date_dialog import DateDialog
from photoorg.ui.models.origin_words import origin_words
from photoorg.ui.models.photos_model import date_of, written
from photoorg.ui.session import Session


def ask_date(session: Session, photo_ids: Sequence[int], page: QWidget) -> None:
    """Ask when these photos were taken, over ``page``, and say so."""
    if not photo_ids:
        return
    try:
        known = list(known_dates(session.library, photo_ids).values())
        told = _told(session.library, photo_ids, known)
    except PhotoorgError as error:
        session.failed.emit(str(error))
        return
    dialog = DateDialog(told, known, page)
    ids = list(photo_ids)
    dialog.dated.connect(lambda taken: _do(session, ids, lambda own: set_taken(own, ids, taken)))
    dialog.moved.connect(lambda by: _do(session, ids, lambda own: shift_taken(own, ids, by)))
    dialog.open()


def _told(library: Library, photo_ids: Sequence[int], known: Sequence[str | None]) -> str:
    """Return what is known now."""
    if len(photo_ids) == 1:
        photo = library.photos.get(photo_ids[0])
        date = date_of(photo) if photo.taken_at else tr("No date")
        return "\n".join(filter(None, (shown(photo.path.name), date, origin_words(photo))))
    dates = sorted(taken for taken in known if taken)
    photos = tr("{n} photos", n=len(photo_ids), one="{n} photo")
    if not dates:
        return f"{photos}\n{tr('No date')}"
    if dates[0] == dates[-1]:
        return f"{photos}\n{written(dates[0])}"
    span = tr("{first} to {last}", first=written(dates[0]), last=written(dates[-1]))
    return f"{photos}\n{span}"


def _do(session: Session, photo_ids: Sequence[int], act: Callable[[Library], Changed]) -> None:
    said = tr(
        "Changed the dates of {n} photos", n=len(photo_ids), one="Changed the date of a photo"
    )
    tell = partial(session.say, said, undoable=True)
    session.perform_on(len(photo_ids), act, lambda done: tell() if done else None)
