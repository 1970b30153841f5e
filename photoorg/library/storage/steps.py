"""The steps the user has done, undone and done again: they tell which copy is newer.

Copies of a library count on from the same number, each for itself. Each step therefore bears the
mark of the connection that made it (``step_marks`` tells from which step on), and a copy knows the
steps of another one if both bear the same marks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from photoorg.library.storage.connection import Connection

THIS_STEP = "(SELECT max(id) FROM edits)"
"""The step that is being made, inside of it."""


@dataclass(frozen=True, slots=True)
class Course:
    """How many ``steps`` there were, and from which of them on they bear which of the ``marks``.

    Steps before the first mark are those of earlier versions.
    """

    steps: int = 0
    marks: Mapping[int, str] = field(default_factory=dict)

    def mark_of(self, step: int) -> str | None:
        """Return the mark of a step."""
        return self.marks[max(known)] if (known := [n for n in self.marks if n <= step]) else None

    def shared_with(self, other: "Course") -> int:
        """Return how many steps, from the first one on, are the same in both."""
        apart = [n for n in {*self.marks, *other.marks} if self.mark_of(n) != other.mark_of(n)]
        return min(self.steps, other.steps, *(n - 1 for n in apart))


def count_step(connection: Connection, *, said: bool = False) -> int:
    """Count a step, in its transaction; return how many there are now.

    One in which the user ``said`` nothing makes no copy a different one: it bears the mark of the
    step before.
    """
    connection.execute(
        "INSERT INTO meta VALUES ('steps', '1') "
        "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )
    step = steps(connection)
    if said and mark_of(connection, step) != connection.mark:
        connection.execute(
            "INSERT OR REPLACE INTO step_marks VALUES (?, ?)", (step, connection.mark)
        )
    return step


def steps(connection: Connection) -> int:
    """Return how many steps there were."""
    return int(connection.value("SELECT value FROM meta WHERE key = 'steps'") or 0)


def mark_of(connection: Connection, step: int) -> str | None:
    """Return the mark of a step; None for one of an earlier version."""
    mark: str | None = connection.value(
        "SELECT mark FROM step_marks WHERE first_step <= ? ORDER BY first_step DESC LIMIT 1",
        (step,),
    )
    return mark


def course(connection: Connection) -> Course:
    """Return all steps with their marks."""
    return Course(
        steps(connection), dict(connection.rows("SELECT first_step, mark FROM step_marks"))
    )
