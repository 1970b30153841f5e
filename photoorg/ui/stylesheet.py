"""The application's style sheet: one template, filled with the tokens of the theme.

Widgets choose a look by the dynamic property ``look``:

* ``QPushButton``: ``primary`` (the one main action), ``quiet`` (no frame until touched),
  ``danger``
* ``QLabel``: ``title``, ``display``, ``strong``, ``muted`` (small), ``section`` (body)
* ``QFrame``: ``card``, ``line``
"""

from collections.abc import Mapping
from string import Template

_TEMPLATE = Template("""
QToolTip {
    color: $text; background: $surface_raised; border: 1px solid $border; padding: 4px 8px;
}
QLabel[look="title"] { font-size: $title; font-weight: 600; }
QLabel[look="display"] { font-size: $display; font-weight: 600; }
QLabel[look="strong"] { font-size: $strong; font-weight: 600; }
QLabel[look="section"] { font-size: $body; font-weight: 600; }
QLabel[look="muted"] { font-size: $small; color: $text_muted; }
QLabel[look="quiet"] { font-size: $body; color: $text_muted; }
QLabel[look="danger"] { font-size: $body; color: $danger; }

QPushButton, QToolButton {
    border: 1px solid $border; border-radius: 6px; background: $surface_raised; color: $text;
    padding: 6px 12px;
}
QPushButton { min-height: $button_height; }
QToolButton { padding: 6px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $border; }
QPushButton:focus, QToolButton:focus { border: 1px solid $focus; }
QPushButton:disabled, QToolButton:disabled { color: $field_border; }
QPushButton[look="primary"] {
    background: $accent; color: $accent_text; border-color: $accent; font-weight: 600;
    padding: 6px 16px;
}
QPushButton[look="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $halo; padding: 5px 15px; }
QPushButton[look="primary"]:disabled {
    background: $placeholder; border-color: $placeholder; color: $text_muted;
}
QPushButton[look="quiet"], QToolButton[look="quiet"] {
    background: transparent; border-color: transparent;
}
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border-color: $focus; }
QPushButton[look="danger"] { color: $danger; }
QPushButton[look="link"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 6px;
}
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-color: $focus; }
QPushButton[look="tab"], QToolButton[look="tab"] {
    background: transparent; border: 1px solid transparent; color: $text_muted;
    padding: 4px 10px; border-radius: 6px;
}
QPushButton[look="tab"]:hover { color: $text; background: $hover; }
QPushButton[look="tab"]:checked { color: $text; background: $hover; font-weight: 600; }
QPushButton[look="tab"]:focus { border-color: $focus; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QComboBox, QSpinBox {
    border: 1px solid $field_border; border-radius: 6px; background: $surface_raised;
    color: $text; padding: 5px 8px; min-height: $field_height;
    selection-background-color: $accent; selection-color: $accent_text;
}
QPlainTextEdit {
    border: 1px solid $field_border; border-radius: 6px; background: $surface_raised;
    color: $text; padding: 4px;
    selection-background-color: $accent; selection-color: $accent_text;
}
QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $focus; padding: 4px 7px; }
QLineEdit[look="search"] { border-color: $border; background: $surface_raised; }
QLineEdit[look="search"]:focus { border-color: $focus; }

QScrollArea, QAbstractScrollArea { border: none; background: $surface; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle {
    background: $border; border-radius: 4px; margin: 2px; min-height: 32px; min-width: 32px;
}
QScrollBar::handle:hover { background: $field_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: $surface_raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $field_border; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenuBar { background: $surface_sunken; color: $text; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }

QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::handle:horizontal {
    width: 18px; margin: -8px 0; border-radius: 10px; background: $accent;
    border: 1px solid $accent;
}
QSlider::handle:horizontal:focus { border: 2px solid $halo; width: 16px; }
QSlider::handle:horizontal:disabled { background: $placeholder; border-color: $placeholder; }

QFrame[look="card"] {
    background: $surface_raised; border: 1px solid $border; border-radius: 12px;
}
QFrame[look="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QProgressBar {
    border: none; border-radius: 2px; background: $border; max-height: 4px; min-height: 4px;
}
QProgressBar::chunk { border-radius: 2px; background: $accent; }
QProgressBar[look="thin"], QProgressBar[look="thin"]::chunk {
    border-radius: 0; min-height: 2px; max-height: 2px;
}
QFrame[look="sidebar"] { background: $surface_sunken; border: none; }
QFrame[look="sidebar"] { border-$end: 1px solid $border; }
QFrame[look="status"] { background: $surface_sunken; border: none; border-top: 1px solid $border; }
QFrame[look="status"] QLabel { font-size: $small; }
QFrame[look="status"] QToolButton { padding: 3px; }
QFrame[look="toast"] { background: $toast; border: none; border-radius: 12px; }
QLabel[look="toast"] { color: $toast_text; }
QPushButton[look="toast"], QToolButton[look="toast"] {
    background: transparent; border: 1px solid transparent; color: $toast_accent; font-weight: 600;
    padding: 4px 8px;
}
QPushButton[look="toast"]:hover, QToolButton[look="toast"]:hover { text-decoration: underline; }
QPushButton[look="toast"]:focus, QToolButton[look="toast"]:focus { border-color: $toast_accent; }
QLineEdit[look="name"] {
    border: 1px solid transparent; background: transparent; font-size: $display; font-weight: 600;
    padding: 0 6px; min-height: $name_height;
}
QLineEdit[look="name"][long="true"] { font-size: $title; }
QLineEdit[look="name"]:hover { border-color: $border; }
QLineEdit[look="name"]:focus {
    border: 1px solid $focus; background: $surface_raised; padding: 0 6px;
}
QDialog { background: $surface; }
QListView { background: $surface; outline: none; }
QListView[look="popup"] {
    background: $surface_raised; border: 1px solid $border; padding: 4px; color: $text;
}
QListView[look="popup"]::item { padding: 6px 8px; border-radius: 4px; color: $text; }
QListView[look="popup"]::item:selected { background: $selected; color: $text; }
""")


def stylesheet(values: Mapping[str, str]) -> str:
    """Return the style sheet with every ``$name`` replaced by the token of that name."""
    return _TEMPLATE.substitute(values)
