"""What is found equals what a look at every photo finds, over random libraries."""

import random
import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from photoorg.errors import UsageError
from photoorg.library import FileEntry, Library
from photoorg.library.decisions import actions, details
from photoorg.library.finding.finder import MOST_ASKED, find
from photoorg.library.finding.search import Clause, Number, Search, Span
from photoorg.library.paths import from_text, to_text
from tests.library.conftest import add_photos, analysis, found, group

NAMES = ("Anna", "Ben", "Zoë Weiß", "ben", "Anna Maria", "한나")
FOLDERS = ("2003", "Übersee 2004-07", "2003_07 Wedding of Anna", "party%", "a/2005/07/14")
DATES = (None, "2003-07-14T10:00:00", "2003-12-31T23:59:59", "2004-01-01T00:00:00", "2005-07-14")
PARTS = ("2003", "2003-07", "2003-12", "2004-02", "2004")
WORDS = ("ann", "ZOE", "uber", "Ü", "weiss", "%", "_", "jpg", "2003", "한", "party%/1", "Pictures")
SPANS = (
    *(Span("2003-01-01", "2003-12-31"), Span("2003-01-01", "2003-12-31", "2003")),
    *(Span("2004-07-01", "2004-07-31", "2004-07"), Span("", "2003-12-31"), Span("2004-01-01", "")),
    *(Span("2003-07-01", "2004-02-29"), Span("2003-01-01", "2003-07-30")),
    *(Span("2003-12-31", "2004-12-31"), Span("2003-02-01", "2003-12-30")),
    *(Span("2005-07-14", "2005-07-14", "2005-07-14"), Span("2003-07-01", "2003-07-31", "2003-07")),
    *(Span(month=7), Span(month=12)),
)


@dataclass
class Seen:
    """A photo as a human sees it, gathered without any of the questions under test."""

    id: int
    taken: str | None
    camera: str | None
    caption: str | None
    paths: list[tuple[str, str]] = field(default_factory=list)
    faces: list[int | None] = field(default_factory=list)


def make(library: Library, root: Path, dice: random.Random) -> None:
    places = [root / "Pictures", root / "Zoë's other pictures"]
    for n, place in enumerate(places):
        folder_id = library.folders.add(place)
        names = [dice.choice(("", *FOLDERS)) for _ in range(14)]
        paths = [place / name / f"{number}{n}.jpg" for number, name in enumerate(names)]
        library.intake.register(folder_id, [FileEntry(path, 1, 1) for path in paths])
        known = library.intake.known(place)
        library.pictures.store(
            replace(
                analysis(
                    known[path].file_id,
                    [found(50 * f, seed=dice.randrange(10**6)) for f in range(dice.randrange(4))],
                    content=f"picture {dice.randrange(20)}",  # so some lie at several places
                ),
                taken_at=dice.choice(DATES + PARTS),
            )
            for path in paths
        )
    faces = [id_ for (id_,) in library.connection.rows("SELECT id FROM faces")]
    groups: list[list[int]] = [[] for _ in range(8)]
    for face in faces:
        dice.choice(groups).append(face)
    group(library, [members for members in groups if members])
    people = library.people.list()
    for person, name in zip(people, dice.sample(NAMES, min(len(NAMES), len(people))), strict=False):
        actions.rename(library, person.id, name)
    ids = [person.id for person in people]
    actions.hide(library, ids[:1], hidden=True)
    actions.merge(library, ids[1], [ids[2]])
    actions.not_a_face(library, dice.sample(faces, 3))
    files = [id_ for (id_,) in library.connection.rows("SELECT id FROM files")]
    library.intake.mark_missing(dice.sample(files, 3))
    execute = library.connection.execute
    execute("UPDATE photos SET camera = 'Canon EOS 5D' WHERE id % 3 = 0")
    execute("UPDATE photos SET caption = 'Anna in Übersee' WHERE id % 5 = 0")
    execute("UPDATE faces SET person_id = NULL WHERE id = ?", (dice.choice(faces),))
    if dice.random() < 0.3:
        actions.remove_folder(library, next(iter(library.folders.roots())))


def seen(library: Library) -> list[Seen]:
    rows = library.connection.rows
    photos = {
        id_: Seen(id_, taken, camera, caption)
        for id_, taken, camera, caption in rows("SELECT id, taken_at, camera, caption FROM photos")
    }
    for photo, path, folder in rows(
        "SELECT f.photo_id, f.path, d.path FROM files f JOIN folders d ON d.id = f.folder_id "
        "WHERE f.gone = 0 AND d.removed = 0"
    ):
        photos[photo].paths.append((path, str(Path(path).relative_to(Path(folder).parent))))
    for photo, person in rows("SELECT photo_id, person_id FROM faces WHERE dismissed + lost = 0"):
        photos[photo].faces.append(person)
    shown = [photo for photo in photos.values() if photo.paths]
    dated = sorted(shown, key=lambda photo: photo.id)
    return sorted(
        dated, key=lambda photo: (photo.taken or "")[:7] + (photo.taken or ""), reverse=True
    )


def bare(text: str) -> str:
    split = unicodedata.normalize("NFKD", text)
    return "".join(mark for mark in split if not unicodedata.combining(mark)).casefold()


def has(photo: Seen, clause: Clause, names: dict[int, str]) -> bool:
    texts = [path for _, path in photo.paths] + [photo.caption or ""]
    texts += [names[person] for person in photo.faces if person in names]
    return (
        any(person in clause.people for person in photo.faces)
        or any(bare(word) in bare(text) for word in clause.words for text in texts)
        or any(in_span(photo, span) for span in clause.spans)
        or any(in_folder(photo, folder) for folder in clause.folders)
    )


def in_span(photo: Seen, span: Span) -> bool:
    if span.month:
        return f"-{span.month:02}" in (photo.taken or "")[4:7]
    begun = ended = (photo.taken or "")[:10]
    if begun and len(begun) < 10:
        days = [date(2003, 1, 1) + timedelta(days=n) for n in range(3 * 365)]
        inside = [day.isoformat() for day in days if day.isoformat().startswith(begun)]
        begun, ended = inside[0], inside[-1]
    if begun and (not span.first or begun >= span.first) and (not span.last or ended <= span.last):
        return True
    if not span.called:
        return False
    digits = span.called.replace("-", "")
    for _, path in photo.paths:
        folder = path.rpartition("/")[0]
        # What is no digit within a date parts nothing; a longer number may go on to its day.
        joined = re.sub(r"(?<=\d)[-_. /](?=\d)", "", folder)
        for number in re.findall(r"\d+", joined):
            if number == digits or (number.startswith(digits) and len(number) == 8):
                return True
            if len(digits) == 4 and number.startswith(digits) and len(number) == 6:
                return True
    return False


def holds(photo: Seen, search: Search, names: dict[int, str]) -> bool:
    if not all(has(photo, clause, names) for clause in search.clauses):
        return False
    if has(photo, search.without, names):
        return False
    if search.only and any(person not in search.people for person in photo.faces):
        return False
    if search.spans and not any(in_span(photo, span) for span in search.spans):
        return False
    if search.undated and photo.taken:
        return False
    if search.folders and not any(in_folder(photo, folder) for folder in search.folders):
        return False
    if bare(search.camera) not in bare(photo.camera or ""):
        return False
    least, most = search.number or Number(0, None)
    return least <= len(photo.faces) and (most is None or len(photo.faces) <= most)


def in_folder(photo: Seen, folder: str) -> bool:
    if folder.startswith("/"):
        return any(path.startswith(folder.rstrip("/") + "/") for path, _ in photo.paths)
    folders = [path.rpartition("/")[0] for _, path in photo.paths]
    return any(bare(folder) in bare(own) for own in folders)


def any_clause(dice: random.Random, people: list[int]) -> Clause:
    return Clause(
        frozenset(dice.sample(people, dice.randrange(3))),
        tuple(dice.sample(WORDS, dice.randrange(2))),
        tuple(dice.sample(SPANS, dice.choice((0, 0, 1)))),
        tuple(dice.sample(("uberSEE", "of anna"), dice.choice((0, 0, 1)))),
    )


def any_search(dice: random.Random, people: list[int], folders: list[str]) -> Search:
    def maybe(chance: float) -> bool:
        return dice.random() < chance

    return Search(
        clauses=tuple(any_clause(dice, people) for _ in range(dice.choice((0, 1, 1, 2)))),
        only=maybe(0.2),
        without=any_clause(dice, people) if maybe(0.3) else Clause(),
        spans=tuple(dice.sample(SPANS, dice.choice((1, 1, 2)))) if maybe(0.3) else (),
        folders=tuple(dice.sample((*folders, "uberSEE", "2003", "of anna"), dice.choice((1, 1, 2))))
        if maybe(0.3)
        else (),
        camera=dice.choice(("canon", "EOS 5", "nikon")) if maybe(0.2) else "",
        undated=maybe(0.15),
        number=dice.choice(
            (Number(2, 2), Number(1, None), Number(0, 0), Number(0, 1), Number(0, None))
        )
        if maybe(0.2)
        else None,
    )


@pytest.mark.parametrize("seed", range(12))
def test_a_search_finds_what_a_look_at_every_photo_finds(
    seed: int, library: Library, tmp_path: Path
) -> None:
    dice = random.Random(seed)
    make(library, tmp_path, dice)
    photos = seen(library)
    people = [id_ for (id_,) in library.connection.rows("SELECT id FROM people")]
    names: dict[int, str] = dict(
        library.connection.rows(
            "SELECT id, name FROM people WHERE name != '' AND merged_into IS NULL AND hidden = 0"
        )
    )
    folders = [str(tmp_path / "Pictures"), str(tmp_path / "Pictures" / "2003"), "/"]
    assert find(library, Search()) == [photo.id for photo in photos]
    hits = 0
    for _ in range(120):
        search = any_search(dice, people, folders)
        expected = [photo.id for photo in photos if holds(photo, search, names)]
        assert find(library, search) == expected, search
        hits += 0 < len(expected) < len(photos)
    assert hits > 30


@pytest.fixture
def party(library: Library, tmp_path: Path) -> tuple[list[list[int]], int, int]:
    """Three photos: Anna and Ben, Anna alone, Anna with somebody nobody knows."""
    faces = add_photos(library, tmp_path / "party", [2, 1, 2])
    group(library, [[faces[0][0], faces[1][0], faces[2][0]], [faces[0][1]], [faces[2][1]]])
    anna, ben = library.faces.get(faces[0][0]).person_id, library.faces.get(faces[0][1]).person_id
    assert anna
    assert ben
    return faces, anna, ben


def photos_of(library: Library, *faces: int) -> set[int]:
    return {library.faces.get(face).photo_id for face in faces}


def test_only_these_leaves_out_what_shows_somebody_else(
    library: Library, party: tuple[list[list[int]], int, int]
) -> None:
    faces, anna, ben = party
    alone = Search((Clause(frozenset({anna})),), only=True)
    assert set(find(library, alone)) == photos_of(library, faces[1][0])
    both = Search((Clause(frozenset({anna, ben})),), only=True)
    assert set(find(library, both)) == photos_of(library, faces[0][0], faces[1][0])
    actions.not_a_face(library, [faces[2][1]])
    assert set(find(library, alone)) == photos_of(library, faces[1][0], faces[2][0])
    actions.hide(library, [ben], hidden=True)  # who is hidden is on the photo all the same
    assert len(find(library, alone)) == 2


def test_who_was_merged_is_found_as_who_he_is_now(
    library: Library, party: tuple[list[list[int]], int, int]
) -> None:
    _, anna, ben = party
    actions.merge(library, ben, [anna])
    assert len(find(library, Search((Clause(frozenset({ben})),)))) == 3
    assert find(library, Search((Clause(frozenset({anna})),))) == []
    library.history.undo()
    assert len(find(library, Search((Clause(frozenset({anna})),)))) == 3


def test_a_word_of_the_notes_about_somebody_finds_them(
    library: Library, party: tuple[list[list[int]], int, int]
) -> None:
    _, anna, _ = party
    actions.rename(library, anna, "Anna")
    details.set_notes(library, anna, "born in Zürich / sings")
    wanted = find(library, Search((Clause(frozenset({anna})),)))
    for word in ("zurich", "SINGS"):
        assert find(library, Search((Clause(words=(word,)),))) == wanted != []


def test_a_name_that_nobody_has_finds_nothing(
    library: Library, party: tuple[list[list[int]], int, int]
) -> None:
    assert find(library, Search((Clause(),))) == []
    assert len(find(library, Search(without=Clause()))) == 3


def test_names_of_files_that_are_no_text_are_found(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "odd\udcff"
    (faces,) = add_photos(library, folder, [1])
    stored = to_text(folder)
    assert from_text(stored) == folder
    assert find(library, Search(folders=(stored,))) == [library.faces.get(faces[0]).photo_id]
    assert find(library, Search((Clause(words=("odd",)),)))


def test_any_word_can_be_looked_for(library: Library, tmp_path: Path) -> None:
    name = "x" * 120 + "%_\\'\"" + "y" * 100
    (faces,) = add_photos(library, tmp_path / name, [1])
    photo = library.faces.get(faces[0]).photo_id
    for word in (name, "y/000.jpg", "%_\\", "'", '"', f"{name}/000"):
        assert find(library, Search((Clause(words=(word,)),))) == [photo], word
    for word in ("x" * 121, "x" * 201, tmp_path.name, "z" * 100_000, "\0", "*", "\udcff", "%%"):
        assert find(library, Search((Clause(words=(word,)),))) == [], word


def test_more_than_sqlite_can_be_told_is_refused(library: Library, tmp_path: Path) -> None:
    add_photos(library, tmp_path / "p", [1])
    most = tuple(f"00{n % 2}" for n in range(MOST_ASKED - 1 - 1))
    assert find(library, Search((Clause(words=most),)))
    for much in (
        Search((Clause(words=(*most, "1")),)),
        Search(tuple(Clause(frozenset({1})) for _ in range(2000))),
        Search(folders=("a",) * 2000),
    ):
        with pytest.raises(UsageError, match="at most 100 people and words"):
            find(library, much)
