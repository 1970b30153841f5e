"""Which files are photos, raw pictures and films, by their names; nothing is opened for it."""

RAW_SUFFIXES = frozenset(
    {".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".fff", ".iiq", ".k25", ".kdc"}
    | {".mef", ".mos", ".mrw", ".nef", ".nrw", ".orf", ".pef", ".raf", ".rw2", ".rwl", ".sr2"}
    | {".srf", ".srw", ".x3f"}
)
"""Lower-case suffixes of raw pictures."""

SUFFIXES = (
    frozenset(
        {".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".png", ".webp", ".tif", ".tiff", ".bmp"}
        | {".gif", ".heic", ".heif", ".hif", ".avif", ".jxl"}
    )
    | RAW_SUFFIXES
)
"""Lower-case suffixes of the files a scan takes for photos."""

VIDEO_SUFFIXES = frozenset(
    {".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".mts", ".m2ts", ".3gp", ".3g2", ".mpg"}
    | {".mpeg", ".wmv", ".asf", ".flv", ".f4v", ".ogv", ".vob", ".mod", ".tod", ".mxf", ".dv"}
    | {".divx", ".insv", ".lrv"}
)
"""Lower-case suffixes of films: they are counted, and belong to a still that was taken with one."""
