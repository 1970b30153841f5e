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


_UNSAID = "-"
"""Steps in which the user said nothing bear the mark of the step before with this behind it."""


@dataclass(frozen=True, slots=True)
class Course:
    """How many ``steps`` there were, and from which of them on they bear which of the ``marks``.

    Steps before the first mark are those of earlier versions.
    """

    steps: int = 0
    marks: Mapping[int, str] = field(default_factory=dict)

    @property
    def last_mark(self) -> str | None:
        """The mark of the last step."""
        return self.marks[max(self.marks)] if self.marks else None

    @property
    def said(self) -> int:
        """The last step in which the user said something."""
        unsaid = self.last_mark is not None and self.last_mark.endswith(_UNSAID)
        return max(self.marks) - 1 if unsaid else self.steps

    def shared_with(self, other: "Course") -> int:
        """Return how many steps, from the first one on, are the same in both."""
        one = two = None
        for step in sorted({*self.marks, *other.marks}):
            one, two = self.marks.get(step, one), other.marks.get(step, two)
            if one != two:
                return min(self.steps, other.steps, step - 1)
        return min(self.steps, other.steps)


def count_step(connection: Connection, *, said: bool = False) -> int:
    """Count a step, in its transaction; return how many there are now.

    One in which the user ``said`` nothing makes no other course of a copy.
    """
    connection.execute(
        "INSERT INTO meta VALUES ('steps', '1') "
        "ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )
    step = steps(connection)
    before = mark_of(connection, step) or ""
    mark = connection.mark if said else before.removesuffix(_UNSAID) + _UNSAID
    if mark != before:
        connection.execute("INSERT INTO step_marks VALUES (?, ?)", (step, mark))
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
