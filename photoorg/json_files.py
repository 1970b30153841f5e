"""Reading JSON files that somebody else may have written or damaged."""

import json
from pathlib import Path
from typing import Any


def read_json(file: Path) -> Any:
    """Return what the file holds.

    Raises OSError when it cannot be read, and ValueError for whatever is no JSON, also for what is
    nested so deep that Python gives up.
    """
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
