"""What a journal says of duplicates, in a library that knows their photos, or will know them."""

from collections.abc import Iterable

from photoorg.library.journal.anchors import photo_with
from photoorg.library.journal.denial_lines import Denial
from photoorg.library.journal.lines import State
from photoorg.library.journal.replayed_people import is_older
from photoorg.library.journal.waiting import done, due, wait
from photoorg.library.storage.connection import Connection

_WAITING = "pending_no_duplicates"
_COLUMNS = (
    *("picture_hash", "content_hash", "other_picture_hash", "other_content_hash"),
    *("ended", "made_at"),
)


def restore_denials(connection: Connection, state: State, *, adding: bool = False) -> None:
    """Say again what a journal says of duplicates; what it does not know ends in a copy.

    With ``adding`` what was said here of two photos stays, also that it was taken back.
    """
    pairs = {}
    for denial in state.denials.rows.values():
        pair = _pair(connection, denial)
        if pair is not None:
            pairs[pair] = denial
        else:
            _wait(connection, denial)
    _say(connection, pairs, over=not adding)
    if not adding and is_older(connection, state):
        known = connection.rows("SELECT id, photo_id, other_id FROM no_duplicates")
        connection.executemany(
            "DELETE FROM no_duplicates WHERE id = ?",
            [(id_,) for id_, *pair in known if tuple(pair) not in pairs],
        )


def apply_pending_denials(
    connection: Connection, photo_ids: Iterable[int], step: int | None
) -> bool:
    """Say what a step let wait for photos that are here now; return whether anything did."""
    said = ", ".join(f"w.{column}" for column in _COLUMNS)
    rows = due(connection, _WAITING, said, photo_ids, step)
    waiting = {
        id_: Denial((a, b), (c, d), bool(ended), made_at)
        for id_, _, a, b, c, d, ended, made_at in rows
    }
    found = {id_: pair for id_, one in waiting.items() if (pair := _pair(connection, one))}
    _say(connection, {pair: waiting[id_] for id_, pair in found.items()}, over=False)
    done(connection, _WAITING, [(id_,) for id_ in found])
    return bool(found)


def _pair(connection: Connection, denial: Denial) -> tuple[int, int] | None:
    """Return the two photos, the lower id first, if both are known here."""
    first, second = (photo_with(connection, *content) for content in (denial.one, denial.other))
    if first is None or second is None:
        return None
    return min(first[0], second[0]), max(first[0], second[0])


def _wait(connection: Connection, denial: Denial) -> None:
    """Let it wait for its photos, in the place of what waited for them before."""
    photos = dict(zip(_COLUMNS, (*denial.one, *denial.other), strict=False))
    said = {"ended": denial.ended, "made_at": denial.made_at}
    wait(connection, _WAITING, photos, said)


def _say(connection: Connection, pairs: dict[tuple[int, int], Denial], *, over: bool) -> None:
    conflict = (
        "UPDATE SET ended = excluded.ended, made_at = excluded.made_at" if over else "NOTHING"
    )
    connection.executemany(
        "INSERT INTO no_duplicates (photo_id, other_id, ended, made_at) VALUES (?, ?, ?, ?) "
        f"ON CONFLICT (photo_id, other_id) DO {conflict}",
        [
            (one, other, denial.ended, denial.made_at)
            for (one, other), denial in pairs.items()
            if one != other  # two pictures of there may be one here
        ],
    )
