"""Pictures of four kinds, each one another: beaches, receipts, woods and lights at night."""

import numpy as np
from PIL import Image, ImageDraw

from tests.analysis.likeness.drawings import thumbnail

WIDTH, HEIGHT = 320, 240


def beach(dice: np.random.Generator) -> Image.Image:
    """Return sky, sea and sand."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _near(dice, (150, 200, 240)))
    draw = ImageDraw.Draw(picture)
    sea, sand = int(dice.integers(70, 110)), int(dice.integers(150, 190))
    draw.rectangle((0, sea, WIDTH, sand), _near(dice, (30, 110, 170)))
    draw.rectangle((0, sand, WIDTH, HEIGHT), _near(dice, (225, 200, 150)))
    for _ in range(6):
        x, y = int(dice.integers(0, WIDTH)), int(dice.integers(sea, sand))
        draw.line((x, y, x + 40, y), (220, 235, 245), 2)
    return picture


def receipt(dice: np.random.Generator) -> Image.Image:
    """Return lines of writing on paper."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _near(dice, (240, 238, 232)))
    draw = ImageDraw.Draw(picture)
    for y in range(15, HEIGHT - 10, int(dice.integers(11, 15))):
        x = 20
        while x < WIDTH - 40:
            word = int(dice.integers(8, 40))
            draw.rectangle((x, y, x + word, y + 5), _near(dice, (40, 40, 50)))
            x += word + 8
    return picture


def wood(dice: np.random.Generator) -> Image.Image:
    """Return trunks among leaves."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _near(dice, (50, 90, 40)))
    draw = ImageDraw.Draw(picture)
    for _ in range(250):
        x, y, r = _spot(dice, 4, 12)
        draw.ellipse((x - r, y - r, x + r, y + r), _near(dice, (60, 130, 50), 40))
    for _ in range(5):
        x, wide = int(dice.integers(0, WIDTH)), int(dice.integers(8, 22))
        draw.rectangle((x, 0, x + wide, HEIGHT), _near(dice, (75, 55, 40)))
    return picture


def night(dice: np.random.Generator) -> Image.Image:
    """Return lights in the dark."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), _near(dice, (12, 12, 25), 6))
    draw = ImageDraw.Draw(picture)
    for _ in range(25):
        x, y, r = _spot(dice, 2, 7)
        draw.ellipse((x - r, y - r, x + r, y + r), _near(dice, (245, 210, 120), 30))
    return picture


KINDS = (beach, receipt, wood, night)


def pictures(each: int, seed: int = 0) -> list[tuple[int, bytes]]:
    """Return so many thumbnails of each kind, with the number of the kind, in a mixed order."""
    dice = np.random.default_rng(seed)
    kinds = dice.permutation(np.repeat(np.arange(len(KINDS)), each)).tolist()
    return [(kind, thumbnail(KINDS[kind](dice))) for kind in kinds]


def _spot(dice: np.random.Generator, least: int, most: int) -> tuple[int, int, int]:
    """Return a place, and how large something there is."""
    x, y = dice.integers(0, (WIDTH, HEIGHT))
    return int(x), int(y), int(dice.integers(least, most))


def _near(
    dice: np.random.Generator, colour: tuple[int, int, int], by: int = 20
) -> tuple[int, int, int]:
    r, g, b = (int(np.clip(part + dice.integers(-by, by + 1), 0, 255)) for part in colour)
    return r, g, b
