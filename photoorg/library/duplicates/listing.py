"""Stacks as a list for other programs, in JSON or CSV."""

import csv
import json
from collections.abc import Sequence
from io import StringIO

from photoorg.library.duplicates.values import Stack

SUFFIXES = (".json", ".csv")

_COLUMNS = ("stack", "kind", "best", "photo")


def told(stack: Stack) -> dict[str, object]:
    """Return what JSON tells of a stack."""
    return {
        "kind": stack.kind.value,
        "best": str(stack.best),
        "photos": [str(path) for path in stack.paths],
    }


def as_text(stacks: Sequence[Stack], suffix: str) -> str:
    """Return stacks as the text of a file; ``suffix`` is one of :data:`SUFFIXES`.

    JSON has an entry for a stack, CSV a line for a photo, with the number of its stack.
    """
    if suffix == ".json":
        return json.dumps([told(stack) for stack in stacks], indent=1) + "\n"
    text = StringIO()
    lines = csv.writer(text)
    lines.writerow(_COLUMNS)
    for number, stack in enumerate(stacks, 1):
        lines.writerows((number, stack.kind.value, stack.best, path) for path in stack.paths)
    return text.getvalue()
