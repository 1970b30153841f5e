"""What a word in the terminal means: a person by id or name, a face by id."""

from collections.abc import Sequence

from photoorg.errors import UsageError
from photoorg.library import Library, Person
from photoorg.library.finding.names import Names

PERSON = "an id, or a unique name; =2 and name:2 always mean the name 2"

_LARGEST_ID = 2**63 - 1
"""SQLite counts no further."""
_LONGEST = 40


def find(library: Library, person: str) -> Person:
    """Return the person with this id or this name; raises UsageError unless there is one.

    Digits are an id; where nobody has it they are a name.
    """
    prefix = next((prefix for prefix in ("=", "name:") if person.startswith(prefix)), "")
    name = person.removeprefix(prefix)
    id_ = None if prefix else number(person)
    if id_ is not None and library.people.exists(id_):
        return library.people.get(id_)
    found = library.people.find_by_name(name)
    if len(found) > 1:
        ids = " and ".join(f"{one.id} ({one.count:,} faces)" for one in found)
        raise UsageError(f"Several people are called “{name}”: {ids}. Use the id.")
    if found:
        return found[0]
    if not prefix and person.removeprefix("-").isdigit():
        raise UsageError(f"There is no person {_short(person)} in this library.")
    raise UsageError(f"There is no person “{_short(name)}”; `photoorg people` lists them.")


def everybody(library: Library, person: str) -> frozenset[int]:
    """Return the person with this id, or all who are called so, hidden people too.

    A name as it is written comes before one with other accents. Raises :class:`UsageError`, with
    the names most like it, when nobody is called so.
    """
    prefix = next((prefix for prefix in ("=", "name:") if person.startswith(prefix)), "")
    name = person.removeprefix(prefix)
    id_ = None if prefix else number(person)
    if id_ is not None and library.people.exists(id_):
        return frozenset({id_})
    names = Names.read(library, hidden=True)
    written = frozenset(one.id for one in library.people.find_by_name(name))
    found = written or names.called(name)
    if not found:
        near = " or ".join(f"“{one}”" for one in names.nearest(name))
        hint = f"did you mean {near}?" if near else "`photoorg people --all` lists them."
        raise UsageError(f"There is no person “{_short(name)}”; {hint}")
    return found


def face_ids(words: Sequence[str]) -> list[int]:
    """Return the ids of faces as typed, each once; raises UsageError for what can be none."""
    found: dict[int, None] = {}
    for word in words:
        id_ = number(word)
        if id_ is None:
            raise UsageError(
                f"There is no face {_short(word)} in this library; `photoorg people --json` lists "
                "the faces of everybody."
            )
        found[id_] = None
    return list(found)


def number(word: str) -> int | None:
    """Return an id as typed, None where it cannot be one."""
    # Python reads no number of thousands of digits.
    if not (word.isascii() and word.isdigit()) or len(word.lstrip("0")) > len(str(_LARGEST_ID)):
        return None
    return int(word) if int(word) <= _LARGEST_ID else None


def _short(word: str) -> str:
    return word if len(word) <= _LONGEST else f"{word[:_LONGEST]}…"
