"""The language of the window: its texts, its numbers and dates, and the direction of reading."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from photoorg.settings import RESOURCES
from photoorg.tr import speak
from photoorg.ui.retelling import Retelling

TEXTS = RESOURCES / "languages"
LANGUAGES = {"en": "English", "de": "Deutsch", "ko": "한국어"}
"""The languages that the program speaks, by the names they give themselves."""

MIRRORED = "xx"
"""No language at all: longer texts, from right to left, each in brackets. Whatever is not, is no
text that can be translated."""

Translator = Callable[[str, int | None], str | None]


def use(application: QApplication, chosen: str = "") -> None:
    """Let the window speak a language, a key of :data:`LANGUAGES`; that of the system if empty."""
    locale = _locale(chosen)
    QLocale.setDefault(locale)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    translator = _translator(application, locale, chosen)
    retell = Retelling(TEXTS / "english.json", translator).retold if translator else None
    speak(translator, locale.toString, retell)
    mirrored = chosen == MIRRORED or locale.textDirection() == Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    )


def _locale(chosen: str) -> QLocale:
    """Return the locale to write numbers and dates in: always one that fits the texts."""
    system = QLocale.system()
    if chosen in LANGUAGES and not system.name().startswith(f"{chosen}_"):
        return QLocale(chosen)
    if not chosen and not chosen_by(system.uiLanguages()):
        return QLocale(QLocale.Language.English, system.territory())
    return system if chosen in ("", *LANGUAGES) else QLocale("en")


def chosen_by(wanted: list[str]) -> str:
    """Return the first language of the program among those of a system, best first, or none."""
    codes = (name.replace("_", "-").split("-")[0] for name in wanted)
    return next((code for code in codes if code in LANGUAGES), "")


def _translator(application: QApplication, locale: QLocale, chosen: str) -> Translator | None:
    if chosen == MIRRORED:
        return _mirrored
    language = chosen or chosen_by(locale.uiLanguages())
    own = QTranslator(application)
    if not own.load(str(TEXTS / f"photoorg_{language}.qm")):
        own.deleteLater()
        return None
    qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(str(Path(folder) / f"qtbase_{language}.qm")):
        application.installTranslator(qt)

    def translated(text: str, n: int | None) -> str | None:
        return own.translate("", text, "", -1 if n is None else n) or None

    return translated


def _mirrored(text: str, n: int | None) -> str:
    del n
    return f"\N{RIGHT-TO-LEFT MARK}[{text}{' ~' * (2 + len(text) // 8)}]"
