"""The second library: pictures apart from their files, and answers anchored on faces.

* A **photo** is a picture, known by what it shows; ``files`` are the places where it lies (copies,
  a raw file beside its JPEG, the clip of a live photo). ``contents`` remembers every content that a
  photo ever had, so that it is recognised wherever it turns up again. ``photos.picture_hash`` is
  the version that its faces describe.
* **Availability** belongs to the machine alone: ``files.unseen_since`` (the last walk did not meet
  it, nothing is hidden yet), ``files.gone`` (it was deleted), ``folders.away`` (an unplugged
  drive), and, worked out from these, ``photos.away`` and ``faces.away``. ``faces.lost`` says that a
  face was in a former version of its photo and is not found any more.
* **Answers** hold what a human said, with the faces it was said of (``answer_faces``; ``side`` 1
  holds the others of "these are two people" and of "not this person"). A row stands until a later
  answer about the same face supersedes it. Where a human put a face is worked out from them:
  ``faces.source`` is ``face`` when it was said of this very face, ``group`` when its group was
  named or merged, else ``machine``; ``faces.dismissed`` means "not a face".
  ``pending_answers`` hold those that came from a journal and wait for their photo; the box is told
  as shares of the picture's width and height.
* A **person** that was merged into another stays as a row that points to it (``merged_into``).
* **Stages** hold what was done with a photo, by which model: reading, finding faces, and what
  comes.
"""

from sqlite_utils import Database

from photoorg.library.migrations.second_step import answers, twins
from photoorg.library.migrations.second_step.tables import COPIES, OLD_INDEXES, OLD_TABLES, TABLES
from photoorg.library.times import now


def apply(db: Database) -> None:
    """Make the tables anew and take over what the first library holds.

    Foreign keys have to be off; the caller checks them afterwards.
    """
    execute = db.conn.execute
    for index in OLD_INDEXES:
        execute(f"DROP INDEX {index}")
    for table in OLD_TABLES:
        execute(f"ALTER TABLE {table} RENAME TO first_{table}")
    copies = twins.find(db)
    statements = [statement.strip() for statement in TABLES.split(";")]
    for statement in statements:
        if statement.startswith("CREATE TABLE"):
            execute(statement)
    for statement in COPIES.split(";"):
        execute(statement)
    answers.convert(db, copies)
    for statement in statements:  # it is faster to sort all rows once
        if statement.startswith("CREATE INDEX"):
            execute(statement)
    _work_out_availability(db)
    _take_over_grouping(db)
    _keep_numbers(db)
    twins.forget(db)
    for table in OLD_TABLES:
        execute(f"DROP TABLE first_{table}")


def _work_out_availability(db: Database) -> None:
    db.conn.execute(
        "UPDATE photos SET away = 1 WHERE NOT EXISTS (SELECT 1 FROM files AS f JOIN folders AS d "
        "ON d.id = f.folder_id WHERE f.photo_id = photos.id AND NOT f.gone AND NOT d.removed)"
    )
    db.conn.execute(
        "UPDATE faces SET away = 1 WHERE photo_id IN (SELECT id FROM photos WHERE away)"
    )


def _take_over_grouping(db: Database) -> None:
    """Remember how the groups were made: "ENGINE on MODEL", with a mark if not of all faces."""
    row = db.conn.execute("SELECT value FROM meta WHERE key = 'grouped_by'").fetchone()
    made_by = "" if row is None else str(row[0])
    changing, so_far = made_by.startswith("change to "), made_by.endswith(" so far")
    made_by = made_by.removeprefix("change to ").removesuffix(" so far")
    engine, on, model = made_by.partition(" on ")
    if on:
        db.conn.execute(
            "INSERT INTO groupings (engine, model, covers, made_at) VALUES (?, ?, ?, ?)",
            (engine, model, "changing" if changing else "so far" if so_far else "all", now()),
        )
    db.conn.execute("DELETE FROM meta WHERE key = 'grouped_by'")


def _keep_numbers(db: Database) -> None:
    """Never give the number of something that was deleted to something new."""
    for table in ("folders", "photos", "people", "tracks", "faces", "edits"):
        (used,) = db.conn.execute(
            "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name IN (?, ?)",
            (table, f"first_{table}"),
        ).fetchone()
        db.conn.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        db.conn.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, used))
