"""``photoorg photos``, ``folders`` and ``remove-folder``: what the library looks into."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from photoorg.commands.finding import number
from photoorg.commands.terminal import (
    DONE,
    Commands,
    add_json,
    add_library,
    answer,
    answer_json,
    reply,
    table,
)
from photoorg.errors import UsageError
from photoorg.jobs.accounting import account_sentence
from photoorg.jobs.messages import shown
from photoorg.jobs.scanning.patterns import Patterns
from photoorg.jobs.scanning.places import absolute
from photoorg.library import Library
from photoorg.library.accounting.leaving_out import leave_out
from photoorg.library.decisions import actions


def register(commands: Commands) -> None:
    """Add the commands of this family."""
    photos = commands.add_parser("photos", help="list the photos, and the files with an error")
    add_json(
        photos,
        '[{"id", "path", "width", "height", "taken_at", "error", "faces": [id], "copies": at how '
        'many places it lies, "missing": cannot be reached}]',
    )
    photos.set_defaults(command=run_photos)
    folders = commands.add_parser("folders", help="list the folders of the library")
    add_json(
        folders,
        '[{"id", "path", "photos", "faces", "away": cannot be reached, "unseen": photos the last '
        'scan did not find, "patterns": [what is left out], "files": {"found": the sum of all '
        'others, "photos", "videos", "pairs", "problems", "skipped": {why: how many}}}]',
    )
    folders.set_defaults(command=run_folders)
    remove = commands.add_parser(
        "remove-folder", help="take a folder out of the library; it stays on the disk"
    )
    remove.add_argument("folder", metavar="FOLDER", help="its id or its path")
    add_json(remove, '{"id", "path"}')
    remove.set_defaults(command=run_remove_folder)
    skip = commands.add_parser("skip", help="say what of a folder is no photo to be shown")
    skip.add_argument("folder", metavar="FOLDER", help="its id or its path")
    skip.add_argument(
        "patterns",
        nargs="*",
        metavar="PATTERN",
        help="as in .gitignore: *.png, /scans, raw/, !a.png",
    )
    skip.add_argument(
        "--nothing",
        action="store_true",
        help="forget the patterns of before; only those named now count",
    )
    add_json(skip, '{"id", "path", "patterns": [all that are left out from the next scan on]}')
    skip.set_defaults(command=run_skip)
    for command in (photos, folders, remove, skip):
        add_library(command)


def run_photos(asked: argparse.Namespace) -> int:
    """List every photo once, and after them the files that show none."""
    with Library.open(asked.library, create=False) as library:
        found = _photos(library)
    if asked.json:
        answer_json(found)
        return DONE
    rows = [
        (
            "-" if one["id"] is None else one["id"],
            len(one["faces"]),
            one["taken_at"] or "-",
            shown(one["path"]) + (f": {one['error']}" if one["error"] else ""),
        )
        for one in found
    ]
    answer(*table(("ID", "FACES", "TAKEN", "PHOTO"), rows))
    return DONE


def _photos(library: Library) -> list[dict[str, Any]]:
    faces = library.faces.by_photo()
    errors = {problem.path: problem.reason for problem in library.photos.problems(ignored=True)}
    found: list[dict[str, Any]] = [
        {
            "id": photo.id,
            "path": str(photo.path),
            "width": photo.width,
            "height": photo.height,
            "taken_at": photo.taken_at,
            "error": errors.pop(photo.path, None),
            "faces": faces.get(photo.id, []),
            "copies": photo.copies,
            "missing": photo.missing,
        }
        for photo in library.photos.list()
    ]
    nothing: dict[str, Any] = {"width": None, "height": None, "taken_at": None, "faces": []}
    return found + [
        {"id": None, "path": str(path), **nothing, "error": error, "copies": 1, "missing": False}
        for path, error in errors.items()
    ]


def run_folders(asked: argparse.Namespace) -> int:
    """List the folders."""
    with Library.open(asked.library, create=False) as library:
        folders = library.folders.list()
        patterns = {folder.id: library.folders.patterns(folder.id) for folder in folders}
    found = [
        {
            "id": folder.id,
            "path": str(folder.path),
            "photos": folder.photos,
            "faces": folder.faces,
            "away": folder.away,
            "unseen": folder.unseen,
            "patterns": patterns[folder.id],
            "files": asdict(folder.account),
        }
        for folder in folders
    ]
    rows = [
        (folder.id, folder.photos, folder.faces, folder.unseen, _place(folder.path, folder.away))
        for folder in folders
    ]
    lines = list(table(("ID", "PHOTOS", "FACES", "UNSEEN", "FOLDER"), rows))
    lines += [f"{shown(folder.path)}: {account_sentence(folder.account)}" for folder in folders]
    reply(asked, found, *lines)
    return DONE


def _place(path: Path, away: bool) -> str:  # noqa: FBT001 - a column
    return f"{shown(path)} (away)" if away else shown(path)


def run_remove_folder(asked: argparse.Namespace) -> int:
    """Take a folder out of the library; its photos come back with it."""
    with Library.open(asked.library, create=False) as library:
        id_, path = _folder(library, asked.folder)
        actions.remove_folder(library, id_)
    reply(
        asked,
        {"id": id_, "path": str(path)},
        f"{shown(path)} is not in the library any more. Scan it to have everything back.",
    )
    return DONE


def run_skip(asked: argparse.Namespace) -> int:
    """Add patterns to those of a folder, or forget them all."""
    with Library.open(asked.library, create=False) as library:
        id_, path = _folder(library, asked.folder)
        kept = [] if asked.nothing else library.folders.patterns(id_)
        kept += [pattern for pattern in asked.patterns if pattern not in kept]
        Patterns(str(path), kept)
        leave_out(library, id_, kept)
    told = f"Left out of {shown(path)} from the next scan on: {', '.join(kept)}."
    reply(
        asked,
        {"id": id_, "path": str(path), "patterns": kept},
        told if kept else f"Nothing is left out of {shown(path)}.",
    )
    return DONE


def _folder(library: Library, word: str) -> tuple[int, Path]:
    """Return the folder with this id or at this path."""
    roots = library.folders.roots()
    id_ = number(word)
    if id_ is not None and id_ in roots:
        return id_, roots[id_]
    (path,) = absolute([Path(word).expanduser()])
    place = library.folders.place_of(path)
    for id_, root in roots.items():
        if root == place:
            return id_, root
        if place.is_relative_to(root):
            raise UsageError(
                f"{shown(path)} is part of the folder {shown(root)}; only that one as a whole can "
                "be removed."
            )
    raise UsageError(f"{shown(word)} is no folder of this library; `photoorg folders` lists them.")
