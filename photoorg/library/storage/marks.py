"""Telling a library file from its copies.

A copy holds everything that the library held, its random name (``uuid``) as well, and goes its own
way from then on: the next face has the same number in both. A file that is found at another place
than the library remembers therefore gets a mark of its own, for what lies beside it.
"""

import hashlib
import os
import secrets
import uuid
from dataclasses import dataclass
from pathlib import Path

from photoorg.library.storage.connection import Connection


@dataclass(frozen=True, slots=True)
class Mark:
    """Whose a file beside the library is; ``former`` is what it was called until now, if other."""

    now: str
    former: str | None = None


def uuid_of(connection: Connection) -> str:
    """Return the library's random name."""
    return str(connection.value("SELECT value FROM meta WHERE key = 'uuid'"))


def mark_of(connection: Connection) -> Mark:
    """Return the mark of this file, a new one where it is a copy or was moved to another disk."""
    known: dict[str, str] = dict(
        connection.rows("SELECT key, value FROM meta WHERE key IN ('place', 'branch')")
    )
    place = _place(connection.path)
    if connection.read_only or known.get("place") == place:
        return Mark(_joined(uuid_of(connection), known.get("branch")))
    branch = secrets.token_hex(8)
    with connection.write():
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('uuid', ?)", (str(uuid.uuid4()),))
        former = _joined(uuid_of(connection), known.get("branch"))
        connection.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", [("place", place), ("branch", branch)]
        )
    return Mark(_joined(uuid_of(connection), branch), former)


def _joined(library: str, branch: str | None) -> str:
    return library if branch is None else f"{library}/{branch}"


def _place(path: Path) -> str:
    """Return what is another one for a copy, and for a file that was put at its place."""
    real = path.resolve()
    name = hashlib.blake2b(os.fsencode(real), digest_size=8).hexdigest()
    return f"{real.stat().st_ino} {name}"
