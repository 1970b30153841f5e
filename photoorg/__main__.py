"""``python -m photoorg``."""

import multiprocessing
import sys

from photoorg.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
