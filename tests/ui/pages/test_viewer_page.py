"""The viewer: a photo decoded in the background, walked through, zoomed, its faces named."""

from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from photoorg.library import Analysis, FileEntry
from photoorg.library.decisions import actions
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.pages.page import Visit
from photoorg.ui.pages.viewer_page import ViewerPage
from photoorg.ui.session import EVERYTHING
from photoorg.ui.viewer.face_boxes import words_below
from photoorg.ui.viewer.film_strip import FilmStrip
from photoorg.ui.widgets.name_field import NameField
from tests.ui.gallery import MODEL, Gallery, Window, wait_for
from tests.ui.stage import open_page


@pytest.fixture
def page(window: Window, gallery: Gallery, qtbot: QtBot) -> Iterator[ViewerPage]:
    page = open_page(ViewerPage, window, qtbot)
    page.show()
    among = tuple(gallery.photos.values())
    page.open(Visit("viewer", photo_id=gallery.photos["beach.jpg"], photo_ids=among))
    yield page
    page.close()


def press(qtbot: QtBot, page: ViewerPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.canvas, key)


def field_of(page: ViewerPage) -> NameField:
    (field,) = [f for f in page.canvas.findChildren(NameField) if f.isVisible()]
    return field


def name(qtbot: QtBot, page: ViewerPage, text: str) -> None:
    field = field_of(page)
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def name_of(gallery: Gallery, photo: str, face: int = 0) -> str | None:
    return gallery.library.faces.get(gallery.faces[photo][face]).person_name


def test_the_photo_is_decoded_in_the_background(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    reader = page._reader
    wait_for(qtbot, lambda: reader.get(gallery.folder / "beach.jpg"))
    middle = page.canvas.rect().center()
    assert page.canvas.grab().toImage().pixelColor(middle).red() > 60
    wait_for(qtbot, lambda: reader.get(gallery.folder / "garden.jpg"))  # the next one, in advance


def test_a_photo_that_was_edited_on_the_disk_is_read_again(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    path, photo = gallery.folder / "beach.jpg", gallery.photos["beach.jpg"]
    wait_for(qtbot, lambda: page._reader.get(path))
    gallery.library.thumbnails.put_photos([(photo, b"as it was")])
    window.thumbnails.look_for_newer()
    Image.new("RGB", (640, 480), "lime").save(path)
    gallery.library.thumbnails.put_photos([(photo, path.read_bytes())])
    window.thumbnails.look_for_newer()

    def is_green() -> bool:
        color = page.canvas.grab().toImage().pixelColor(page.canvas.rect().center())
        return color.green() > 240 and color.red() < 20

    wait_for(qtbot, is_green)


def test_a_photo_seen_half_written_is_shown_once_it_is_whole(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    path, photo = gallery.folder / "beach.jpg", gallery.photos["beach.jpg"]
    wait_for(qtbot, lambda: page._reader.get(path))
    path.write_bytes(b"")
    window.thumbnails.photosReplaced.emit([photo])
    wait_for(qtbot, page.canvas.accessibleDescription)
    Image.new("RGB", (640, 480), "lime").save(path)
    window.thumbnails.photosReplaced.emit([photo])
    wait_for(qtbot, lambda: not page.canvas.accessibleDescription())
    middle = page.canvas.grab().toImage().pixelColor(page.canvas.rect().center())
    assert middle.green() > 240
    assert middle.red() < 20


def test_arrow_keys_walk_and_stop_at_the_ends(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    ids = list(gallery.photos.values())
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.photo_id == ids[0]
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert page.photo_id == ids[2]
    assert page.title == "panorama.jpg"
    press(qtbot, page, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert page.photo_id == ids[-1]
    press(qtbot, page, Qt.Key.Key_Home)
    assert page.photo_id == ids[0]
    with qtbot.waitSignal(page.goBack):
        press(qtbot, page, Qt.Key.Key_Escape)


def test_zoom_keys_and_dragging(qtbot: QtBot, page: ViewerPage) -> None:
    canvas = page.canvas
    fitted = canvas.zoom
    press(qtbot, page, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert canvas.zoom > fitted
    press(qtbot, page, Qt.Key.Key_0)
    assert (canvas.fitted, canvas.zoom) == (True, fitted)
    canvas._zoom_to(4.0, canvas._place.middle)
    box = canvas.box_of(page.tools.faces[0])
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    qtbot.mouseMove(canvas, QPoint(450, 340))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(450, 340))
    moved = canvas.box_of(page.tools.faces[0])
    assert (moved.left() - box.left(), moved.top() - box.top()) == (50, 40)


def test_a_face_is_chosen_with_tab_and_named_in_place(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_N)
    name(qtbot, page, "  Cora  Miller ")
    assert name_of(gallery, "beach.jpg", 1) == "Cora Miller"
    assert name_of(gallery, "beach.jpg", 0) is None
    assert window.said == ["Named Cora Miller"]
    assert page.canvas.hasFocus()


def test_naming_an_unnamed_face_names_its_whole_group(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    press(qtbot, page, Qt.Key.Key_N)
    name(qtbot, page, "Anna")
    names = [name_of(gallery, photo) for photo in ("beach.jpg", "garden.jpg", "party.jpg")]
    assert names == ["Anna"] * 3


def test_another_name_for_a_named_face_moves_this_face_only(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    press(qtbot, page, Qt.Key.Key_N)
    name(qtbot, page, "Anna")
    face = gallery.faces["beach.jpg"][0]
    page.start_naming(face)
    assert field_of(page).text() == "Anna"
    name(qtbot, page, "Berta")
    assert name_of(gallery, "beach.jpg") == "Berta"
    assert name_of(gallery, "garden.jpg") == "Anna"
    page.start_naming(face)
    name(qtbot, page, "anna")
    assert gallery.person_of("beach.jpg") == gallery.person_of("garden.jpg")
    gallery.library.history.undo()
    page.refresh(EVERYTHING)
    assert name_of(gallery, "beach.jpg") == "Berta"


def test_a_name_in_use_asks_whether_it_is_the_same_person(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    press(qtbot, page, Qt.Key.Key_N)
    name(qtbot, page, "Anna")
    page.start_naming(gallery.faces["beach.jpg"][1])
    name(qtbot, page, "Anna")
    question = page.findChild(MergeQuestion)
    assert question is not None
    question.merge_button.click()
    assert gallery.person_of("beach.jpg", 0) == gallery.person_of("beach.jpg", 1)


def test_escape_leaves_the_field_and_not_the_viewer(qtbot: QtBot, page: ViewerPage) -> None:
    left: list[bool] = []
    page.goBack.connect(lambda: left.append(True))
    press(qtbot, page, Qt.Key.Key_N)
    field = field_of(page)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not [f for f in page.canvas.findChildren(NameField) if f.isVisible()]
    assert left == []


def test_boxes_are_shown_with_b_or_under_the_pointer(qtbot: QtBot, page: ViewerPage) -> None:
    canvas = page.canvas
    center = canvas.box_of(page.tools.faces[1]).center().toPoint()
    plain = canvas.grab().toImage()
    qtbot.mouseMove(canvas, center)
    chosen = canvas.current_face
    assert chosen == page.tools.faces[1]
    assert canvas.grab().toImage() != plain
    qtbot.mouseMove(canvas, QPoint(2, 2))
    assert [face for face in [canvas.current_face] if face] == []
    press(qtbot, page, Qt.Key.Key_B)
    assert page.bar.faces.isChecked()
    assert canvas.grab().toImage() != plain


def test_a_click_on_a_name_starts_naming(qtbot: QtBot, page: ViewerPage) -> None:
    box = page.canvas.box_of(page.tools.faces[0])
    under = QPoint(round(box.center().x()), round(box.bottom()) + 16)
    qtbot.mouseMove(page.canvas, under)
    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=under)
    assert field_of(page).isVisible()


def menu_of(page: ViewerPage, face: int | None) -> dict[str, object]:
    page._menu(face, QPoint(0, 0))
    menu = page.findChildren(QMenu)[-1]
    actions = {action.text(): action for action in menu.actions() if action.text()}
    menu.hide()
    return dict(actions)


def test_the_menu_tells_the_keys_that_do_the_same(page: ViewerPage) -> None:
    page._menu(None, QPoint(0, 0))
    menu = page.findChildren(QMenu)[-1]
    keys = {
        one.shortcut().toString(): one for one in menu.actions() if not one.shortcut().isEmpty()
    }
    menu.hide()
    assert "".join(sorted(keys)) == "DHLR"
    assert all(action.isShortcutVisibleInContextMenu() for action in keys.values())
    of_the_viewer = " ".join(page.bar.keys)
    assert all(key in of_the_viewer for key in keys)


def test_the_menu_of_a_face(qtbot: QtBot, page: ViewerPage, gallery: Gallery) -> None:
    face = gallery.faces["beach.jpg"][0]
    person = gallery.person_of("beach.jpg")
    of_photo = ["Draw a box around a face", "Search this photo harder", "Turn left", "Turn right"]
    of_photo += ["Turn upside down", "Show in folder", "Change the date…"]
    assert list(menu_of(page, None)) == of_photo
    menu = menu_of(page, face)
    assert list(menu) == [
        "Add name",
        "Open person",
        "Use as cover",
        "Not this person",
        "I do not know who this is",
        "Move or resize the box",
        "Not a face",
        *of_photo,
    ]
    with qtbot.waitSignal(page.openPerson) as opened:
        menu["Open person"].trigger()  # type: ignore[attr-defined]
    assert opened.args == [person]
    menu["Use as cover"].trigger()  # type: ignore[attr-defined]
    assert gallery.library.people.get(person).cover_face_id == face
    menu["Not this person"].trigger()  # type: ignore[attr-defined]
    assert gallery.person_of("beach.jpg") != person
    menu["Not a face"].trigger()  # type: ignore[attr-defined]
    assert [f.id for f in page.tools.faces] == [gallery.faces["beach.jpg"][1]]


def test_what_only_the_machine_says_has_a_question_mark(
    page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    face = gallery.faces["beach.jpg"][0]
    person = gallery.person_of("beach.jpg")
    actions.rename(gallery.library, person, "Anna & Co")
    page.refresh(EVERYTHING)
    assert words_below(page.tools.faces[0]) == "Anna & Co"
    assert "Yes, this is Anna && Co" not in menu_of(page, face)
    # as if the machine had added this face after the others had got their name
    gallery.library.connection.execute("DELETE FROM answer_faces WHERE face_id = ?", (face,))
    gallery.library.connection.execute("UPDATE faces SET source = 'machine' WHERE id = ?", (face,))
    page.refresh(EVERYTHING)
    assert words_below(page.tools.faces[0]) == "Anna & Co?"
    assert not page.canvas.grab().isNull()
    menu_of(page, face)["Yes, this is Anna && Co"].trigger()  # type: ignore[attr-defined]
    assert words_below(page.tools.faces[0]) == "Anna & Co"
    assert gallery.library.faces.get(face).confirmed
    window.session.undo()
    page.face_actions.name(page.tools.faces[0], "Anna & Co")
    assert gallery.library.faces.get(face).confirmed


def test_facts_and_people_beside_the_photo(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    press(qtbot, page, Qt.Key.Key_I)
    info = page.info
    assert info.isVisible()
    assert info.name.text() == "beach.jpg"
    assert info.date.text() == "20 July 2019, 10:30"
    assert info.measures.text().startswith("640 \N{MULTIPLICATION SIGN} 480 · ")
    assert info.place.text() == str(gallery.folder)
    assert info.heading.text() == "People in this photo"
    info.faceChosen.emit(gallery.faces["beach.jpg"][1])
    name(qtbot, page, "Ben")
    with qtbot.waitSignal(page.openPerson):
        info.faceChosen.emit(gallery.faces["beach.jpg"][1])


def test_copies_of_a_photo_are_listed(page: ViewerPage, gallery: Gallery, window: Window) -> None:
    assert page.info.copies.isHidden()
    other = gallery.folder / "deep" / "beach copy.jpg"
    library = gallery.library
    library.intake.register(library.folders.add(gallery.folder), [FileEntry(other, 1, 1)])
    file = library.intake.known(gallery.folder)[other].file_id
    library.pictures.store([Analysis(file, "beach.jpg", 640, 480, None, MODEL, [])])
    page.refresh(EVERYTHING)
    assert page.info.copies.text() == "2 copies"
    assert page.info.places.toolTip() == f"{gallery.folder / 'beach.jpg'}\n{other}"
    assert page.info.places.text().endswith("beach copy.jpg")
    library.intake.mark_missing([file])
    page.refresh(EVERYTHING)
    assert page.info.places.isHidden()


def test_a_photo_that_cannot_be_read_says_why(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    (gallery.folder / "scan.jpg").write_bytes(b"no picture at all")
    press(qtbot, page, Qt.Key.Key_End)
    wait_for(qtbot, lambda: "scan.jpg: " in page.canvas.accessibleDescription())
    assert not page.canvas.grab().isNull()
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.canvas.accessibleDescription() == ""


def test_a_photo_that_has_gone_leads_back(qtbot: QtBot, page: ViewerPage, gallery: Gallery) -> None:
    with gallery.library.write():
        gallery.library.connection.execute("DELETE FROM photos")
    with qtbot.waitSignal(page.goBack):
        page.refresh(EVERYTHING)


def test_the_film_strip_shows_where_one_is_and_leads_elsewhere(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    ids = list(gallery.photos.values())
    strip = page.strip
    assert strip.currentIndex().row() == 0
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert strip.currentIndex().row() == 2
    spoken = strip.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Photo 3 of {len(ids)}"
    place = strip.visualRect(strip.model().index(0, 0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.photo_id == ids[0]
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert page.photo_id == ids[1]
    assert strip.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.fixture
def strip(window: Window, qtbot: QtBot) -> FilmStrip:
    strip = FilmStrip(window.thumbnails)
    qtbot.addWidget(strip)
    strip.resize(800, strip.height())
    return strip


def test_a_long_film_strip_asks_for_what_is_in_sight_only(strip: FilmStrip, window: Window) -> None:
    strip.show_walk(range(1, 100_001))
    strip.show()
    strip.show_place(50_000)
    strip.grab()
    middle = strip.visualRect(strip.currentIndex()).center().x()
    assert abs(middle - strip.viewport().width() / 2) < 40
    spoken = strip.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Photo 50,001 of 100,000"
    asked = window.thumbnails._stored
    assert len(asked._waiting) < 40


def test_one_walks_on_along_a_long_film_strip(strip: FilmStrip, qtbot: QtBot) -> None:
    walked: list[int] = []
    strip.wanted.connect(walked.append)
    strip.wanted.connect(strip.show_place)
    strip.show_walk(range(1, 2001))
    strip.show()
    strip.show_place(0)
    for _ in range(700):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert walked == list(range(1, 701))
    for _ in range(700):
        qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert walked[700:] == list(range(699, -1, -1))


def test_photos_come_by_themselves_until_a_key_is_pressed(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    ids = list(gallery.photos.values())
    page.bar.faces.setChecked(True)
    assert page.canvas._boxes()
    press(qtbot, page, Qt.Key.Key_I, Qt.Key.Key_S)
    assert not page.bar.isVisible()
    assert not page.canvas._boxes()
    assert not page.info.isVisible()
    page.slides.set_interval(3)
    assert page.slides.interval_s == 3
    page.slides.due.emit()
    assert page.photo_id == ids[1]
    assert not page.canvas._boxes()
    press(qtbot, page, Qt.Key.Key_Right)  # stops, and does nothing else
    assert not page.slides.running
    assert page.canvas._boxes()
    assert page.photo_id == ids[1]
    assert page.bar.isVisible()
    assert page.strip.isVisible()
    assert page.info.isVisible()
    press(qtbot, page, Qt.Key.Key_S)
    page.hide()  # somebody went elsewhere: keys mean there what they mean
    assert not page.slides.running
    page.show()
    press(qtbot, page, Qt.Key.Key_S)
    for _ in ids:
        page.slides.due.emit()
    assert page.photo_id == ids[-1]
    assert not page.slides.running


def test_a_photo_deleted_under_the_viewer_leads_to_the_next(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery, window: Window
) -> None:
    ids = list(gallery.photos.values())
    face = gallery.faces["beach.jpg"][0]
    actions.rename(gallery.library, gallery.person_of("beach.jpg"), "Anna")
    known = gallery.library.intake.known(gallery.folder)
    gallery.library.intake.mark_missing([known[gallery.folder / "beach.jpg"].file_id])
    page.refresh(EVERYTHING)
    assert page.photo_id == ids[1]
    assert window.said == ["beach.jpg is not there any more; this is the next photo"]
    assert gallery.library.faces.get(face).person_name == "Anna"
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.photo_id == ids[1]
    with gallery.library.write():
        gallery.library.connection.execute("DELETE FROM photos WHERE id = ?", (ids[2],))
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.photo_id == ids[3]


def test_a_photo_that_goes_while_a_name_is_typed_stays_until_it_is_said(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_N)
    field = field_of(page)
    qtbot.keyClicks(field, "Cora")
    known = gallery.library.intake.known(gallery.folder)
    gallery.library.intake.mark_missing([known[gallery.folder / "beach.jpg"].file_id])
    page.refresh(EVERYTHING)
    assert field_of(page).text() == "Cora"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert name_of(gallery, "beach.jpg") == "Cora"


def test_the_box_of_a_face_larger_than_the_window_is_no_line_across(
    qtbot: QtBot, page: ViewerPage, gallery: Gallery
) -> None:
    canvas = page.canvas
    wait_for(qtbot, lambda: page._reader.get(gallery.folder / "beach.jpg"))
    canvas._zoom_to(8.0, canvas.box_of(page.tools.faces[0]).center())
    canvas.choose_face(None)
    plain = canvas.grab().toImage()
    qtbot.mouseMove(canvas, canvas.rect().center())
    assert canvas.current_face is not None
    box = canvas.box_of(canvas.current_face)
    assert not canvas.rect().contains(box.toRect())
    pointed = canvas.grab().toImage()
    top = max(0, round(box.top()))
    assert pointed.pixelColor(canvas.width() // 2, top) == plain.pixelColor(
        canvas.width() // 2, top
    )


def test_around_a_photo_it_is_dark_whatever_the_theme(qtbot: QtBot, page: ViewerPage) -> None:
    assert page.canvas.grab().toImage().pixelColor(1, 1).lightness() < 40
