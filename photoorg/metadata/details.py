"""Everything that a photo's file, its name and the files beside it tell, as one value.

Dates are taken from what was written first: EXIF before XMP and IPTC, these before sidecars, GPS,
Takeout and the file's name. What is impossible falls through to the next. The time at which a file
was written is never taken: it is that of the last copy.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, BytesIO, FileIO, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from photoorg.metadata import exif, iptc, places, xmp
from photoorg.metadata.beside import Folder, read_answered
from photoorg.metadata.blocks import Blocks, find_blocks
from photoorg.metadata.file_names import date_in
from photoorg.metadata.moments import MOST_OFFSET, Moment, as_text, moment, of_instant
from photoorg.metadata.takeout import LARGEST, Takeout, read_takeout
from photoorg.metadata.values import NOTHING, Details, Source
from photoorg.metadata.words import camera_of, caption_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_QUARTER = 15
_MOST_SECONDS_BESIDE = 90


def read_details(path: Path, data: bytes | None = None, folder: Folder | None = None) -> Details:
    """Return what is told of the photo at ``path``.

    ``data`` are its bytes, if they were read, and ``folder`` lists where it lies, if that is known.
    """
    folder = folder or Folder(path.parent)
    try:
        if data is not None:
            return _details(path, find_blocks(BytesIO(data)), folder)
        with FileIO(path) as raw, BufferedReader(heard := _Heard(raw)) as file:
            details = _details(path, find_blocks(file), folder)
        return replace(details, complete=details.complete and not heard.failed)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        # Deleted, or gone with its whole drive.
        return replace(NOTHING, complete=path.parent.is_dir())
    except OSError:
        return replace(NOTHING, complete=False)


class _Heard(RawIOBase):
    """Reads another file, and knows whether that failed: who looks for dates passes over it."""

    def __init__(self, raw: FileIO) -> None:
        self._raw = raw
        self.failed = False

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._raw.seek(offset, whence)

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        try:
            return self._raw.readinto(buffer)
        except OSError:
            self.failed = True
            raise


def film_details(path: Path, told: Details, folder: Folder) -> Details:
    """Return what is told of the video at ``path``, of which the container has ``told`` this.

    Its date goes before those of the files beside it and of its name. Its place comes after theirs:
    what is known of it may be what they told before.
    """
    beside, takeout, complete = _beside(path, folder)
    before = (
        (told.latitude, told.longitude)
        if told.latitude is not None and told.longitude is not None
        else None
    )
    where = _xmp_position(beside) or takeout.position or before
    own = told.source in (Source.QUICKTIME, Source.CONTAINER)
    dates = (
        (told.taken if own else None, told.source),
        *((said, Source.SIDECAR) for said in _xmp_dates(beside)),
        (_on_local_clock(takeout.taken, where), Source.TAKEOUT),
        (date_in(path.stem), Source.NAME),
    )
    taken, source = next((date for date in dates if date[0] is not None), (None, None))
    place = places.place_at(*where) if where else None
    return Details(
        taken=taken,
        source=source,
        latitude=where and where[0],
        longitude=where and where[1],
        place=place.town if place else "",
        country=place.country if place else "",
        camera=told.camera,
        caption=caption_of(exif.Tags(), {}, {}, beside, takeout.caption),
        complete=complete,
    )


def _beside(path: Path, folder: Folder) -> tuple[xmp.Properties, Takeout, bool]:
    """Return what a sidecar and Takeout tell, and whether both could be read if they are there."""
    packet = read_answered(folder.dated_by(path.name))
    takeout = read_answered(folder.takeout(path.name), LARGEST)
    complete = folder.answers and packet is not None and takeout is not None
    return xmp.properties(packet), read_takeout(takeout or b""), complete


def _details(path: Path, blocks: Blocks, folder: Folder) -> Details:
    tags = exif.read_tags(blocks)
    packet = xmp.properties(blocks.xmp or _bytes(tags.first.get(exif.XMP)))
    resources = iptc.in_photoshop(_bytes(tags.first.get(exif.PHOTOSHOP)) or b"")
    datasets = iptc.datasets(blocks.iptc or _bytes(tags.first.get(exif.IPTC)) or resources)
    beside, takeout, complete = _beside(path, folder)
    where = (
        places.position(tags.gps)
        or _xmp_position(packet)
        or _xmp_position(beside)
        or takeout.position
    )
    found = next(_dates(path, tags, packet, datasets, beside, takeout, where), (None, None))
    taken = _with_zone(found[0], tags, where) if found[0] else None
    place = places.place_at(*where) if where else None
    said = (
        (place.town, place.country)
        if place
        else (
            xmp.first(packet, xmp.PHOTOSHOP, "City") or datasets.get(iptc.CITY, ""),
            xmp.first(packet, xmp.PHOTOSHOP, "Country") or datasets.get(iptc.COUNTRY, ""),
        )
    )
    return Details(
        taken=taken,
        source=found[1],
        latitude=where and where[0],
        longitude=where and where[1],
        place=said[0],
        country=said[1],
        camera=camera_of(tags),
        caption=caption_of(tags, packet, datasets, beside, takeout.caption),
        complete=complete,
    )


def _dates(
    path: Path,
    tags: exif.Tags,
    packet: xmp.Properties,
    datasets: Any,
    beside: xmp.Properties,
    takeout: Takeout,
    where: tuple[float, float] | None,
) -> Iterator[tuple[Moment, Source]]:
    """Yield every date that is told, the surest first."""
    details = tags.exif
    candidates = [
        (moment(details.get(exif.ORIGINAL), details.get(exif.OFFSET_ORIGINAL)), Source.EXIF),
        (
            moment(details.get(exif.DIGITIZED), details.get(exif.OFFSET_DIGITIZED)),
            Source.DIGITIZED,
        ),
        (moment(tags.first.get(exif.CHANGED), details.get(exif.OFFSET)), Source.CHANGED),
        *((said, Source.XMP) for said in _xmp_dates(packet)),
        (_iptc_date(datasets), Source.IPTC),
        *((said, Source.SIDECAR) for said in _xmp_dates(beside)),
        (_gps_date(tags, where), Source.GPS),
        (_on_local_clock(moment(xmp.first(packet, xmp.EXIF, "GPSTimeStamp")), where), Source.GPS),
        (_on_local_clock(takeout.taken, where), Source.TAKEOUT),
        (date_in(path.stem), Source.NAME),
    ]
    for said, source in candidates:
        if said is not None:
            yield said, source


def _xmp_dates(packet: xmp.Properties) -> Iterator[Moment | None]:
    for namespace, name in (
        (xmp.EXIF, "DateTimeOriginal"),
        (xmp.PHOTOSHOP, "DateCreated"),
        (xmp.XMP, "CreateDate"),
        (xmp.EXIF, "DateTimeDigitized"),
    ):
        yield moment(xmp.first(packet, namespace, name))


def _iptc_date(datasets: Any) -> Moment | None:
    day, time = datasets.get(iptc.DATE_CREATED, ""), datasets.get(iptc.TIME_CREATED, "")
    if len(day) != 8:
        return moment(day)
    said = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    if len(time) >= 6 and time[:6].isdigit():
        return moment(f"{said}T{time[:2]}:{time[2:4]}:{time[4:6]}{time[6:]}") or moment(said)
    return moment(said)


def _gps_date(tags: exif.Tags, where: tuple[float, float] | None) -> Moment | None:
    instant = places.satellite_time(tags.gps)
    if instant is None:
        said = moment(tags.gps.get(0x1D))
        return said if said is None or len(said.text) <= 10 else replace(said, text=said.text[:10])
    return _on_local_clock(of_instant(instant), where)


def _on_local_clock(said: Moment | None, where: tuple[float, float] | None) -> Moment | None:
    """Return an instant on the clocks of the place, where one is known."""
    instant = said.instant() if said else None
    if instant is None or where is None:
        return said
    return of_instant(instant, places.offset_at(*where, instant) or 0)


def _with_zone(taken: Moment, tags: exif.Tags, where: tuple[float, float] | None) -> Moment:
    """Add how far the clock was ahead of UTC, if GPS tells it: by its time, or by the place."""
    if taken.offset is not None or not taken.exact:
        return taken
    satellite = places.satellite_time(tags.gps)
    if satellite is not None:
        ahead = (replace(taken, offset=0).instant() or satellite) - satellite
        minutes = round(ahead.total_seconds() / 60 / _QUARTER) * _QUARTER
        near = abs(ahead.total_seconds() - minutes * 60) <= _MOST_SECONDS_BESIDE
        if near and abs(minutes) <= MOST_OFFSET:
            return replace(taken, offset=minutes)
    if where is not None:
        return replace(taken, offset=places.zone_offset(*where, taken.text))
    return taken


def _xmp_position(packet: xmp.Properties) -> tuple[float, float] | None:
    return places.xmp_position(
        xmp.first(packet, xmp.EXIF, "GPSLatitude"), xmp.first(packet, xmp.EXIF, "GPSLongitude")
    )


def _bytes(value: object) -> bytes | None:
    if isinstance(value, bytes):
        return value
    return as_text(value).encode() or None if isinstance(value, str) else None
