"""Numbers and durations as people say them."""

from photoorg.plain_text import count

__all__ = ["count", "number", "size", "time_left"]


def number(value: int) -> str:
    """Return ``12,400`` for 12400."""
    return f"{value:,}"


def time_left(seconds: float) -> str:
    """Return ``7 min`` for 430 seconds: rounded as roughly as the estimate is."""
    if seconds < 5:
        return "a few seconds"
    if seconds < 60:
        return f"{round(seconds / 5) * 5} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02} min"


def size(byte_count: float) -> str:
    """Return ``288 MB`` for a number of bytes."""
    for unit, step in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if byte_count >= step:
            value = byte_count / step
            return f"{value:.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"
    return f"{byte_count:.0f} bytes"
