"""The user's answers that forbid something; every later grouping has to satisfy them."""

from photoorg.library.connection import Connection


class Decisions:
    """The table ``decisions``, to read; it is written by :mod:`.actions` alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def not_person(self) -> list[tuple[int, int]]:
        """Return ``(face id, person id)`` of every "this is not Anna"."""
        return [
            (face, person)
            for face, person in self._connection.rows(
                "SELECT face_id, person_id FROM decisions WHERE kind = 'not' ORDER BY id"
            )
        ]

    def different(self) -> list[tuple[int, int]]:
        """Return the pairs of person ids of every "these are two people"."""
        return [
            (one, other)
            for one, other in self._connection.rows(
                "SELECT person_id, other_person_id FROM decisions "
                "WHERE kind = 'different' ORDER BY id"
            )
        ]
