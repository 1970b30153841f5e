"""Colours keep their contrast, and the style sheet is complete."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from photoorg.ui import icons, stylesheet, theme
from photoorg.ui.widgets.row_list import RowList

SURFACES = ("surface", "surface_raised", "surface_sunken", "hover", "selected")


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("ink", ["text", "text_muted"])
def test_text_is_readable_on_every_surface(
    qapp: QApplication, name: str, surface: str, ink: str
) -> None:
    colors = theme.tokens(name)
    assert contrast(getattr(colors, ink), getattr(colors, surface)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_accents_are_readable(qapp: QApplication, name: str) -> None:
    colors = theme.tokens(name)
    for ink, ground in (
        ("accent", "surface"),
        ("accent", "surface_raised"),
        ("accent_text", "accent"),
        ("accent_text", "accent_hover"),
        ("danger", "surface"),
        ("danger", "surface_raised"),
    ):
        assert contrast(getattr(colors, ink), getattr(colors, ground)) >= 4.5
    for edge in ("focus", "halo", "field_border"):
        assert contrast(getattr(colors, edge), colors.surface) >= 3


@pytest.mark.parametrize("name", ["light", "dark"])
def test_high_contrast_is_stronger_than_aaa(qapp: QApplication, name: str) -> None:
    colors = theme.tokens(name, high_contrast=True)
    for surface in SURFACES:
        for ink in ("text", "text_muted"):
            assert contrast(getattr(colors, ink), getattr(colors, surface)) >= 7


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_widgets_find_the_tokens_of_their_palette(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for name in ("light", "dark"):
        chosen = theme.apply(qapp, name)
        qapp.processEvents()
        assert theme.tokens_of(widget) == chosen
        assert qapp.palette().color(QPalette.ColorRole.Window) == chosen.surface
    assert theme.apply(qapp, "system") in (theme.tokens("light"), theme.tokens("dark"))


def test_high_contrast_is_recognised_from_a_palette(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    strong = theme.tokens("light", high_contrast=True)
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.Window, strong.surface)
    palette.setColor(QPalette.ColorRole.WindowText, strong.text)
    widget.setPalette(palette)
    assert theme.tokens_of(widget) == strong


def test_every_name_in_the_style_sheet_is_given(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    assert "$" not in qapp.styleSheet()
    with pytest.raises(KeyError):
        stylesheet.stylesheet({})


def test_icons_are_drawn_with_one_stroke_and_take_a_colour(qapp: QApplication) -> None:
    drawings = sorted(icons.FOLDER.glob("*.svg"))
    assert len(drawings) > 20
    for drawing in drawings:
        if drawing.stem == "photoorg":
            continue
        assert 'stroke-width="1.5"' in drawing.read_text()
        picture = icons.pixmap(drawing.stem, QColor("#ff0000"), 20, 2.0)
        assert picture.width() == 40
        assert picture.devicePixelRatio() == 2.0
        image = picture.toImage()
        inked = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
        assert {c.name() for c in inked if c.alpha() == 255} == {"#ff0000"}, drawing.name
    assert not icons.program_icon().isNull()


def test_every_icon_is_used() -> None:
    sources = "".join(
        p.read_text() for p in (icons.FOLDER.parent.parent / "photoorg").rglob("*.py")
    )
    for drawing in icons.FOLDER.glob("*.svg"):
        assert re.search(rf'"{drawing.stem}(\.svg)?"', sources), f"{drawing.name} is used nowhere"


@pytest.fixture
def usual_letters(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light")


def test_letters_are_as_large_as_the_system_has_them(
    qapp: QApplication, usual_letters: None
) -> None:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = QFontInfo(system).pixelSize()
    theme.apply(qapp, "light")
    assert qapp.font().pixelSize() == usual
    assert theme.font().pixelSize() == usual
    theme.apply(qapp, "light", 150)
    assert qapp.font().pixelSize() == round(1.5 * usual)
    assert theme.font(theme.TITLE).pixelSize() == theme.scaled(theme.TITLE)


def test_no_text_size_makes_the_window_unusable(qapp: QApplication, usual_letters: None) -> None:
    for size in (-5, 0, 10_000):
        theme.apply(qapp, "light", size)
        assert 8 <= qapp.font().pixelSize() <= 48


def test_labels_and_rows_follow_the_size_of_letters(
    qtbot: QtBot, qapp: QApplication, usual_letters: None
) -> None:
    title, rows = QLabel("Anna"), RowList("Rows")
    title.setProperty("look", "title")
    for widget in (title, rows):
        qtbot.addWidget(widget)
    heights = []
    for size in (80, 150):
        theme.apply(qapp, "light", size)
        title.ensurePolished()
        option, nowhere = QStyleOptionViewItem(), QModelIndex()
        row = rows.itemDelegate().sizeHint(option, nowhere).height()
        letters = QFontMetrics(theme.font(theme.STRONG)), QFontMetrics(theme.font(theme.BODY))
        assert row >= letters[0].height() + letters[1].height()
        heights.append((title.sizeHint().height(), row))
    assert heights[1] > heights[0]
