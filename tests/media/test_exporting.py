"""Files in a folder of somebody's choice: nothing there is lost, nothing is there twice."""

import os
import random
import unicodedata
from pathlib import Path

import pytest

from photoorg.media.exporting import LONGEST_NAME, How, Target, fitting


def make(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / name
    path.write_text(content)
    return path


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_a_copy_keeps_content_and_time(tmp_path: Path) -> None:
    source = make(tmp_path / "in", "a.jpg", "a")
    os.utime(source, (1_000_000_000, 1_000_000_000))
    assert Target(tmp_path / "out" / "deep").put(source, "a.jpg")
    copy = tmp_path / "out" / "deep" / "a.jpg"
    assert copy.read_text() == "a"
    assert copy.stat().st_mtime == 1_000_000_000
    assert source.read_text() == "a"


@pytest.mark.parametrize("how", How)
def test_the_same_again_is_done_already(tmp_path: Path, how: How) -> None:
    sources = [make(tmp_path / "in" / str(n), "a.jpg", str(n)) for n in range(3)]
    assert [Target(tmp_path / "out", how).put(source, "a.jpg") for source in sources] == [True] * 3
    again = Target(tmp_path / "out", how)
    assert [again.put(source, "a.jpg") for source in sources] == [False] * 3
    assert contents(tmp_path / "out") == {"a.jpg": "0", "a (2).jpg": "1", "a (3).jpg": "2"}
    if how is How.HARD:
        assert (tmp_path / "out" / "a.jpg").samefile(sources[0])
    assert (tmp_path / "out" / "a.jpg").is_symlink() is (how is How.SYMBOLIC)


@pytest.mark.parametrize(
    ("there", "name"),
    [
        ("A.JPG", "a.jpg"),
        (unicodedata.normalize("NFD", "Zoë.jpg"), "zoË.jpg"),
        ("STRASSE", "straße"),
    ],
)
def test_names_that_some_disks_take_for_one_are_one(tmp_path: Path, there: str, name: str) -> None:
    make(tmp_path / "out", there, "other")
    assert Target(tmp_path / "out").put(make(tmp_path / "in", "x", "new"), name)
    assert contents(tmp_path / "out")[there] == "other"
    assert sorted(contents(tmp_path / "out").values()) == ["new", "other"]
    assert any(" (2)" in found for found in contents(tmp_path / "out"))


def test_what_a_killed_try_left_is_removed_and_done_again(tmp_path: Path) -> None:
    source = make(tmp_path / "in", "a.jpg", "whole")
    make(tmp_path / "out", ".photoorg-export-123", "who")
    assert Target(tmp_path / "out").put(source, "a.jpg")
    assert contents(tmp_path / "out") == {"a.jpg": "whole"}


def test_another_export_into_the_folder_disturbs_nobody(tmp_path: Path) -> None:
    first, second = Target(tmp_path / "out"), Target(tmp_path / "out")
    one, other = make(tmp_path / "in", "1", "one"), make(tmp_path / "in", "2", "other")
    assert first.put(one, "a.jpg")
    assert second.put(other, "a.jpg")
    assert not second.put(one, "a.jpg")
    assert contents(tmp_path / "out") == {"a.jpg": "one", "a (2).jpg": "other"}


def test_folders_and_lost_links_of_that_name_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out" / "a.jpg").mkdir(parents=True)
    (tmp_path / "out" / "a (2).jpg").symlink_to(tmp_path / "nowhere")
    assert Target(tmp_path / "out").put(make(tmp_path / "in", "a", "a"), "a.jpg")
    assert (tmp_path / "out" / "a (3).jpg").read_text() == "a"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("how", How)
def test_a_source_that_is_gone_is_an_error_and_leaves_nothing(tmp_path: Path, how: How) -> None:
    target = Target(tmp_path / "out", how)
    with pytest.raises(FileNotFoundError):
        target.put(tmp_path / "none.jpg", "a.jpg")
    make(tmp_path / "out", "b.jpg", "b")
    with pytest.raises(FileNotFoundError):
        Target(tmp_path / "out", how).put(tmp_path / "none.jpg", "b.jpg")
    assert contents(tmp_path / "out") == {"b.jpg": "b"}


def test_names_fit_every_disk() -> None:
    assert fitting("a:b?.jpg") == "a_b_.jpg"
    assert fitting("con.jpg") == "_con.jpg"
    assert fitting(" .. ") == "_"
    assert fitting("bad\udcff\n.jpg") == "bad__.jpg"
    assert fitting("Zoe\u0308.jpg") == "Zo\u00eb.jpg"
    long = fitting("\u00fc" * 300 + ".jpeg")
    assert len(long.encode()) <= LONGEST_NAME
    assert long.endswith("\u00fc.jpeg")
    assert len(fitting("." + "x" * 300).encode()) <= LONGEST_NAME


@pytest.mark.parametrize("seed", range(10))
def test_whatever_comes_in_any_order_nothing_is_lost_or_doubled(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    names = ["a.jpg", "A.jpg", "a (2).jpg", "b", "B", "con.txt", "a.JPG"]
    before = {name: f"before {name}" for name in rng.sample(names, 3)}
    for name, content in before.items():
        make(tmp_path / "out", name, content)
    wanted = [
        (make(tmp_path / "in", str(n), f"photo {rng.randrange(8)}"), rng.choice(names))
        for n in range(20)
    ]
    for _ in range(2):
        for source, name in wanted:
            Target(tmp_path / "out").put(source, name)
        found = contents(tmp_path / "out")
        assert before.items() <= found.items()
        assert {source.read_text() for source, _ in wanted} <= set(found.values())
    everything = contents(tmp_path / "out")
    for source, name in wanted:
        assert not Target(tmp_path / "out").put(source, name)
    assert contents(tmp_path / "out") == everything
    assert len({name.casefold() for name in everything}) == len(
        {name.casefold() for name in before}
    ) + len(everything) - len(before)
