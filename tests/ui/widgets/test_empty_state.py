"""A page with nothing to show says all that it has to say."""

from pytestqt.qtbot import QtBot

from photoorg.ui.widgets.empty_state import EmptyState


def test_a_long_sentence_has_room_for_all_of_its_lines(qtbot: QtBot) -> None:
    long = EmptyState("people", "Nobody yet", "People appear here as soon as they can. " * 4)
    short = EmptyState("people", "Nobody yet", "Nobody is here.")
    for empty in (long, short):
        qtbot.addWidget(empty)
        empty.resize(900, 600)
        empty.show()
        qtbot.waitExposed(empty)
        sentence = empty.sentence
        assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert long.sentence.height() > 2 * short.sentence.height()
    assert short.sentence.width() < long.sentence.width() <= 420
