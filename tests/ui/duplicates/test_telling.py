"""Stacks in words."""

from pathlib import Path

import pytest

from photoorg.library.duplicates.values import Member, Stack, StackKind, Why
from photoorg.ui.duplicates.telling import facts, proposal, title_of

PATHS = [Path("/a/best.jpg"), Path("/a/other.jpg")]


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (StackKind.COPY, "2 copies"),
        (StackKind.NEAR, "2 versions"),
        (StackKind.BURST, "Burst of 2"),
        (StackKind.DENIED, "2 photos"),
    ],
)
def test_what_a_stack_is(kind: StackKind, title: str) -> None:
    assert title_of(Stack(kind, [1, 2], PATHS)) == title


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        (Why.LARGEST, "largest"),
        (Why.FULLEST, "least compressed"),
        (Why.EYES, "fewer eyes are closed"),
        (Why.FACES, "faces"),
        (Why.SHARPEST, "sharpest"),
    ],
)
def test_why_the_best_is_the_best(why: Why, reason: str) -> None:
    told = proposal(Stack(StackKind.NEAR, [1, 2], PATHS, why))
    assert told.startswith("best.jpg is the best: ")
    assert reason in told


def test_nothing_is_made_up_where_nothing_tells_them_apart() -> None:
    assert "very same picture" in proposal(Stack(StackKind.COPY, [1, 1], PATHS))
    films = [Path("/a/1.mp4"), Path("/a/2.mp4")]
    assert "very same video" in proposal(Stack(StackKind.COPY, [1, 1], films))
    told = proposal(Stack(StackKind.BURST, [1, 2], PATHS))
    assert told == "Nothing tells the first two apart; best.jpg stands first."


def test_how_large_a_file_is_and_whether_it_is_there() -> None:
    member = Member(1, PATHS[0], 4000, 3000, 3_210_000, None, missing=False)
    assert facts(member) == "4,000 \N{MULTIPLICATION SIGN} 3,000 · 3.2 MB"
    away = Member(1, PATHS[0], 10, 20, 900, None, missing=True)
    assert facts(away).endswith(" · cannot be reached")
