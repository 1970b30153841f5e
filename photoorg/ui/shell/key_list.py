"""All keys of the window, read from the actions and the views that hear them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from photoorg.tr import kept, retold, tr
from photoorg.ui.pages.page import Page

KeyList = Mapping[str, Mapping[str, str]]
"""Sections by their titles: what each key does."""

LISTS = kept("Every list")
_MARK = re.compile(r"&(.)")
_LETTER = re.compile(r"\(&[^&]\)")
"""Letters to press stand in brackets where the words are of other letters."""
_TITLES = {"person": kept("A person"), "video": kept("A video"), "viewer": kept("A photo")}


def key_list(menus: QMenuBar, own: Sequence[QAction], pages: Sequence[Page]) -> KeyList:
    """Return the keys of the menus but for ``own``, which are those of the page, and of pages.

    What most pages do with the same key is told once.
    """
    sections: dict[str, dict[str, str]] = {}
    for entry in menus.actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu), "the menu bar holds menus alone"
        sections[said(entry)] = dict(_keys(a for a in _actions(menu) if a not in own))
    by_page = {retold(_TITLES.get(page.key, page.name)): _keys_of(page) for page in pages}
    often = Counter(pair for keys in by_page.values() for pair in keys.items())
    shared = sections[retold(LISTS)] = {}
    for (key, does), times in often.most_common():
        if times > 1:
            shared.setdefault(key, does)
    for title, keys in by_page.items():
        sections[title] = {key: does for key, does in keys.items() if shared.get(key) != does}
    return {title: keys for title, keys in sections.items() if keys}


def said(action: QAction) -> str:
    """Return the words of an action without the marks of a menu, as in "&Keys" and "키(&K)".

    An action whose words change, as "Undo: Name Anna" does, has a shorter text of its own.
    """
    words, short = action.text(), action.iconText()
    own = short if short != QAction(words).iconText() else words
    return _MARK.sub(r"\1", _LETTER.sub("", own)).removesuffix("…")


def _actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions(inner)
        else:
            yield action


def _keys_of(page: Page) -> dict[str, str]:
    """Return the keys of a page's actions, and those that it or a part of it declares."""
    keys: dict[str, str] = {}
    for part in (page, *page.findChildren(QWidget)):
        keys |= {_shown(key): retold(does) for key, does in getattr(part, "keys", {}).items()}
    return keys | dict(_keys(page.findChildren(QAction)))


def _keys(actions: Iterator[QAction] | list[QAction]) -> Iterator[tuple[str, str]]:
    shown = QKeySequence.SequenceFormat.NativeText
    for action in actions:
        keys = [sequence.toString(shown) for sequence in action.shortcuts()]
        if keys and said(action):
            several = len(keys) > 1
            yield (
                tr("{key} or {other}", key=keys[0], other=keys[1]) if several else keys[0],
                said(action),
            )


def _shown(key: str) -> str:
    """Return a declared key as it is called on the keyboard of the reader."""
    told = retold(key)
    sequence = QKeySequence(key)
    # Qt finds keys in a sentence, too, and forgets the rest of it
    keys_alone = told == key == sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText) if keys_alone else told
