"""The moments of videos in which somebody is seen."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from photoorg.library import Analysis, FileEntry
from photoorg.library.decisions import actions
from photoorg.library.videos.values import Film, Span
from photoorg.types import Box, FoundFace
from photoorg.ui.people import moments_link
from photoorg.ui.people.moments_link import MomentsLink
from tests.ui.crowd import MODEL, Crowd, make_crowd
from tests.ui.stage import Stage
from tests.ui.waiting import until_read


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    """Two people, of whom the first is seen twice in a video."""
    made = make_crowd(tmp_path, (3, 2))
    library = made.library
    folder = library.folders.add(tmp_path / "films")
    library.intake.register(folder, [FileEntry(tmp_path / "films" / "the sea & we.mp4", 1, 1)])
    file = next(f for f in library.intake.queue(MODEL) if f.path.suffix == ".mp4")
    face = FoundFace(
        Box(1, 1, 40, 40), np.zeros((5, 2), np.float32), 0.9, 0.8, np.ones(64, np.float32)
    )
    faces = library.videos.store(
        Analysis(file.id, "hash", 640, 480, None, MODEL, [face, face], kept={}),
        Film(90.0, [Span(61.2, 75.5, 70.0, 33, 0.9), Span(4.0, 9.0, 5.0, 10, 0.9)]),
    )
    actions.assign(library, faces, made.groups[0])
    yield made
    library.close()


def test_moments_are_offered_in_the_order_of_time_and_played(
    stage: Stage, crowd: Crowd, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[str] = []

    def play(path: Path, seconds: float) -> bool:
        played.append(f"{path.name} at {seconds:.1f}")
        return True

    monkeypatch.setattr(moments_link, "play", play)
    link = MomentsLink(stage.session)
    qtbot.addWidget(link)
    link.follow(crowd.person(0))
    until_read(qtbot, stage.session)
    assert link.text() == "2 moments in videos"
    assert not link.isHidden()
    entries = link.menu().actions()
    assert [entry.text() for entry in entries] == [
        "the sea && we.mp4, 0:04 to 0:09",
        "the sea && we.mp4, 1:01 to 1:15",
    ]
    with qtbot.waitSignal(link.wanted) as wanted:
        entries[1].trigger()
    (video,) = crowd.library.videos.every()
    assert wanted.args == [video.id]
    assert played == ["the sea & we.mp4 at 61.2"]


def test_nothing_is_offered_for_those_who_are_in_no_video(
    stage: Stage, crowd: Crowd, qtbot: QtBot
) -> None:
    link = MomentsLink(stage.session)
    qtbot.addWidget(link)
    link.follow(crowd.person(0))
    until_read(qtbot, stage.session)
    link.follow(crowd.person(1))
    until_read(qtbot, stage.session)
    assert link.isHidden()
