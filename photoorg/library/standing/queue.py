"""What waits for a verdict: doubtful faces and strangers, in the order in which to show them."""

from collections.abc import Sequence

from photoorg.library.faces import Faces
from photoorg.library.people import People
from photoorg.library.storage.connection import Connection
from photoorg.library.values import Face, Person, Standing


class Triage:
    """Doubtful faces come group by group, since they look alike; hidden groups do not wait."""

    def __init__(self, connection: Connection) -> None:
        self._people = People(connection)
        self._faces = Faces(connection)

    def faces(self) -> Sequence[Face]:
        """Return the faces of doubtful groups of which nobody said yet that they are real."""
        doubtful = [p.id for p in self._people.list() if p.standing is Standing.DOUBTFUL]
        return self._faces.without_verdict(doubtful)

    def strangers(self, everybody: Sequence[Person] | None = None) -> Sequence[Person]:
        """Return the strangers of whom nobody said yet that they are not known.

        Who has read ``everybody`` already spares reading them once more.
        """
        people = self._people.list() if everybody is None else everybody
        return [person for person in people if person.waits]
