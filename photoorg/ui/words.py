"""Numbers and durations as people say them, in the language of the reader."""

from PySide6.QtCore import QLocale

from photoorg.tr import number, tr

__all__ = [
    "faces",
    "figure",
    "fold_state",
    "groups",
    "number",
    "photos",
    "questions",
    "size",
    "time_left",
]


def photos(count: int) -> str:
    """Return ``1 photo`` or ``214 photos``."""
    return tr("{n} photos", n=count, one="{n} photo")


def faces(count: int) -> str:
    """Return ``1 face`` or ``214 faces``."""
    return tr("{n} faces", n=count, one="{n} face")


def groups(count: int) -> str:
    """Return ``1 group`` or ``214 groups``."""
    return tr("{n} groups", n=count, one="{n} group")


def hid(name: str | None, groups: int, *, hidden: bool) -> str:
    """Return what hiding somebody with a name, or so many groups, or showing them again, did."""
    if name is not None:
        return tr("Hid {name}", name=name) if hidden else tr("Showing {name}", name=name)
    if hidden:
        return tr("Hid {n} groups", n=groups, one="Hid a group")
    return tr("Showing {n} groups", n=groups, one="Showing a group")


def questions(count: int) -> str:
    """Return ``1 question`` or ``214 questions``."""
    return tr("{n} questions", n=count, one="{n} question")


def fold_state(*, folded: bool | None) -> list[str]:
    """Return whether something is folded, for a screen reader; nothing where it cannot be."""
    return [] if folded is None else [tr("folded") if folded else tr("unfolded")]


def figure(value: float, places: int = 0) -> str:
    """Return ``12.4`` for 12.37 with one place behind the point, as the reader writes it."""
    return QLocale().toString(value, "f", places)


def time_left(seconds: float) -> str:
    """Return ``7 min`` for 430 seconds: rounded as roughly as the estimate is."""
    if seconds < 5:
        return tr("a few seconds")
    if seconds < 60:
        return tr("{seconds} s", seconds=round(seconds / 5) * 5)
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=f"{minutes % 60:02}")


def size(byte_count: float) -> str:
    """Return ``288 MB`` for a number of bytes."""
    for unit, step in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if byte_count >= step:
            value = byte_count / step
            return f"{figure(value, 0 if value >= 10 else 1)} {unit}"
    return tr("{n} bytes", n=round(byte_count), one="{n} byte")
