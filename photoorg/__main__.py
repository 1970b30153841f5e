"""``photoorg`` and ``python -m photoorg``."""

import multiprocessing
import sys

from photoorg.errors import INTERRUPTED


def main() -> int:
    """Run the command line; Ctrl+C ends it quietly while the program is still being read, too."""
    try:
        from photoorg.cli import main as run
    except KeyboardInterrupt:
        return INTERRUPTED
    return run()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
