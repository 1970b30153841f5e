"""How wide a dialog of words and buttons is."""

from PySide6.QtWidgets import QDialog

from photoorg.ui import theme


def fix_width(dialog: QDialog, usual: int) -> None:
    """Make a dialog that is laid out ``usual`` pixels wide, or as wide as its buttons need.

    ``usual`` is for letters of usual size. Sentences fill what there is.
    """
    layout = dialog.layout()
    needed = 0 if layout is None else layout.minimumSize().width()
    dialog.setFixedWidth(max(theme.scaled(usual), needed))
