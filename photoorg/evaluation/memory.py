"""The most memory this process held, of its own and not of the process that started it.

The system's ``ru_maxrss`` is inherited by a process from its parent on Linux, so there the peak
of the address space itself is read; only there can it be forgotten, to measure stage by stage.
"""

import sys
from contextlib import suppress
from pathlib import Path

_STATUS, _REFERENCES = Path("/proc/self/status"), Path("/proc/self/clear_refs")

_SLACK_MB = 16
"""Between two readings of one process the peak may differ from what is held by about this much."""


def peak_mb() -> float | None:
    """Return the peak in MB (2^20 bytes), None on systems that do not tell."""
    peak = _status_mb("VmHWM:")
    if peak is not None:
        return peak
    try:
        import resource
    except ImportError:  # Windows
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def forget_peak() -> bool:
    """Let the peak begin anew from what is held now; tell whether the system did.

    Only Linux can, and a sandbox on it may refuse, or accept and do nothing.
    """
    try:
        # The kernel's number for "reset the peak".
        _REFERENCES.write_text("5", encoding="ascii")
    except OSError:
        return False
    peak, held = _status_mb("VmHWM:"), _status_mb("VmRSS:")
    return peak is not None and held is not None and peak - held < _SLACK_MB


def _status_mb(field: str) -> float | None:
    with suppress(OSError):
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    return None
