"""What the user wants left out of a folder, in the words of ``.gitignore``."""

import os
import re
from collections.abc import Iterable

from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore import GitIgnorePatternError

from photoorg.errors import UsageError
from photoorg.tr import tr


class Patterns:
    """Patterns relative to ``root``: ``*.png``, ``/scans``, ``raw/``, ``!keep.png``.

    Raises :class:`UsageError` for one that is none.
    """

    def __init__(self, root: str, lines: Iterable[str] = ()) -> None:
        self._base = root.rstrip(os.sep) + os.sep
        try:
            self._spec = GitIgnoreSpec.from_lines(lines)
        except (GitIgnorePatternError, re.error) as error:
            raise UsageError(
                tr(
                    "This pattern is not understood: {error}. Patterns are written as in "
                    ".gitignore: *.png, /scans, raw/, !keep.png.",
                    error=error,
                )
            ) from error

    def __bool__(self) -> bool:
        return len(self._spec) > 0

    def leave_out(self, path: str, *, folder: bool = False) -> bool:
        """Tell whether a file or a folder below the root is to be left out."""
        if not self._spec or not path.startswith(self._base):
            return False
        relative = path[len(self._base) :].replace(os.sep, "/")
        return self._spec.match_file(f"{relative}/" if folder else relative)
