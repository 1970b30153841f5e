"""What the user tells of a person besides who it is; one undoable step each."""

from collections.abc import Sequence

from photoorg.errors import UsageError
from photoorg.library.decisions.saying import PEOPLE, execute
from photoorg.library.library import Library
from photoorg.library.portraits.biographies import checked_date
from photoorg.types import Changed


def set_birth_date(library: Library, person_id: int, born: str | None) -> Changed:
    """Tell when a person was born, None to take that away.

    Raises :class:`UsageError` for what is no date, and for a group without a name.
    """
    person = library.people.get(person_id)
    if person.name is None:
        raise UsageError("Name this group first; then tell when the person was born.")
    born = None if born is None else checked_date(born)
    with library.history.edit(f"Tell when {person.name} was born"):
        execute(library, "UPDATE people SET birth_date = ? WHERE id = ?", born, person_id)
    return PEOPLE


def set_favourite(library: Library, person_ids: Sequence[int], *, favourite: bool) -> Changed:
    """Make people favourites, or no longer; raises :class:`UsageError` for who is not there."""
    people = [library.people.get(id_) for id_ in person_ids]
    if not people:
        raise UsageError("Choose at least one person.")
    whom = (people[0].name or "a group") if len(people) == 1 else f"{len(people)} people"
    label = f"Make {whom} a favourite" if favourite else f"Make {whom} no favourite any more"
    with library.history.edit(label):
        for person in people:
            execute(
                library, "UPDATE people SET favourite = ? WHERE id = ?", int(favourite), person.id
            )
    return PEOPLE
