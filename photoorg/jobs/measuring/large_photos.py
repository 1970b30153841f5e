"""Photos as large as cameras and phones take them, made of smaller ones.

Enlarged photos with grain cost what real ones do: the time of decoders depends on pixels and on
bytes, of which grain makes as many as a camera does.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from photoorg.types import Pixels

KINDS = {"jpg": "JPEG", "heic": "HEIF", "png": "PNG"}
GRAIN = 3.0
"""Deviation of the grain, of 255 steps: twelve megapixels make a JPEG of about four megabytes."""
QUALITY = 90
ASPECT = 4 / 3
ORIENTATION = 0x0112


def make_photos(
    sources: Sequence[Path], folder: Path, megapixels: float, kind: str, count: int
) -> list[Path]:
    """Write ``count`` different photos of that size and kind (a key of :data:`KINDS`).

    They say which way is up, as those of cameras do. Raises OSError for a source that is none.
    """
    import pillow_heif

    pillow_heif.register_heif_opener()
    folder.mkdir(parents=True, exist_ok=True)
    height = round((megapixels * 1e6 / ASPECT) ** 0.5)
    size = round(height * ASPECT), height
    exif = Image.Exif()
    exif[ORIENTATION] = 1
    files = []
    for number in range(count):
        with Image.open(sources[number % len(sources)]) as image:
            # cut to the shape of a photo: stretched faces are found less surely
            large = np.asarray(ImageOps.fit(image.convert("RGB"), size, Image.Resampling.BICUBIC))
        file = folder / f"{number:04}.{kind}"
        Image.fromarray(_grained(large, number)).save(
            file, KINDS[kind], quality=QUALITY, exif=exif.tobytes()
        )
        files.append(file)
    return files


def _grained(pixels: Pixels, seed: int) -> Pixels:
    """Return a picture ``(h, w, 3)`` with grain on all channels alike."""
    rng = np.random.default_rng(seed)
    grain = rng.standard_normal(pixels.shape[:2], np.float32)[:, :, None] * GRAIN
    grained: Pixels = (pixels + grain).clip(0, 255).astype(np.uint8)
    return grained
