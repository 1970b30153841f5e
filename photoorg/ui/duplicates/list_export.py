"""Writing the list of duplicates into a file that the user chooses."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from photoorg.jobs.messages import shown
from photoorg.library.duplicates.listing import SUFFIXES, as_text
from photoorg.library.duplicates.values import Stack
from photoorg.private_files import open_private
from photoorg.tr import tr
from photoorg.ui.session import Session


def ask_and_write(session: Session, stacks: Sequence[Stack], over: QWidget) -> None:
    """Ask for a file and write stacks into it, as JSON or, if it is called so, as CSV."""
    usual = QStandardPaths.StandardLocation.DocumentsLocation
    place = Path(QStandardPaths.writableLocation(usual)) / "duplicates.csv"
    filters = ";;".join([tr("Tables (*.csv)"), tr("Lists for programs (*.json)")])
    title = tr("Export the list of duplicates")
    chosen, kind = QFileDialog.getSaveFileName(over, title, str(place), filters)
    if chosen:
        write(session, stacks, _with_suffix(Path(chosen), kind))


def write(session: Session, stacks: Sequence[Stack], file: Path) -> None:
    """Write stacks into a file; say that it is done, or why it is not."""
    try:
        with open(
            file, "w", encoding="utf-8", errors="surrogateescape", newline="", opener=open_private
        ) as out:
            out.write(as_text(stacks, file.suffix.lower()))
    except OSError as error:
        reason = error.strerror or str(error)
        session.failed.emit(
            tr("{file} cannot be written ({reason}).", file=shown(file), reason=reason)
        )
        return
    session.say(
        tr(
            "{n} stacks are listed in {file}",
            n=len(stacks),
            one="{n} stack is listed in {file}",
            file=shown(file.name),
        )
    )


def _with_suffix(file: Path, kind: str) -> Path:
    """Return a file that is called by its kind, which not every system's dialog sees to."""
    if file.suffix.lower() in SUFFIXES:
        return file
    return file.with_name(file.name + (".json" if "json" in kind else ".csv"))
