"""Rows put as they were before a step, or after it.

Between a step and its undo the machine may have worked on (new photos, another grouping). What it
owns is never restored from a step: whether a photo is there, and where a face is that nobody spoke
of. A group is kept alive when faces have joined it meanwhile.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from photoorg.library import availability
from photoorg.library.decisions import drawn
from photoorg.library.decisions.changes import (
    ALL_WAITING,
    ANSWERS_WAITING,
    JOURNALED,
    Change,
    Rows,
    Way,
    faces_spoken_of,
    touched_rows,
)
from photoorg.library.decisions.ledger import Ledger
from photoorg.library.decisions.merges import Merges
from photoorg.library.decisions.separations import Separations
from photoorg.library.folders import Folders
from photoorg.library.storage.connection import Connection
from photoorg.library.storage.steps import count_step
from photoorg.library.times import now
from photoorg.library.turns import turn_to

_NEW_SOURCE = "coalesce(g.v0, source)"
_NEW_DISMISSED = "coalesce(g.v1, dismissed)"
_THERE = {
    "answer_faces": "EXISTS (SELECT 1 FROM faces WHERE id = :face_id)",
    "no_duplicates": "(SELECT count(*) FROM photos WHERE id IN (:photo_id, :other_id)) = 2",
    "scene_answers": "EXISTS (SELECT 1 FROM photos WHERE id = :photo_id)",
}
"""What a row is about, which may be gone as nobody spoke of it."""
_HANGING = {
    "answer_faces": JOURNALED["answer_faces"],
    ANSWERS_WAITING: (
        *("answer_id", "side", "picture_hash", "content_hash"),
        *("x", "y", "w", "h", "at_s"),
    ),
}
"""The columns of what goes with an answer, whether a step made it or a scan since."""


class Undoing:
    """Turns what a step changed, one way or the other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ledger = Ledger(connection)
        self._merges = Merges(connection)
        self._separations = Separations(connection)

    def with_all_of_its_answers(self, changes: Sequence[Change]) -> list[Change]:
        """Return what a step changed that is about to be undone, as far as that has grown since.

        A scan may have found more faces that its answers are about, and faces that they waited
        for, or made those that were drawn. They go with the answers, and are to come back with
        them. Drawn faces that were forgotten stay so.
        """
        made = [c.ids for c in changes if c.table == "answers" and c.before is None]
        answers = {answer for ids in made for answer in ids}
        grown = [
            self._still_forgotten(c) if c.table == "faces" else c
            for c in changes
            if c.table not in _HANGING or c.before or (c.after or {})["answer_id"] not in answers
        ]
        with self._connection.chosen(sorted(answers)) as chosen:
            for table, columns in _HANGING.items():
                rows = self._connection.rows(
                    f"SELECT id, {', '.join(columns)} FROM {table} WHERE answer_id IN {chosen}"
                )
                grown += [
                    Change(table, None, dict(zip(columns, values, strict=True)), [id_])
                    for id_, *values in rows
                ]
            made_here = {id_ for c in grown if c.table == "faces" and not c.before for id_ in c.ids}
            for face, id_ in drawn.only_drawn(self._connection, chosen):
                if id_ not in made_here:
                    grown.append(Change("faces", None, face, [id_]))
        return grown

    def _still_forgotten(self, change: Change) -> Change:
        if change.before is not None or change.after is None:
            return change
        with self._connection.chosen(change.ids) as chosen:
            sql = f"SELECT EXISTS (SELECT 1 FROM faces WHERE id IN {chosen} AND forgotten)"
            if not self._connection.value(sql):
                return change
        return change._replace(after={**change.after, "forgotten": 1})

    def turn(self, changes: Sequence[Change], *, undone: bool) -> dict[str, list[int]]:
        """Undo what a step changed, or do it again; return the ids of the rows, by table."""
        wanted = {
            table: [
                (c.after, c.before, c.ids) if undone else (c.before, c.after, c.ids)
                for c in changes
                if c.table == table
            ]
            for table in (*JOURNALED, ANSWERS_WAITING)
        }
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        orphans = self._faces_of_answers(wanted["answers"])
        self._restore_people(wanted["people"])
        self._restore_photos(wanted["photos"], wanted["faces"])
        self._restore_faces(wanted["faces"])
        self._restore_rows("answers", wanted["answers"])
        self._restore_rows("answer_faces", wanted["answer_faces"])
        self._restore_rows("scenes", wanted["scenes"])
        self._restore_rows("scene_answers", wanted["scene_answers"])
        for table in ALL_WAITING:
            self._restore_rows(table, wanted[table])
        if any(wanted[table] for table in ALL_WAITING):
            count_step(self._connection)  # the journal is to be written anew
        made = [face for _, to, ids in wanted["faces"] if to is None for face in ids]
        drawn.settle(self._connection, {*orphans, *made})
        self._restore_rows("no_duplicates", wanted["no_duplicates"])
        self._restore_folders(wanted["folders"])
        touched = touched_rows(changes)
        for table in ALL_WAITING:
            touched.pop(table, None)
        spoken = faces_spoken_of(changes)
        touched["faces"] = sorted({*touched.get("faces", ()), *orphans, *spoken})
        with self._connection.chosen(touched["faces"]) as faces:
            self._ledger.project(faces)
        self._merges.follow()
        for person in self._separations.suspects():  # what the machine did meanwhile may contradict
            self._separations.put_apart(person)
        self._remove_people(
            [person for _, to, ids in wanted["people"] if to is None for person in ids]
        )
        return touched

    def _faces_of_answers(self, wanted: list[Way]) -> list[int]:
        """Return the faces that stand somewhere, or are there, by answers about to go."""
        going = [answer for _, to, ids in wanted if to is None for answer in ids]
        with self._connection.chosen(going) as chosen:
            return [
                face
                for (face,) in self._connection.rows(
                    "SELECT r.face_id FROM answers AS o JOIN answer_faces AS r "
                    "ON r.answer_id = o.id AND r.side = 0 "
                    f"WHERE o.id IN {chosen} AND o.kind IN ('is', 'same', 'not-a-face', 'drawn')"
                )
            ]

    def _restore_people(self, wanted: list[Way]) -> None:
        for of, to, ids in wanted:
            if to is not None and of is None:
                self._insert("people", [(to, ids)])
            elif to is not None:
                self._bring_back(ids)
                self._update("people", [(to, ids)])
        self._connection.execute(
            "UPDATE people SET cover_face_id = NULL WHERE cover_face_id IS NOT NULL "
            "AND cover_face_id NOT IN (SELECT id FROM faces)"
        )

    def _restore_faces(self, wanted: list[Way]) -> None:
        """Put faces back; where the machine has moved one since, that is left to the machine."""
        made = [(to, ids) for of, to, ids in wanted if of is None and to is not None]
        self._bring_back([to["person_id"] for to, _ in made if to["person_id"] is not None])
        drawn.bring_back(self._connection, made)
        ways = [(of, to, ids) for of, to, ids in wanted if of is not None and to is not None]
        self._bring_back([to["person_id"] for _, to, _ in ways if to.get("person_id") is not None])
        drawn.reshape_back(self._connection, ways)
        values = [
            [
                *(to.get("source"), to.get("dismissed")),
                *("person_id" in to, to.get("person_id"), of.get("person_id")),
            ]
            for of, to, _ in ways
        ]
        self._connection.put(
            "faces",
            f"source = {_NEW_SOURCE}, dismissed = {_NEW_DISMISSED}, person_id = iif(g.v2 AND "
            f"(person_id IS g.v4 OR {_NEW_SOURCE} != 'machine' OR {_NEW_DISMISSED}), "
            "g.v3, person_id)",
            [(id_, *row) for row, (_, _, ids) in zip(values, ways, strict=True) for id_ in ids],
        )

    def _restore_photos(self, wanted: list[Way], faces: list[Way]) -> None:
        """Give photos their dates again, and turn them back with the faces known by now."""
        ways = {face: way for way in faces for face in way[2]}
        for of, to, ids in wanted:
            if of is None or to is None:
                continue
            self._update("photos", [({k: v for k, v in to.items() if k != "turned"}, ids)])
            for photo in ids if "turned" in to else ():
                drawn.reshape_before(self._connection, photo, to["turned"] - of["turned"], ways)
                turn_to(self._connection, photo, to["turned"])

    def _bring_back(self, people: list[int]) -> None:
        """Make groups again that the machine has removed, because it had emptied them."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO people (id, created_at) VALUES (?, ?)",
            ((person, now()) for person in people),
        )

    def _restore_rows(self, table: str, wanted: list[Way]) -> None:
        going = [id_ for _, to, ids in wanted if to is None for id_ in ids]
        self._delete(table, going)
        coming = [(to, ids) for of, to, ids in wanted if of is None and to is not None]
        self._insert(table, coming)
        self._update(
            table, [(to, ids) for of, to, ids in wanted if of is not None and to is not None]
        )

    def _restore_folders(self, wanted: list[Way]) -> None:
        for of, to, ids in wanted:
            if of is not None and to is not None:
                self._update("folders", [(to, ids)])
                for folder in ids:
                    if to.get("removed"):
                        availability.refresh_folder(self._connection, folder)
                    else:
                        Folders(self._connection).bring_back(folder)

    def _insert(self, table: str, rows: list[Rows]) -> None:
        """Make rows again; those about faces or photos that are gone stay gone."""
        for columns, alike in groupby(rows, key=lambda row: tuple(row[0])):
            names = ", ".join((*columns, "id"))
            places = ", ".join(f":{column}" for column in (*columns, "id"))
            self._connection.executemany(
                f"INSERT INTO {table} ({names}) SELECT {places} "
                f"WHERE {_THERE.get(table, 'true')} ON CONFLICT (id) DO UPDATE SET "
                f"{', '.join(f'{column} = excluded.{column}' for column in columns)}",
                ({**row, "id": id_} for row, ids in alike for id_ in ids),
            )

    def _update(self, table: str, rows: list[Rows]) -> None:
        for columns, alike in groupby(rows, key=lambda row: tuple(row[0])):
            if columns:
                values = [(id_, *row.values()) for row, ids in alike for id_ in ids]
                places = ", ".join(f"{column} = g.v{n}" for n, column in enumerate(columns))
                self._connection.put(table, places, values)

    def _delete(self, table: str, ids: Iterable[int]) -> None:
        with self._connection.chosen(ids) as chosen:
            self._connection.execute(f"DELETE FROM {table} WHERE id IN {chosen}")

    def _remove_people(self, ids: list[int]) -> None:
        self._connection.executemany(
            "DELETE FROM people WHERE id = ?1 AND NOT EXISTS "
            "(SELECT 1 FROM faces WHERE person_id = ?1)",
            ((id_,) for id_ in ids),
        )
        self._connection.executemany(
            "UPDATE people SET name = NULL WHERE id = ?", ((id_,) for id_ in ids)
        )
