"""How many cores there are to work on, and leaving some of them to other programs."""

import contextlib
import os
import sys

import psutil

_NICE = 10
_DARWIN_PROCESS, _DARWIN_BACKGROUND = 4, 0x1000
"""From macOS's sys/resource.h: what runs in the background runs on the efficient cores."""


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    process = psutil.Process()
    if hasattr(process, "cpu_affinity"):
        return len(process.cpu_affinity())
    return os.cpu_count() or 1


def on_battery() -> bool:
    """Tell whether this computer has a battery and lives on it."""
    if not hasattr(psutil, "sensors_battery"):
        return False
    try:
        battery = psutil.sensors_battery()
    except Exception:
        return False  # what firmware tells may be anything
    return battery is not None and battery.power_plugged is False


def give_way() -> None:
    """Let other programs go first from now on, and leave half of the cores to them.

    Call it before there are threads. A system that knows no such thing is left as it is.
    """
    process = psutil.Process()
    with contextlib.suppress(psutil.Error, OSError):
        if sys.platform == "win32":
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            process.nice(max(_NICE, process.nice()))
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):
            os.setpriority(_DARWIN_PROCESS, 0, _DARWIN_BACKGROUND)
    if hasattr(process, "cpu_affinity"):
        cores = process.cpu_affinity()
        with contextlib.suppress(psutil.Error, OSError):
            # the last ones: where there are two kinds, these are the efficient ones
            process.cpu_affinity(cores[len(cores) // 2 :])
