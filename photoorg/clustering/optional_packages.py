"""Packages that are not needed to use the program, and what to say where they are missing."""

import importlib
from typing import Any

from photoorg.errors import UsageError


def scikit_learn(module: str) -> Any:
    """Return ``sklearn.<module>``; raise UsageError naming the command that installs it."""
    try:
        return importlib.import_module(f"sklearn.{module}")
    except ImportError as error:
        raise UsageError(
            "This way of grouping needs scikit-learn; install it with"
            " `pip install 'photoorg[train]'`."
        ) from error
