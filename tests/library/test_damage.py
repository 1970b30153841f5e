"""Whatever a disk makes of the files: a sentence, or a library that works; never anything else."""

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.errors import LibraryError, PhotoorgError, UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.journal.replay import restore_journal
from photoorg.library.storage.sidecars import beside, journal_file
from tests.library.conftest import add_photos, group

ROUNDS = int(os.environ.get("PHOTOORG_DAMAGE_ROUNDS", "25"))
PAGE = 16384


@pytest.fixture(scope="module")
def sound() -> Iterator[Path]:
    """Return a library with much in it, and its last steps in a WAL that was left over."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        path = place / "before.photoorg"
        with Library.open(path) as library:
            photos = add_photos(library, place / "a", [4] * 40)
            group(library, list(zip(*photos, strict=True)))
            people = [person.id for person in library.people.list()]
            for n, person in enumerate(people):
                actions.rename(library, person, f"Person {n}")
            actions.different(library, people[0], people[1])
            actions.unassign(library, photos[3][:2])
            library.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            actions.rename(library, people[0], "Anna")
            actions.not_a_face(library, photos[5][:1])
            for suffix in ("", "-wal", ".journal"):
                shutil.copy(beside(path, suffix), beside(place / "l.photoorg", suffix))
        yield place / "l.photoorg"


def damage(file: Path, dice: random.Random) -> None:
    """Do to a file what disks and interrupted copies do."""
    content = bytearray(file.read_bytes())
    pages = max(1, len(content) // PAGE)
    start = dice.randrange(pages) * PAGE
    match dice.choice(["cut", "bits", "zero", "random", "swap", "text"]):
        case "cut":
            del content[dice.randrange(len(content)) :]
        case "bits":
            for _ in range(dice.choice([1, 8, 64, 512])):
                content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        case "zero":
            content[start : start + PAGE] = bytes(len(content[start : start + PAGE]))
        case "random":
            content[start : start + PAGE] = dice.randbytes(len(content[start : start + PAGE]))
        case "swap":
            other = dice.randrange(pages) * PAGE
            one, two = content[start : start + PAGE], content[other : other + PAGE]
            content[start : start + PAGE], content[other : other + PAGE] = two, one
        case "text":  # what stands in records, without their structure
            for _ in range(20):
                place = content.find(dice.choice([b"Person", b"machine", b"content", b"2019"]))
                if place >= 0:
                    content[place + dice.randrange(6)] = dice.randrange(256)
    file.write_bytes(content)


def use(path: Path, journal: Path) -> None:
    """Do what the commands do, each with the library opened for it."""
    with Library.open(path) as library:
        people = library.people.list()
        library.photos.problems()
        library.photos.list(limit=50)
    with Library.open(path) as library:
        if people:
            actions.rename(library, people[-1].id, "Berta")
    with Library.open(path) as library:
        library.faces.matrix("tiny-0123")
        library.ledger.answers()
        library.separations.sides()
        for person in people[:3]:
            library.faces.of_person(person.id)
    with Library.open(path) as library:
        library.history.entries()
        while library.history.undo():
            pass
    with Library.open(path) as library:
        restore_journal(journal, library)


@pytest.mark.parametrize("suffix", ["", "-wal", ".journal"])
def test_damage_is_a_sentence_or_does_not_matter(sound: Path, suffix: str) -> None:
    outcomes = {"sentence": 0, "works": 0}
    for seed in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "l.photoorg"
            for each in ("", "-wal", ".journal"):
                shutil.copy(beside(sound, each), beside(path, each))
            damage(beside(path, suffix), random.Random(f"{suffix} {seed}"))
            journal = Path(folder) / "journal"
            shutil.copy(journal_file(path), journal)
            try:
                use(path, journal)
                outcomes["works"] += 1
            except PhotoorgError:
                outcomes["sentence"] += 1
            except Exception as error:
                pytest.fail(f"{suffix!r} {seed}: {error!r}")
    assert outcomes["works"]
    assert outcomes["sentence"] or suffix != ""


def test_a_damaged_step_is_a_sentence(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "l.photoorg"
    shutil.copy(sound, path)
    for blob in (b"", b"\0", b"\x12\x34", b"x\x9c\x03\x00\x00\x00\x00\x01"):
        with sqlite3.connect(path) as other:
            other.execute("UPDATE edits SET changes = ?", (blob,))
        other.close()
        with Library.open(path) as library:
            with pytest.raises(LibraryError, match="cannot be taken back"):
                library.history.undo()
            actions.rename(library, library.people.list()[0].id, f"Still {len(blob)}")
            library.history.undo()


def test_a_bug_stays_a_bug(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "l.photoorg"
    shutil.copy(sound, path)

    def stumble(error: Exception) -> None:
        with Library.open(path):
            raise error

    with pytest.raises(TypeError):
        stumble(TypeError("ours"))
    with pytest.raises(UsageError):
        stumble(UsageError("theirs"))
