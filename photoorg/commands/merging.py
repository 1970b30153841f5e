"""``photoorg merge``, ``merges`` and ``unmerge``: people that are one, and their way back."""

import argparse
from dataclasses import asdict

from photoorg.commands.finding import PERSON, find, number
from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply, table
from photoorg.errors import UsageError
from photoorg.library import Library
from photoorg.library.decisions import actions
from photoorg.library.decisions.unmerging import unmerge


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    merge = commands.add_parser("merge", help="make several people or groups one")
    merge.add_argument("into", metavar="INTO", help=f"whose name stays: {PERSON}")
    merge.add_argument("others", metavar="FROM", nargs="+", help="who becomes that person")
    add_json(merge, '{"person", "name", "faces": how many}')
    merge.set_defaults(command=run_merge)
    merges = commands.add_parser("merges", help="list who was merged into a person")
    merges.add_argument("person", metavar="PERSON", help=PERSON)
    add_json(merges, '[{"id", "person", "name", "faces": how many, "made_at"}]')
    merges.set_defaults(command=run_merges)
    back = commands.add_parser("unmerge", help="take a merge back, not only the last one")
    back.add_argument("person", metavar="PERSON", help=PERSON)
    back.add_argument("merge", metavar="MERGE", help="the id that `photoorg merges PERSON` lists")
    add_json(back, '{"person": who is back, "name", "faces": how many}')
    back.set_defaults(command=run_unmerge)
    for command in (merge, merges, back):
        add_library(command)


def run_merge(asked: argparse.Namespace) -> int:
    """Make several people one."""
    with Library.open(asked.library, create=False) as library:
        into = find(library, asked.into)
        others = [find(library, other).id for other in asked.others]
        actions.merge(library, into.id, others)
        merged = library.people.get(into.id)
    reply(
        asked,
        {"person": merged.id, "name": merged.name, "faces": merged.count},
        f"{merged.id} ({merged.name or 'no name yet'}) has {merged.count:,} faces now.",
    )
    return DONE


def run_merges(asked: argparse.Namespace) -> int:
    """List who was merged into a person, the newest merge first."""
    with Library.open(asked.library, create=False) as library:
        merges = library.merges.of(find(library, asked.person).id)
    rows = [
        (one.id, one.made_at, one.faces, one.name or f"group {one.person_id}") for one in merges
    ]
    found = [asdict(one) for one in merges]
    for one in found:
        one["person"] = one.pop("person_id")
        del one["cover_face_id"]
    reply(asked, found, *table(("ID", "WHEN", "FACES", "WHO"), rows))
    return DONE


def run_unmerge(asked: argparse.Namespace) -> int:
    """Let somebody who was merged into a person stand again."""
    id_ = number(asked.merge)
    if id_ is None:
        raise UsageError(f"There is no merge “{asked.merge[:40]}”; `photoorg merges` lists them.")
    with Library.open(asked.library, create=False) as library:
        person = find(library, asked.person)
        back = {one.id: one.person_id for one in library.merges.of(person.id)}.get(id_)
        unmerge(library, person.id, id_)
        name, faces = None, 0
        if back is not None and library.people.exists(back):
            name, faces = library.people.get(back).name, library.people.get(back).count
    reply(
        asked,
        {"person": back, "name": name, "faces": faces},
        f"{back} ({name or 'no name yet'}) is back with {faces:,} faces.",
    )
    return DONE
