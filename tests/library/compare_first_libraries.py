"""Compare libraries that ``make_first_library.py`` has made at random with what it told of them.

By hand: ``python -m tests.library.compare_first_libraries FILE...``
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from tests.library.test_first_library import same_as_in_the_first_version

if __name__ == "__main__":
    steps = 0
    for name in sys.argv[1:]:
        shown = json.loads(Path(f"{name}.json").read_text())
        with tempfile.TemporaryDirectory() as folder:
            try:
                same_as_in_the_first_version(Path(shutil.copy(name, folder)), shown)
            except AssertionError as error:
                sys.exit(f"{name} differs: {error}")
        steps += len(shown["undo"]) + len(shown["redo"]) - 2
    print(f"{len(sys.argv) - 1:,} libraries with {steps:,} steps are the same")  # noqa: T201
