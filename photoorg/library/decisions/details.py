"""What the user tells of people besides who they are; one undoable step each."""

import unicodedata
from collections.abc import Sequence

from photoorg.errors import UsageError
from photoorg.library.decisions import step_names
from photoorg.library.decisions.merges import family
from photoorg.library.decisions.saying import PEOPLE, execute, say_same
from photoorg.library.library import Library
from photoorg.library.portraits.biographies import checked_date
from photoorg.tr import kept, tr
from photoorg.types import Changed

LONGEST_NOTES = 20_000
"""Notes about a person have at most so many characters."""


def set_birth_date(library: Library, person_id: int, born: str | None) -> Changed:
    """Tell when a person was born, None to take that away, also from whoever joined the person.

    Raises :class:`UsageError` for what is no date, and for a group without a name.
    """
    person = library.people.get(person_id)
    if person.name is None:
        raise UsageError(tr("Name this group first; then tell when the person was born."))
    born = None if born is None else checked_date(born)
    with library.history.edit(kept("Tell when {person} was born", person=person.name)):
        library.people.expect(person_id)
        # A date goes before those of others who joined; that none is known does not.
        whose = family(person_id) if born is None else f"({person_id})"
        execute(library, f"UPDATE people SET birth_date = ? WHERE id IN {whose}", born)
    return PEOPLE


def set_notes(library: Library, person_id: int, notes: str) -> Changed:
    """Write down what is to be remembered of a person; an empty text takes it away.

    Raises :class:`UsageError` for a text that is too long, and for a group without a name.
    """
    person = library.people.get(person_id)
    if person.name is None:
        raise UsageError(tr("Name this group first; then write down what is to be remembered."))
    text = checked_notes(notes) or None
    with library.history.edit(kept("Write notes about {person}", person=person.name)):
        library.people.expect(person_id)
        execute(library, "UPDATE people SET notes = ? WHERE id = ?", text, person_id)
    return PEOPLE


def checked_notes(notes: str) -> str:
    """Return notes as they are stored: composed, without what no line can show.

    Raises :class:`UsageError` for a text that is too long, or none.
    """
    try:
        notes.encode()
    except UnicodeEncodeError:
        raise UsageError(tr("These notes hold bytes that are no text; type them again.")) from None
    lines = unicodedata.normalize("NFC", notes.replace("\t", " ")).splitlines()
    seen = ("".join(c for c in line if unicodedata.category(c) != "Cc") for line in lines)
    text = "\n".join(line.rstrip() for line in seen).strip("\n")
    if len(text) > LONGEST_NOTES:
        raise UsageError(tr("Notes have at most {n} characters; write less.", n=LONGEST_NOTES))
    return text


def set_favourite(library: Library, person_ids: Sequence[int], *, favourite: bool) -> Changed:
    """Make people favourites, or no longer; raises :class:`UsageError` for who is not there.

    A star on a group that has no name says that its faces are one person, so that it stays. Whoever
    joined somebody who is no favourite any more is none, either.
    """
    people = [library.people.get(id_) for id_ in person_ids]
    if not people:
        raise UsageError(tr("Choose at least one person."))
    with library.history.edit(step_names.favouring(people, favourite=favourite)):
        library.people.expect(*person_ids)
        for person in people:
            whose = f"({person.id})" if favourite else family(person.id)
            execute(library, f"UPDATE people SET favourite = ? WHERE id IN {whose}", int(favourite))
            if favourite and person.name is None:
                say_same(library, person.id)
    return PEOPLE
