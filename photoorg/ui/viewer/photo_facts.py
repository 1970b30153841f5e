"""What a photo's file tells about how and where it was taken, read when the photo is looked at."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.plain_text import plain

if TYPE_CHECKING:  # the window starts sooner without Pillow
    from PIL.Image import Exif

_LONGEST = 80
_DEGREES_EAST = 180.0


@dataclass(frozen=True, slots=True)
class Facts:
    """Sentences ready to be shown; empty where the file does not tell."""

    camera: str = ""
    lens: str = ""
    exposure: str = ""
    coordinates: str = ""

    def lines(self) -> list[str]:
        """Return those that are there."""
        return [part for part in (self.camera, self.lens, self.exposure, self.coordinates) if part]


def read_facts(path: Path) -> Facts:
    """Return what the file tells; nothing where it is damaged, or no picture."""
    from PIL import ExifTags, Image

    from photoorg.media import images  # noqa: F401 - teaches Pillow more formats

    try:
        with Image.open(path) as image:
            exif = image.getexif()
            details = exif.get_ifd(ExifTags.IFD.Exif)
            place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    except Exception:  # whatever is wrong with a file, the photo is shown without it
        return Facts()
    return Facts(_camera(exif), _text(details.get(0xA434)), _exposure(details), _place(place))


def _camera(exif: "Exif") -> str:
    maker, model = _text(exif.get(0x010F)), _text(exif.get(0x0110))
    named = maker.split(" ", maxsplit=1)[0].lower()
    return model if named and model.lower().startswith(named) else f"{maker} {model}".strip()


def _exposure(details: dict[int, Any]) -> str:
    seconds, f_number = _number(details.get(0x829A)), _number(details.get(0x829D))
    iso, length = _number(details.get(0x8827)), _number(details.get(0x920A))
    parts = []
    if seconds:
        parts.append(f"{seconds:g} s" if seconds >= 0.4 else f"1/{1 / seconds:.0f} s")
    if f_number:
        parts.append(f"f/{f_number:.1f}".removesuffix(".0"))
    if iso:
        parts.append(f"ISO {iso:.0f}")
    if length:
        parts.append(f"{length:.0f} mm")
    return " · ".join(parts)


def _place(place: dict[int, Any]) -> str:
    latitude, longitude = _degrees(place.get(2)), _degrees(place.get(4))
    if latitude is None or longitude is None or latitude > _DEGREES_EAST / 2:
        return ""
    if longitude > _DEGREES_EAST or not (latitude or longitude):  # 0, 0 is written for nowhere
        return ""
    north = "S" if _text(place.get(1)).upper().startswith("S") else "N"
    east = "W" if _text(place.get(3)).upper().startswith("W") else "E"
    return f"{latitude:.4f}° {north}, {longitude:.4f}° {east}"


def _degrees(value: Any) -> float | None:
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    parts = [_number(part) for part in value]
    if None in parts:
        return None
    degrees, minutes, seconds = (part or 0.0 for part in parts)
    return degrees + minutes / 60 + seconds / 3600


def _number(value: Any) -> float | None:
    """Return a number that means something; files hold 0/0, texts and lists, too."""
    if isinstance(value, tuple):
        value = value[0] if value else None
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return number if 0 <= number < 1e7 else None


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    return plain(" ".join(value.replace("\0", " ").split()))[:_LONGEST]
