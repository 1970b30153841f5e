"""Every dialog of the window, as it is opened on a crowd."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QDialog

from photoorg.jobs.group_request import GroupSummary
from photoorg.jobs.names.reading_request import NamesSummary, OfferedName
from photoorg.packs.offers import BUFFALO_L
from photoorg.ui.dialogs.asking.birth_dialog import BirthDialog
from photoorg.ui.dialogs.asking.date_dialog import DateDialog
from photoorg.ui.dialogs.asking.patterns_dialog import PatternsDialog
from photoorg.ui.dialogs.asking.search_name_dialog import SearchNameDialog
from photoorg.ui.dialogs.download_dialog import DownloadDialog
from photoorg.ui.dialogs.elsewhere.export_dialog import ExportDialog
from photoorg.ui.dialogs.elsewhere.names_dialog import NamesDialog
from photoorg.ui.dialogs.granularity_dialog import GranularityDialog
from photoorg.ui.dialogs.keys_dialog import KeysDialog
from photoorg.ui.dialogs.merge_question import MergeQuestion
from photoorg.ui.dialogs.merges_dialog import MergesDialog
from photoorg.ui.dialogs.message_dialog import MessageDialog
from photoorg.ui.dialogs.name_question import NameQuestion
from photoorg.ui.dialogs.notes_dialog import NotesDialog
from photoorg.ui.dialogs.person_chooser import PersonChooser
from photoorg.ui.dialogs.regroup_question import RegroupQuestion
from photoorg.ui.dialogs.remove_folder_question import RemoveFolderQuestion
from photoorg.ui.dialogs.settings_dialog import SettingsDialog
from photoorg.ui.dialogs.split_dialog import SplitDialog
from photoorg.ui.shell.key_list import key_list
from photoorg.ui.shell.main_window import MainWindow
from photoorg.ui.shell.page_list import PAGES
from tests.ui.crowd import Crowd

Make: TypeAlias = Callable[[MainWindow, Crowd], QDialog]
DIALOGS: dict[str, Make] = {
    "settings": lambda w, c: SettingsDialog(w.session, w),
    "download": lambda w, c: DownloadDialog(BUFFALO_L, w),
    "keys": lambda w, c: KeysDialog(
        key_list(w.menuBar(), [], [w.navigator.page(kind.key) for kind in PAGES]), w
    ),
    "merge": lambda w, c: MergeQuestion(c.person(4), c.person(0), w.thumbnails, w),
    "merges": lambda w, c: MergesDialog(
        c.person(0), c.library.merges.of(c.groups[0]), w.thumbnails, w
    ),
    "message": lambda w, c: MessageDialog("", "", "details", w),
    "names": lambda w, c: NameQuestion([c.person(0), c.person(1)], w.thumbnails, w),
    "folder": lambda w, c: RemoveFolderQuestion(c.library.folders.list()[0], w),
    "regroup": lambda w, c: RegroupQuestion(GroupSummary(2742, 1300, 340, 21, 40, 12, 1, 3.0), w),
    "birth": lambda w, c: BirthDialog("Maximiliane von Hohenstein-Sigmaringen", "1990-05", w),
    "patterns": lambda w, c: PatternsDialog("Pictures", [], w),
    "elsewhere": lambda w, c: NamesDialog(_told(c), w.thumbnails, w),
    "date": lambda w, c: DateDialog("", ["2019-07-14T10:11:12", None], w),
    "search": lambda w, c: SearchNameDialog("", "", "", w),
    "split": lambda w, c: SplitDialog(
        None, c.library.faces.of_person(c.groups[0]), w.thumbnails, w
    ),
    "export": lambda w, c: ExportDialog(c.library.path, [c.person(0)], w),
    "granularity": lambda w, c: GranularityDialog(None, w.thumbnails, w),
    "notes": lambda w, c: NotesDialog("Anna", "", w),
    "chooser": lambda w, c: PersonChooser("", [c.person(0)], w.thumbnails, w),
}


def _told(crowd: Crowd) -> NamesSummary:
    """Return what other programs tell of the second group."""
    group = crowd.person(1)
    assert group.cover_face_id is not None
    offer = OfferedName("Tom & Jerry", group.id, group.cover_face_id, 4, 5, group.count)
    return NamesSummary(3, 40, 20, 12, 0, 10, 4, 2, 0, taken=False, offers=(offer,) * 4)
