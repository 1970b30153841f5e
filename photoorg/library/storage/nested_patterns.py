"""What is left out of a folder said of one around it, in the words of ``.gitignore``."""

from collections.abc import Iterable
from pathlib import PurePath

_SPECIAL = frozenset("\\*?[")


def said_around(lines: Iterable[str], way: PurePath) -> list[str]:
    """Return lines that leave out the same of a folder around, in which it lies at ``way``."""
    start = "".join(f"/{_escaped(name)}" for name in way.parts)
    return [_said_around(line, start) for line in lines]


def _said_around(line: str, start: str) -> str:
    pattern = line.removeprefix("!")
    said = pattern.rstrip()
    if not said or line.startswith("#") or line.rstrip() == "/":  # it names nothing
        return line
    mark = "!" if line.startswith("!") else ""
    if "/" in said[:-1]:
        return f"{mark}{start}/{pattern.removeprefix('/')}"
    if said.removesuffix("/") in ("", "**"):  # after the other one it would name the folder, too
        pattern = f"*{said.removeprefix('**')}"
    return f"{mark}{start}/**/{pattern}"


def _escaped(name: str) -> str:
    """Return a pattern for a name.

    Bytes that are no text, and what ends a line, cannot be written down: any character stands for
    them.
    """
    return "".join(
        "?"
        if "\ud800" <= character <= "\udfff" or character.splitlines() != [character]
        else f"\\{character}"
        if character in _SPECIAL
        else character
        for character in name
    )
