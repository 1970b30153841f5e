"""Numbers and durations as people say them."""

from photoorg.plain_text import count

__all__ = ["count", "number", "sentence", "size", "some", "time_left"]


def some(value: int, one: str, many: str = "") -> str:
    """Return ``a group`` or ``3 groups``, as it is said in a sentence."""
    if value == 1:
        return f"{'an' if one[0] in 'aeiou' else 'a'} {one}"
    return count(value, one, many)


def sentence(text: str) -> str:
    """Return ``text`` with a capital at its beginning, and all else as it is."""
    return text[:1].upper() + text[1:]


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
