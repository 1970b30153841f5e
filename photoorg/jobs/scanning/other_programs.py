"""What other programs keep among the photos: thumbnails, dustbins, snapshots, catalogues.

None of it is a photo of the user. Only whole names count, so that somebody's own "Thumbs up" or
"recycled art" stays. What catalogues keep of originals is looked into: those photos may lie nowhere
else.
"""

import re
from collections.abc import Collection

_FOLDERS = frozenset(
    # Synology and QNAP
    {"@eadir", "#recycle", "#snapshot", "@recycle", "@recently-snapshot", "@tmp", "@sharebin"}
    | {"@sharesnap", "@transcode", "@upload_cache", "@__thumb", ".@__thumb", ".@__qini"}
    # Windows, Linux, macOS
    | {"$recycle.bin", "system volume information", "lost+found", "~snapshot", ".snapshot"}
    | {".snapshots", ".zfs", ".trash", ".trashes", ".spotlight-v100", ".fseventsd", "__macosx"}
    | {".documentrevisions-v100", ".temporaryitems", ".thumbnails", ".thumbcache", ".thumb"}
    # programs for photos, phones and players
    | {".picasaoriginals", ".dtrash", ".photostructure", ".photoprism", ".gallery2", "_thumbs"}
    | {"ipod photo cache", "ipod_control", ".dropbox.cache", ".stversions", ".stfolder"}
)
_NUMBERED = re.compile(r"found\.\d{3}|\.trash-\d+|appdata_oc[0-9a-z]{8,}")
_SUFFIXES = (".lrdata", ".lrlibrary", ".cocatalog", ".cosession", ".lrcat-data")
_LIBRARIES = (".photoslibrary", ".photolibrary", ".aplibrary", ".migratedphotolibrary")
_ORIGINALS = frozenset({"originals", "masters"})
"""Where the libraries of Apple's programs keep the photos themselves."""
_INSIDE = {
    "android": frozenset({"data", "obb"}),
    "captureone": frozenset({"cache"}),
}
"""Folders that only inside another one are what their name says."""
_FILES = frozenset(
    {
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        ".ds_store",
        "desktop.ini",
        "zbthumbnail.info",
    }
    | {"photothumb.db", ".picasa.ini", "picasa.ini", "sthumb.db", ".localized", "icon\r"}
    | {".synofile_thumb", "photobooth.plist"}
)
_IPHOTO = frozenset({"albumdata.xml", "library6.iphoto"})


def keeps_folder(inside: str, name: str) -> bool:
    """Tell whether the folder ``name`` in one called ``inside`` is another program's own."""
    low = name.lower()
    if name == "RECYCLER" or low in _FOLDERS or _NUMBERED.fullmatch(low):
        return True
    if low.endswith(_SUFFIXES):
        return True
    return low in _INSIDE.get(inside.lower(), ())


def keeps_file(name: str) -> bool:
    """Tell whether a file is one that other programs leave in every folder."""
    return name.startswith("._") or name.lower() in _FILES


def is_catalogue(name: str, entries: Collection[str]) -> bool:
    """Tell whether the folder ``name`` that holds ``entries`` is an Apple program's library."""
    if name.lower().endswith(_LIBRARIES):
        return True
    return not _IPHOTO.isdisjoint(entry.lower() for entry in entries)


def holds_originals(name: str) -> bool:
    """Tell whether a folder right inside a library of Apple's programs holds the photos."""
    return name.lower() in _ORIGINALS
