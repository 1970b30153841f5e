"""The one place where the window's colours, distances and letters are decided.

Colours are named by what they are for, not by what they look like; :func:`tokens` gives the same
names for light and dark. Nothing here is a global: a widget asks :func:`tokens_of` and gets the
tokens that match the palette it is painted with, so a change of theme reaches it as an ordinary
``PaletteChange`` event.
"""

from dataclasses import dataclass, fields, replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from photoorg.ui.direction import mirrored
from photoorg.ui.stylesheet import stylesheet

GRID = 8
"""Distances are multiples of this, or of its half."""
RADIUS, RADIUS_LARGE = 6, 12
SMALL, BODY, STRONG, TITLE, DISPLAY = 12, 13, 15, 20, 28
"""The type scale; pixels where the letters of the program are ``BODY`` high."""
_SMALLEST_LETTERS = 8
TEXT_SIZES = (80, 90, 100, 110, 125, 150)
"""Per cent of the system's letters that can be chosen."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme.

    ``surface`` is the page, ``surface_raised`` cards, menus and fields, ``surface_sunken`` the
    sidebar and the status line, ``hover`` and ``selected`` lie over a surface; ``halo`` rings
    what is filled with the accent.
    """

    dark: bool
    surface: QColor
    surface_raised: QColor
    surface_sunken: QColor
    hover: QColor
    selected: QColor
    border: QColor
    field_border: QColor
    text: QColor
    text_muted: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    danger: QColor
    focus: QColor
    halo: QColor
    placeholder: QColor


_LIGHT = Tokens(
    dark=False,
    surface=QColor("#fbfaf8"),
    surface_raised=QColor("#ffffff"),
    surface_sunken=QColor("#f2f0ec"),
    hover=QColor("#eae7e2"),
    selected=QColor("#dfe7f7"),
    border=QColor("#e2dfd9"),
    field_border=QColor("#8c8881"),
    text=QColor("#1f1d1a"),
    text_muted=QColor("#66625b"),
    accent=QColor("#2d5fc4"),
    accent_hover=QColor("#2450ab"),
    accent_text=QColor("#ffffff"),
    danger=QColor("#b3261e"),
    focus=QColor("#2d5fc4"),
    halo=QColor("#5f8be6"),
    placeholder=QColor("#e6e3dd"),
)
_DARK = Tokens(
    dark=True,
    surface=QColor("#1c1b1a"),
    surface_raised=QColor("#2a2826"),
    surface_sunken=QColor("#161514"),
    hover=QColor("#302e2b"),
    selected=QColor("#2b3a5a"),
    border=QColor("#383531"),
    field_border=QColor("#7d7871"),
    text=QColor("#efece7"),
    text_muted=QColor("#a9a49c"),
    accent=QColor("#8ab0ff"),
    accent_hover=QColor("#a6c3ff"),
    accent_text=QColor("#0e1626"),
    danger=QColor("#ff9a90"),
    focus=QColor("#8ab0ff"),
    halo=QColor("#d5e2ff"),
    placeholder=QColor("#302e2b"),
)


def tokens(theme: str, *, high_contrast: bool = False) -> Tokens:
    """Return the colours of ``"light"``, ``"dark"`` or ``"system"``."""
    dark = theme == "dark" or (theme == "system" and _system_is_dark())
    return _tokens(dark, high_contrast)


@cache
def _tokens(dark: bool, high_contrast: bool) -> Tokens:  # noqa: FBT001 - keys of the cache
    found = _DARK if dark else _LIGHT
    if high_contrast:
        strong = QColor("#ffffff") if dark else QColor("#000000")
        soft = QColor("#dedad3") if dark else QColor("#3a3733")
        found = replace(
            found, text=strong, text_muted=soft, border=soft, field_border=soft, halo=strong
        )
    return found


def tokens_of(widget: QWidget | None) -> Tokens:
    """Return the tokens that match the palette ``widget`` is painted with."""
    palette = widget.palette() if widget is not None else QGuiApplication.palette()
    dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
    strong = palette.color(QPalette.ColorRole.WindowText)
    return _tokens(dark, strong == _tokens(dark, True).text)  # noqa: FBT003 - keys of the cache


def apply(application: QApplication, theme: str, text_size: int = 100) -> Tokens:
    """Dress the whole program in ``theme`` and return its tokens.

    ``text_size`` is the size of its letters in per cent of those of the system.
    """
    hints = application.styleHints()
    scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(
        theme, Qt.ColorScheme.Unknown
    )
    if hasattr(hints, "setColorScheme"):  # Qt 6.8 and later
        hints.setColorScheme(scheme)
    chosen = tokens(theme, high_contrast=_wants_contrast())
    if application.style().name() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = QFontInfo(letters).pixelSize()
    letters.setPixelSize(max(_SMALLEST_LETTERS, round(usual * min(max(text_size, 50), 300) / 100)))
    if application.font() != letters:
        application.setFont(letters)
    application.setPalette(_palette(chosen))
    # a message stands out by being of the other theme
    toast = _LIGHT if chosen.dark else _DARK
    values = {f.name: _css(chosen, f.name) for f in fields(chosen)}
    steps = {"small": SMALL, "body": BODY, "strong": STRONG, "title": TITLE, "display": DISPLAY}
    values |= {name: f"{scaled(step)}px" for name, step in steps.items()}
    values |= {
        "toast": _css(toast, "surface_raised"),
        "toast_text": _css(toast, "text"),
        "toast_accent": _css(toast, "accent"),
        # layouts make buttons and fields as low as this where there is little room
        "button_height": f"{max(18, QFontMetrics(font()).height())}px",
        "field_height": f"{max(20, QFontMetrics(font()).height())}px",
        "name_height": f"{max(38, QFontMetrics(font(DISPLAY, strong=True)).height())}px",
        "end": "left" if mirrored() else "right",
    }
    application.setStyleSheet(stylesheet(values))
    return chosen


def font(size: int = BODY, *, strong: bool = False) -> QFont:
    """Return the system font at a step of the type scale."""
    letters = QGuiApplication.font()
    letters.setPixelSize(scaled(size))
    letters.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return letters


def scaled(length: float) -> int:
    """Return a length that holds words, in pixels, as it has to be for the letters of now."""
    return round(length * max(QGuiApplication.font().pixelSize(), _SMALLEST_LETTERS) / BODY)


def _system_is_dark() -> bool:
    hints = QGuiApplication.styleHints()
    return hints.colorScheme() == Qt.ColorScheme.Dark


def _wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # Qt 6.10 and later
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _css(chosen: Tokens, name: str) -> str:
    value = getattr(chosen, name)
    return value.name(QColor.NameFormat.HexArgb) if isinstance(value, QColor) else str(value)


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, color in (
        (role.Window, chosen.surface),
        (role.Base, chosen.surface_raised),
        (role.AlternateBase, chosen.surface_sunken),
        (role.Button, chosen.surface_raised),
        (role.ToolTipBase, chosen.surface_raised),
        (role.WindowText, chosen.text),
        (role.Text, chosen.text),
        (role.ButtonText, chosen.text),
        (role.ToolTipText, chosen.text),
        (role.PlaceholderText, chosen.text_muted),
        (role.Highlight, chosen.accent),
        (role.HighlightedText, chosen.accent_text),
        (role.Link, chosen.accent),
        (role.LinkVisited, chosen.accent),
        (role.Accent, chosen.accent),
        (role.Mid, chosen.border),
        (role.Dark, chosen.border),
        (role.Light, chosen.surface_raised),
        (role.Midlight, chosen.hover),
    ):
        palette.setColor(target, color)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, chosen.field_border)
    return palette
