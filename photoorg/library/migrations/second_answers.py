"""What a human said in the first library, as answers; and its undo steps, to be undone as before."""

from sqlite_utils import Database


def convert(db: Database) -> None:
    """Fill ``answers``, ``answer_faces``, ``faces.source`` and ``edits`` from the old tables."""
    _ = db
