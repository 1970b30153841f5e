"""Giving away photos that were chosen one by one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from photoorg.ui.dialogs.elsewhere.export_dialog import ExportDialog
from photoorg.ui.session import Session


def ask_to_export(session: Session, photos: Sequence[int], parent: QWidget) -> None:
    """Ask where these photos (ids) are to go, if there are any."""
    if photos:
        dialog = ExportDialog(session.library.path, [], parent, photos=photos)
        dialog.wanted.connect(session.exportWanted)
        dialog.open()
