"""The schema, as the sequence of steps that made it; a step once released never changes.

Each step is a module of its own. The tables as they are now stand in the newest step that makes
them; what they mean is told in :mod:`.second`, :mod:`.third`, :mod:`.fourth`, :mod:`.notes`,
:mod:`.turned`, :mod:`.videos`, :mod:`.beside`, :mod:`.names_beside`, :mod:`.step_marks`,
:mod:`.waiting`, and for pictures that look alike in :mod:`.alike.duplicates`,
:mod:`.alike.no_duplicates`, :mod:`.alike.scenes`, :mod:`.alike.taken_back`,
:mod:`.alike.own_looks` and :mod:`.alike.closed_eyes`.
"""

from sqlite_utils import Database, Migrations

from photoorg.library.migrations import (
    beside,
    first,
    fourth,
    names_beside,
    notes,
    second,
    step_marks,
    third,
    turned,
    videos,
    waiting,
)
from photoorg.library.migrations.alike import (
    closed_eyes,
    duplicates,
    no_duplicates,
    own_looks,
    scenes,
    taken_back,
)

APPLICATION_ID = 0x50484F47  # "PHOG", told by file(1) and checked when a library is opened

STEPS = (
    "1 first library",
    "2 answers",
    "3 standing",
    "4 what files tell",
    "5 notes",
    "6 turned photos",
    "7 videos",
    "8 duplicates",
    "9 what lies beside",
    "10 no duplicates",
    "11 picture groups",
    "12 names beside",
    "13 duplicates taken back",
    "14 own looks",
    "15 closed eyes",
    "16 step marks",
    "17 what waits",
)
"""Every step in order; a library that has another one was made by a newer program."""

migrations = Migrations("photoorg")


@migrations(name=STEPS[0])
def first_library(db: Database) -> None:
    first.apply(db)


@migrations(name=STEPS[1])
def answers(db: Database) -> None:
    second.apply(db)


@migrations(name=STEPS[2])
def standing(db: Database) -> None:
    third.apply(db)


@migrations(name=STEPS[3])
def what_files_tell(db: Database) -> None:
    fourth.apply(db)


@migrations(name=STEPS[4])
def notes_of_people(db: Database) -> None:
    notes.apply(db)


@migrations(name=STEPS[5])
def turned_photos(db: Database) -> None:
    turned.apply(db)


@migrations(name=STEPS[6])
def moving_pictures(db: Database) -> None:
    videos.apply(db)


@migrations(name=STEPS[7])
def pictures_twice(db: Database) -> None:
    duplicates.apply(db)


@migrations(name=STEPS[8])
def what_lies_beside(db: Database) -> None:
    beside.apply(db)


@migrations(name=STEPS[9])
def pictures_alike(db: Database) -> None:
    no_duplicates.apply(db)


@migrations(name=STEPS[10])
def picture_groups(db: Database) -> None:
    scenes.apply(db)


@migrations(name=STEPS[11])
def names_told_beside(db: Database) -> None:
    names_beside.apply(db)


@migrations(name=STEPS[12])
def duplicates_taken_back(db: Database) -> None:
    taken_back.apply(db)


@migrations(name=STEPS[13])
def looks_of_its_own(db: Database) -> None:
    own_looks.apply(db)


@migrations(name=STEPS[14])
def eyes_that_are_closed(db: Database) -> None:
    closed_eyes.apply(db)


@migrations(name=STEPS[15])
def marks_of_steps(db: Database) -> None:
    step_marks.apply(db)


@migrations(name=STEPS[16])
def what_waits(db: Database) -> None:
    waiting.apply(db)
