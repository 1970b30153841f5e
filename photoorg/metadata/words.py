"""Words that files hold: what a camera is called, and what somebody wrote below a picture."""

import unicodedata
from collections.abc import Mapping

from photoorg.metadata import exif, iptc, xmp
from photoorg.metadata.moments import as_text

LONGEST = 4000
"""Longer captions are cut."""

_LONGEST_CAMERA = 80
_CHARSET = 8
"""EXIF's UserComment begins with the name of its encoding in so many bytes."""

_BY_CAMERAS = frozenset(
    {"olympus digital camera", "sony dsc", "digital camera", "kodak digital still camera"}
    | {"minolta digital camera", "samsung", "dcim", "untitled", "default", "screenshot"}
)
"""What cameras and phones write where a caption belongs."""


def camera_of(tags: exif.Tags) -> str:
    """Return the maker and the model, the maker once."""
    maker = _line(tags.first.get(exif.MAKE))
    model = _line(tags.first.get(exif.MODEL))
    named = maker.split(" ", maxsplit=1)[0].lower()
    whole = model if named and model.lower().startswith(named) else f"{maker} {model}".strip()
    return whole[:_LONGEST_CAMERA]


def caption_of(
    tags: exif.Tags,
    packet: xmp.Properties,
    datasets: Mapping[int, str],
    beside: xmp.Properties,
    takeout: str,
) -> str:
    """Return what somebody wrote about a picture, "" where nobody did."""
    first = tags.first
    candidates = (
        xmp.first(packet, xmp.DC, "description"),
        datasets.get(iptc.CAPTION, ""),
        xmp.first(beside, xmp.DC, "description"),
        as_text(first.get(exif.DESCRIPTION)),
        _comment(tags.exif.get(exif.USER_COMMENT)),
        _wide(first.get(exif.COMMENT)),
        xmp.first(packet, xmp.DC, "title"),
        _wide(first.get(exif.TITLE)),
        takeout,
    )
    return next((said for words in candidates if (said := _clean(words))), "")


def _clean(words: str) -> str:
    """Return words without what cannot be shown; "" for what only a camera wrote."""
    shown = "".join(
        letter if letter in "\n\t" or unicodedata.category(letter)[0] != "C" else " "
        for letter in words[: 2 * LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    ).strip()
    return "" if shown.lower() in _BY_CAMERAS else shown[:LONGEST].rstrip()


def _line(value: object) -> str:
    return " ".join(_clean(as_text(value)).split())


def _comment(value: object) -> str:
    if not isinstance(value, bytes):
        return as_text(value)
    charset, text = value[:_CHARSET], value[_CHARSET:]
    if charset.startswith(b"UNICODE"):
        order = "utf-16-le" if text[1:2] == b"\0" else "utf-16-be"
        return text.decode(order, "ignore").strip("\0 ")
    return as_text(text) if charset.strip(b"\0") in (b"", b"ASCII") else ""


def _wide(value: object) -> str:
    """Return the text in a tag that Windows writes, two bytes a letter."""
    if isinstance(value, tuple):
        try:
            value = bytes(value)
        except (ValueError, TypeError):
            return ""
    return value.decode("utf-16-le", "ignore").strip("\0 ") if isinstance(value, bytes) else ""
