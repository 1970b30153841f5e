"""The window speaks the language of the system, or the one that was chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QApplication

from photoorg.metadata.beside import Folder
from photoorg.metadata.names.embedded import Embedded
from photoorg.metadata.names.spans import PacketError
from photoorg.metadata.names.writing import write_names
from photoorg.tr import kept, number, retold, speak, tr
from photoorg.ui import languages


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    languages.use(qapp, "en")
    QLocale.setDefault(before)
    speak()


def test_english_writes_numbers_and_reads_from_the_left(qapp: QApplication) -> None:
    languages.use(qapp, "en")
    assert tr("{n} photos", n=12_400, one="{n} photo") == "12,400 photos"
    assert tr("{n} photos", n=1, one="{n} photo") == "1 photo"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert retold(kept("Undo")) == "Undo"


def test_german_writes_numbers_and_dates_and_qt_speaks_it_too(qapp: QApplication) -> None:
    languages.use(qapp, "de")
    assert number(12_400) == "12.400"
    assert QLocale().toString(QDate(2024, 3, 1), "d MMMM yyyy") == "1 März 2024"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    languages.use(qapp, "en")
    assert number(12_400) == "12,400"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_why_a_sidecar_is_left_alone_is_told_in_the_readers_language(
    qapp: QApplication, tmp_path: Path
) -> None:
    photo = tmp_path / "a.jpg"
    photo.with_name("a.jpg.xmp").write_text("")
    with pytest.raises(PacketError) as left:
        write_names(Folder(tmp_path), "a.jpg", (8, 8), Embedded(), {})
    text = kept("The XMP file beside this photo is left as it is ({reason}).", reason=left.value)
    languages.use(qapp, "de")
    assert retold(text) == "Die XMP-Datei neben diesem Foto bleibt, wie sie ist (sie ist leer)."


def test_a_language_that_nobody_knows_is_english(qapp: QApplication) -> None:
    languages.use(qapp, "tlh")
    assert tr("Undo") == "Undo"
    assert number(1_200) == "1,200"


def test_what_the_system_wants_is_taken_as_far_as_it_is_there() -> None:
    assert languages.chosen_by(["pt-BR", "de-AT", "en"]) == "de"
    assert languages.chosen_by(["ko_KR"]) == "ko"
    assert languages.chosen_by(["fr", "C"]) == ""


def test_the_mirrored_language_is_longer_and_reads_from_the_right(qapp: QApplication) -> None:
    languages.use(qapp, languages.MIRRORED)
    said = tr("Named {person}", person="Anna")
    assert "[Named Anna" in said
    assert said.endswith("]")
    assert len(said) > len("Named Anna") + 4
    assert retold("Merge Anna into Ben").startswith("\N{RIGHT-TO-LEFT MARK}[Merge Anna into Ben")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
