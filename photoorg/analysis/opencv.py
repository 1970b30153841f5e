"""Import OpenCV the way a worker needs it; never reached from the window."""

import os
from functools import cache
from typing import Any


@cache
def opencv() -> Any:
    """Return the module ``cv2``, kept to one thread and without its traces in the environment.

    opencv-python brings a Qt of its own and points ``QT_QPA_*`` at it, which would break the
    window of a process started from this one. Its threads would fight with those of the networks.
    """
    before = {name: value for name, value in os.environ.items() if name.startswith("QT_QPA_")}
    import cv2

    for name in [name for name in os.environ if name.startswith("QT_QPA_")]:
        del os.environ[name]
    os.environ.update(before)
    cv2.setNumThreads(1)
    return cv2
