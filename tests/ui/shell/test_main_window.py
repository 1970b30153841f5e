"""The window: pages, back and forth, keys, drops, undo, and jobs."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from photoorg.jobs.download_request import DownloadSummary
from photoorg.jobs.group_request import GroupSummary
from photoorg.jobs.messages import Problem
from photoorg.jobs.scan_request import ScanRequest, ScanSummary
from photoorg.library import KnownFile, Library
from photoorg.library.decisions import actions
from photoorg.settings import Settings
from photoorg.types import Kind
from photoorg.ui import theme
from photoorg.ui.dialogs.keys_dialog import KeysDialog
from photoorg.ui.dialogs.settings_dialog import SettingsDialog
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.pages.people_page import PeoplePage
from photoorg.ui.pages.person_page import PersonPage
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.widgets.selection_bar import SelectionBar
from tests.jobs.trial_jobs import Count, KnownError
from tests.ui.crowd import Crowd
from tests.ui.gallery import wait_for
from tests.ui.stage import show_window
from tests.ui.waiting import until_read

ESCAPE = Qt.Key.Key_Escape


def press(window: MainWindow, action: QAction) -> None:
    """Press an action's key on whatever has the keyboard."""
    focused: QWidget | None = window.focusWidget()
    QTest.keySequence(focused if focused is not None else window, action.shortcut())


def person_page(window: MainWindow) -> PersonPage:
    page = window.navigator.current()
    assert isinstance(page, PersonPage)
    return page


def test_people_come_first(window: MainWindow, qtbot: QtBot) -> None:
    page = window.navigator.current()
    assert isinstance(page, PeoplePage)
    assert page.grid.hasFocus()
    assert window.windowTitle() == "People - photoorg"
    wait_for(qtbot, lambda: window.job_bar.text() == "18 photos · 18 faces")


@pytest.mark.parametrize("key", ["people", "review", "photos", "folders", "problems"])
def test_every_page_opens_with_its_key_and_its_button(window: MainWindow, key: str) -> None:
    press(window, window.menus.pages[key])
    assert window.navigator.key == key
    page = window.navigator.current()
    assert page is not None
    assert page.isVisible()
    assert page.isAncestorOf(window.focusWidget()) or page is window.focusWidget()
    window.sidebar.chosen.emit("people")
    assert window.navigator.key == "people"


def test_a_person_opens_and_escape_leads_back(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    assert window.navigator.came_from == "People"
    page = person_page(window)
    page.faces.selectAll()
    QTest.keyClick(page.faces, ESCAPE)
    assert window.navigator.key == "person"
    QTest.keyClick(page.faces, ESCAPE)
    assert window.navigator.key == "people"
    QTest.keyClick(window, ESCAPE)
    assert window.navigator.key == "people"


def test_the_viewer_takes_the_window_and_gives_it_back(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    photos = [photo.id for photo in crowd.library.photos.list()]
    person_page(window).openPhoto.emit(photos[1], photos)
    assert window.navigator.key == "viewer"
    assert not window.sidebar.isVisible()
    assert not window.top_bar.isVisible()
    viewer = window.navigator.current()
    assert viewer is not None
    viewer.openPerson.emit(crowd.groups[1])
    assert person_page(window).person == crowd.person(1)
    window.navigator.back()
    until_read(qtbot, window.session)
    assert window.navigator.key == "viewer"
    window.navigator.back()
    until_read(qtbot, window.session)
    assert person_page(window).person == crowd.person(0)
    assert window.sidebar.isVisible()
    assert window.top_bar.isVisible()


def test_naming_undo_and_redo_from_the_menu(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    assert not window.menus.undo.isEnabled()
    window.session.perform(actions.rename, crowd.groups[0], "Anna & Co")
    until_read(qtbot, window.session)
    window.session.say("Named Anna & Co", undoable=True)
    assert window.toast.text() == "Named Anna & Co"
    assert window.menus.undo.text() == "&Undo: Name Anna && Co"
    press(window, window.menus.undo)
    assert crowd.person(0).name is None
    assert window.toast.text() == "Undone: Name Anna & Co"
    press(window, window.menus.redo)
    assert crowd.person(0).name == "Anna & Co"
    window.session.say("Named Anna", undoable=True)
    window.toast.undone.emit()
    assert crowd.person(0).name is None


def test_the_history_opens_and_leads_back(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    press(window, window.menus.history)
    press(window, window.menus.history)
    assert (window.navigator.key, window.windowTitle()) == ("history", "History - photoorg")
    window.session.perform(actions.rename, crowd.groups[0], "Anna")
    until_read(qtbot, window.session)
    window.session.go_to(0)
    assert window.toast.text() == "A step undone"
    window.navigator.back()
    until_read(qtbot, window.session)
    assert person_page(window).title == "Who is this?"


def test_a_page_that_is_not_seen_is_fresh_when_it_is(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    people = window.navigator.current()
    assert isinstance(people, PeoplePage)
    window.go("photos")
    window.session.perform(actions.rename, crowd.groups[0], "Anna")
    until_read(qtbot, window.session)
    row = people.model.row_of(crowd.groups[0])
    assert people.model.index(row, 0).data() == ""
    window.go("people")
    until_read(qtbot, window.session)
    assert people.model.index(people.model.row_of(crowd.groups[0]), 0).data() == "Anna"


def test_search_is_reached_and_left_by_keys(window: MainWindow, crowd: Crowd, qtbot: QtBot) -> None:
    window.session.perform(actions.rename, crowd.groups[0], "Anna")
    until_read(qtbot, window.session)
    people = window.navigator.current()
    assert isinstance(people, PeoplePage)
    press(window, window.menus.find)
    assert window.top_bar.search.hasFocus()
    QTest.keyClicks(window.top_bar.search, "ann")
    wait_for(qtbot, lambda: people.model.rowCount() == 2)
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert people.grid.hasFocus()
    press(window, window.menus.find)
    QTest.keyClick(window.top_bar.search, ESCAPE)
    assert people.grid.hasFocus()
    wait_for(qtbot, lambda: people.model.rowCount() > 2)


def test_a_search_is_there_again_on_the_way_back(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.session.perform(actions.rename, crowd.groups[0], "Anna")
    until_read(qtbot, window.session)
    people = window.navigator.current()
    assert isinstance(people, PeoplePage)
    press(window, window.menus.find)
    QTest.keyClicks(window.top_bar.search, "ann")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert people.model.rowCount() == 2
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    assert window.top_bar.search.text() == ""
    window.navigator.back()
    until_read(qtbot, window.session)
    assert window.top_bar.search.text() == "ann"
    assert people.model.rowCount() == 2
    window.go("photos")
    assert window.top_bar.search.text() == ""
    assert window.top_bar.search.isVisible()
    window.go("people")
    until_read(qtbot, window.session)
    assert window.top_bar.search.text() == ""
    assert people.model.rowCount() > 2


def test_people_are_counted_while_a_scan_goes_on(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    window.go("photos")
    window.jobs.runner.run(Count(3000, 0.02))
    window.session.changed.emit(frozenset({Kind.PHOTOS}))
    wait_for(qtbot, lambda: window.sidebar._buttons["people"]._count == 4)
    people = [person.id for person in crowd.library.people.list()]
    actions.merge(crowd.library, people[0], [people[1]])
    window.session.changed.emit(frozenset({Kind.PEOPLE, Kind.FACES}))
    wait_for(qtbot, lambda: window.sidebar._buttons["people"]._count == 3)
    assert window.jobs.runner.job is not None


def test_new_thumbnails_are_looked_for_when_photos_change(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    photo = crowd.library.photos.list()[0].id
    crowd.library.thumbnails.put_photos([(photo, b"edited")])
    with qtbot.waitSignal(window.thumbnails.photosReplaced) as replaced:
        window.session.changed.emit(frozenset({Kind.PHOTOS}))
    assert replaced.args == [[photo]]


def test_the_edit_menu_offers_what_the_page_can(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    people = window.navigator.current()
    assert isinstance(people, PeoplePage)
    assert people.merge_action in window.menus.edit_actions()
    window.navigator.open_person(crowd.groups[0])
    until_read(qtbot, window.session)
    page = person_page(window)
    assert page.face_actions.cover in window.menus.edit_actions()
    assert people.merge_action not in window.menus.edit_actions()
    window.menus.select_all.trigger()
    assert len(page.faces.selected_faces()) == 6


def test_the_sidebar_folds(window: MainWindow) -> None:
    wide = window.sidebar.width()
    press(window, window.menus.sidebar)
    assert window.sidebar.width() < wide / 2
    assert window.menus.sidebar.isChecked()
    press(window, window.menus.sidebar)
    assert window.sidebar.width() == wide


def test_the_theme_is_chosen_in_the_menu(window: MainWindow, qapp: QApplication) -> None:
    window.menus.themes["dark"].trigger()
    qapp.processEvents()
    assert theme.tokens_of(window).dark
    assert window.session.settings.theme == "dark"
    window.menus.themes["light"].trigger()
    qapp.processEvents()
    assert not theme.tokens_of(window).dark


def test_dialogs_of_the_menu_open(window: MainWindow) -> None:
    for action, dialog in (
        (window.menus.settings, SettingsDialog),
        (window.menus.keys, KeysDialog),
    ):
        action.trigger()
        opened = window.findChild(dialog)
        assert opened is not None
        opened.close()


def drop(window: MainWindow, paths: list[Path], *, let_go: bool = True) -> bool:
    """Hold paths over the middle of the open page; return whether the window takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPoint(window.width() // 2, window.height() // 2)
    over = window.childAt(at)
    assert over is not None
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(over, QDragEnterEvent(at, copy, data, left, none))
    shown = window.drop_overlay.isVisible()
    if let_go:
        QApplication.sendEvent(over, QDropEvent(QPointF(at), copy, data, left, none))
    else:
        QApplication.sendEvent(over, QDragLeaveEvent())
    assert not window.drop_overlay.isVisible()
    return shown


def test_folders_are_dropped_anywhere(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[ScanRequest] = []
    monkeypatch.setattr(window.jobs.runner, "run", wanted.append)
    new = tmp_path / "new"
    new.mkdir()
    (tmp_path / "file.jpg").touch()
    for key in ("people", "photos", "folders"):
        window.go(key)
        assert drop(window, [new, tmp_path / "file.jpg"])
    assert not drop(window, [tmp_path / "file.jpg"])
    assert drop(window, [new], let_go=False)
    assert [job.folders for job in wanted] == [[new]] * 3
    assert wanted[0].title == "/".join(new.parts[-2:])


def test_a_job_is_followed_in_the_status_line(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    ended: list[object] = []
    window.jobs.runner.ended.connect(lambda *_: ended.append(1))
    window.jobs.runner.run(Count(30, 0.02))
    wait_for(qtbot, lambda: window.job_bar.text().startswith("Scanning trial"))
    window.job_bar.cancelWanted.emit()
    wait_for(qtbot, lambda: ended)
    wait_for(qtbot, lambda: window.job_bar.text() == "18 photos · 18 faces")


def test_a_job_that_fails_says_why(window: MainWindow, qtbot: QtBot) -> None:
    window.jobs.runner.run(KnownError())
    wait_for(qtbot, lambda: window.toast.text() == "The disk is full; free some space.")


def test_without_a_pack_folders_wait(
    crowd: Crowd, qtbot: QtBot, tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show_window(crowd.library, qtbot, tmp_path / "no models here")
    wanted: list[ScanRequest] = []
    monkeypatch.setattr(window.jobs.runner, "run", wanted.append)
    window.begin()
    until_read(qtbot, window.session)
    assert window.navigator.key == "first-run"
    assert not window.sidebar.isVisible()
    folder = tmp_path / "waits"
    folder.mkdir()
    window.add_folders([folder])
    assert not wanted
    window.session.models = pack
    window.jobs.pack_ready()
    assert [job.folders for job in wanted] == [[folder]]
    assert window.navigator.key == "people"
    window.close()


def test_an_empty_library_welcomes(qtbot: QtBot, tmp_path: Path, pack: Path) -> None:
    with Library.open(tmp_path / "empty.photoorg") as library:
        window = show_window(library, qtbot, pack)
        window.begin()
        until_read(qtbot, window.session)
        assert window.navigator.key == "first-run"
        assert not window.top_bar.isVisible()
        window.close()


def test_outcomes_are_sentences() -> None:
    problem = Problem(Path("a.jpg"), "It is cut off.")
    first = ScanSummary(2_000, 2_210, 412, 2_001, 9.0, (problem,))
    said = "2,000 photos scanned: 2,210 faces found; 1 file could not be read"
    assert first.outcome(1) == said
    later = ScanSummary(2_000, 2_210, 412, 12, 9.0, (problem,))
    assert later.outcome() == "12 photos scanned"
    nothing_new = ScanSummary(2_000, 2_210, 412, 0, 9.0, (problem,))
    assert nothing_new.outcome() == ""
    no_photos = ScanSummary(0, 0, 0, 0, 0.1)
    assert no_photos.outcome() == "No photos or videos were found"
    assert ScanSummary(0, 0, 0, 0, 0.1, reached=False).outcome() == ""
    assert nothing_new.outcome(1) == "1 file could not be read"
    assert GroupSummary(9, 2, 1, 0, 0, 0, 0, 0.1).outcome() == "9 faces sorted into 2 people"
    assert DownloadSummary(Path("there")).outcome() == ""


def test_a_scan_is_named_after_its_folder() -> None:
    for folders, title in (
        ([Path("/home/anna/Pictures/2019")], "Pictures/2019"),
        ([Path("/a"), Path("/b")], "2 folders"),
        ([Path("/a")], "/a"),
        (None, "all folders"),
    ):
        assert ScanRequest(Path("/data/library.photoorg"), folders, Settings()).title == title


def test_all_folders_are_scanned_when_none_is_named(
    window: MainWindow, crowd: Crowd, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[ScanRequest] = []
    monkeypatch.setattr(window.jobs.runner, "run", wanted.append)
    window.jobs.add_folders([])
    settings = window.session.settings
    assert wanted == [ScanRequest(crowd.library.path, None, settings, pack, people_early=True)]


def test_a_narrow_window_narrows_its_sidebar(window: MainWindow, qtbot: QtBot) -> None:
    wide = window.sidebar.width()
    window.resize(700, 500)
    wait_for(qtbot, lambda: window.sidebar.width() < wide)
    assert window.top_bar.search.isVisible()
    assert window.width() == 700
    window.resize(1000, 600)
    wait_for(qtbot, lambda: window.sidebar.width() == wide)
    window.sidebar.fold(folded=True)
    window.resize(700, 500)
    window.resize(1000, 600)
    wait_for(qtbot, lambda: window.width() == 1000)
    assert window.sidebar.folded


def test_only_problems_of_this_scan_are_told(
    window: MainWindow, crowd: Crowd, qtbot: QtBot
) -> None:
    path = crowd.library.photos.list()[0].path
    crowd.library.intake.fail(crowd.library.photos.list()[0].id, "It is cut off.")
    summary = ScanSummary(18, 18, 7, 0, 1.0, (Problem(path, "It is cut off."),))
    runner, job = window.jobs.runner, ScanRequest(crowd.library.path, None, Settings())
    session = window.session
    scanning: list[bool] = []
    session.scanningChanged.connect(lambda: scanning.append(session.scanning))
    runner.started.emit(job)
    runner.ended.emit(job, summary)
    assert scanning == [True, False]
    assert window.toast.text() == ""
    runner.started.emit(job)
    runner.problemFound.emit(Problem(path, "It is cut off."))
    runner.problemFound.emit(Problem(path.parent, "This folder is not there."))
    runner.ended.emit(job, summary)
    assert window.toast.text() == "1 file could not be read"


def test_photos_that_are_not_there_are_told_once(window: MainWindow, crowd: Crowd) -> None:
    library = crowd.library
    library.intake.mark_unseen([file.file_id for file in _files(library).values()][:12])
    runner, job = window.jobs.runner, ScanRequest(library.path, None, Settings())
    summary = ScanSummary(18, 18, 7, 0, 1.0, ())
    runner.started.emit(job)
    runner.ended.emit(job, summary)
    assert window.toast.text() == "12 photos are not there: see Folders"
    window.toast.hide()
    runner.started.emit(job)
    runner.ended.emit(job, summary)
    assert window.toast.text() == ""


def _files(library: Library) -> dict[Path, KnownFile]:
    return library.intake.known(library.folders.list()[0].path)


def test_what_was_deleted_is_taken_out_by_a_scan(
    window: MainWindow, crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[ScanRequest] = []
    monkeypatch.setattr(JobRunner, "run", lambda _, job: jobs.append(job))
    folder = crowd.library.folders.list()[0].path
    window.session.deletedFolders.emit([folder])
    (job,) = jobs
    assert (type(job), job.folders, job.deleted) == (ScanRequest, [folder], True)


@pytest.mark.parametrize("width", [640, 900, 1280, 1920])
@pytest.mark.parametrize("size", [100, 150])
def test_a_message_and_the_bar_for_the_selection_do_not_meet(
    window: MainWindow, crowd: Crowd, width: int, size: int
) -> None:
    window.session.choose(replace(window.session.settings, text_size=size))
    window.resize(width, 800)
    people = window.navigator.current()
    assert isinstance(people, PeoplePage)
    people.grid.select_people(crowd.groups[:2])
    bar = people.findChild(SelectionBar)
    assert bar is not None
    assert bar.isVisible()
    window.session.say("Before the bar was there", undoable=True)
    people.grid.clearSelection()
    people.grid.select_people(crowd.groups[:2])
    for sentence in (
        "",
        "Named Anna",
        "37 photos scanned; 7 files could not be read",
        "word " * 60,
    ):
        if sentence:
            window.session.say(sentence, undoable=True)
        top_left = bar.mapTo(window, QPoint(0, 0))
        corner = window.toast.mapTo(window, QPoint(0, 0))
        message = QRect(corner, window.toast.size())
        assert not message.intersects(QRect(top_left, bar.size()))


def test_other_models_look_at_every_photo_again(
    window: MainWindow, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[ScanRequest] = []
    cancelled: list[bool] = []
    monkeypatch.setattr(JobRunner, "run", lambda _, job: jobs.append(job))
    monkeypatch.setattr(JobRunner, "cancel", lambda _: cancelled.append(True))
    other = shutil.copytree(pack, tmp_path / "other")
    session = window.session
    session.choose(replace(session.settings, theme="dark"))
    assert jobs == []
    session.models = None
    session.choose(replace(session.settings, models=str(other)))
    assert [(type(job), job.folders) for job in jobs] == [(ScanRequest, None)]
    assert jobs[0].settings == session.settings
    assert cancelled == [True]
    session.choose(replace(session.settings, models=str(tmp_path / "gone")))
    session.choose(replace(session.settings, models=str(other)))
    assert len(jobs) == 1
