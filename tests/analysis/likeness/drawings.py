"""Pictures that are all different, and what people and programs make of pictures."""

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from photoorg.analysis.thumbnails import photo_thumbnail
from photoorg.media.images import Picture


def drawing(seed: int, size: tuple[int, int] = (1200, 900)) -> Image.Image:
    """Return a picture of shapes and colours, another one for every seed."""
    rng = np.random.default_rng(seed)
    image = Image.fromarray(rng.integers(0, 255, (3, 4, 3), np.uint8)).resize(size)
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        colour = tuple(int(value) for value in rng.integers(0, 255, 3))
        x, y = rng.uniform(0, size[0]), rng.uniform(0, size[1])
        w, h = rng.uniform(0.02, 0.3, 2) * size
        shape = draw.ellipse if rng.random() < 0.5 else draw.rectangle
        shape((x - w / 2, y - h / 2, x + w / 2, y + h / 2), fill=colour)
    return image


def thumbnail(image: Image.Image) -> bytes:
    pixels = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    return photo_thumbnail(Picture(pixels, image.width, image.height, 1.0, oriented=False))


def compressed(image: Image.Image, quality: int = 40) -> Image.Image:
    data = io.BytesIO()
    image.save(data, "JPEG", quality=quality)
    return Image.open(data)


def cropped(image: Image.Image, left: float, top: float, share: float) -> Image.Image:
    """Return so large a share of each side."""
    x, y = left * image.width, top * image.height
    across, down = share * image.width, share * image.height
    return image.crop((round(x), round(y), round(x + across), round(y + down)))


COPIES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "a quarter": lambda image: image.resize((image.width // 4, image.height // 4)),
    "quality 40": compressed,
    "cropped in a corner": lambda image: cropped(image, 0.04, 0.01, 0.95),
    "cropped below": lambda image: image.crop((0, 0, image.width, round(0.95 * image.height))),
    "cropped all around": lambda image: cropped(image, 0.05, 0.05, 0.9),
    "on its side": lambda image: image.transpose(Image.Transpose.ROTATE_90),
    "on its other side": lambda image: image.transpose(Image.Transpose.ROTATE_270),
    "on its head": lambda image: image.transpose(Image.Transpose.ROTATE_180),
    "mirrored": lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    "brighter": lambda image: image.point(lambda value: 1.2 * value + 10),
}
