"""Small SVG plots for the report; colours come from the page's style."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from typing import TypeAlias

WIDTH, HEIGHT = 520, 340
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 48

NEAR = 16.0
"""Dots so far to the left of the best are not drawn."""

LETTER = 6.6
"""Width of a letter in a figure."""

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled dot; ``kind`` is its style class."""

    x: float
    y: float
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line through the values of named places on the axis; ``colour`` is one of the style's."""

    name: str
    points: Sequence[tuple[str, float]]
    colour: int = 0


def scatter_plot(title: str, x_title: str, y_title: str, points: Sequence[Point]) -> str:
    """Return a figure of dots; those with room beside them carry their names, all on hover.

    Dots far to the left are named in the caption instead, where they squeeze nothing.
    """
    if not points:
        return ""
    high = max(point.x for point in points)
    shown = sorted((point for point in points if point.x >= high - NEAR), key=lambda p: p.y)
    low = min(point.x for point in shown)
    lowest, highest = shown[0].y, shown[-1].y
    x_of = _scale(low, high, LEFT, WIDTH - RIGHT)
    y_of = _scale(lowest, highest, HEIGHT - BOTTOM, TOP)
    places = [(x_of(point.x), y_of(point.y)) for point in shown]
    taken = [(x - 5, y - 5, x + 5, y + 5) for x, y in places]
    dots = []
    for point, (x, y) in zip(shown, places, strict=True):
        text = ""
        found = _free_place(x, y, point.label, taken)
        if found is not None:
            taken.append(found.box)
            text = (
                f'<text x="{found.x:.1f}" y="{found.y:.1f}" text-anchor="{found.anchor}">'
                f"{escape(point.label)}</text>"
            )
        dots.append(
            f'<g class="dot {point.kind}"><circle cx="{x:.1f}" cy="{y:.1f}" r="4.5">'
            f"<title>{escape(point.label)}, {point.kind}: {point.x:.2f}, {point.y:.3f}</title>"
            f"</circle>{text}</g>"
        )
    axes = _x_axis([(x_of(x), f"{x:g}") for x in _ticks(low, high)], x_title)
    axes += _y_axis(y_of, lowest, highest, y_title)
    far = list(dict.fromkeys(point.label for point in points if point.x < high - NEAR))
    left_out = f"<div>Too far left to be shown: {escape(', '.join(far))}</div>" if far else ""
    legend = (
        '<figcaption><span><i class="key default"></i>as it comes</span>'
        ' <span><i class="key tuned"></i>tuned with the ground truth</span>'
        f"{left_out}</figcaption>"
    )
    return _figure(title, axes + "".join(dots), legend)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name goes, and the box ``(left, top, right, bottom)`` it takes."""

    x: float
    y: float
    anchor: str
    box: Box


def _free_place(x: float, y: float, label: str, taken: Sequence[Box]) -> _Place | None:
    """Return the first place beside a dot where its name covers nothing, None without any."""
    width = len(label) * LETTER
    for dx, dy, anchor in ((8, 4, "start"), (-8, 4, "end"), (0, -9, "middle"), (0, 17, "middle")):
        share = {"start": 0.0, "end": 1.0, "middle": 0.5}[anchor]
        left, bottom = x + dx - share * width, y + dy + 3
        box = (left, bottom - 13, left + width, bottom)
        inside = box[0] >= LEFT and box[2] <= WIDTH and box[1] >= 0 and bottom <= HEIGHT - BOTTOM
        if inside and not any(_overlap(box, other) for other in taken):
            return _Place(x + dx, y + dy, anchor, box)
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def lines_plot(title: str, x_title: str, y_title: str, series: Sequence[Series]) -> str:
    """Return a figure of lines over the same named places."""
    values = [value for line in series for _, value in line.points]
    if not values:
        return ""
    names = list(dict.fromkeys(name for line in series for name, _ in line.points))
    x_of = _scale(0, max(len(names) - 1, 1), LEFT + 14, WIDTH - RIGHT - 14)
    y_of = _scale(min(values), max(values), HEIGHT - BOTTOM, TOP)
    drawn = []
    for line in series:
        places = [(x_of(names.index(name)), y_of(value)) for name, value in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        dots = "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{escape(line.name)}, {escape(name)}:'
            f" {value:.2f}</title></circle>"
            for (x, y), (name, value) in zip(places, line.points, strict=True)
        )
        drawn.append(f'<g class="line c{line.colour}"><polyline points="{path}"/>{dots}</g>')
    axes = _x_axis([(x_of(i), name) for i, name in enumerate(names)], x_title)
    axes += _y_axis(y_of, min(values), max(values), y_title)
    keys = " ".join(
        f'<span><i class="key c{line.colour}"></i>{escape(line.name)}</span>' for line in series
    )
    return _figure(title, axes + "".join(drawn), f"<figcaption>{keys}</figcaption>")


def _figure(title: str, content: str, caption: str) -> str:
    return (
        f'<figure><h3>{escape(title)}</h3><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="{escape(title)}">{content}</svg>{caption}</figure>'
    )


def _scale(low: float, high: float, start: float, stop: float) -> Callable[[float], float]:
    """Return the function from values to places; a tenth of the range is left at both ends."""
    margin = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    low, high = low - margin, high + margin
    return lambda value: start + (value - low) / (high - low) * (stop - start)


def _ticks(low: float, high: float) -> list[float]:
    """Return about five round values between two."""
    step = 10 ** floor(log10((high - low) / 2)) if high > low else 1.0
    step *= next((factor for factor in (1, 2, 5) if (high - low) / (step * factor) <= 6), 10)
    first = ceil(low / step)
    return [round(i * step, 10) for i in range(first, floor(high / step) + 1)]


def _x_axis(places: Sequence[tuple[float, str]], title: str) -> str:
    foot = HEIGHT - BOTTOM
    marks = "".join(
        f'<text x="{x:.1f}" y="{foot + 18}" text-anchor="middle">{escape(name)}</text>'
        for x, name in places
    )
    return (
        f'<g class="axis"><line x1="{LEFT}" y1="{foot}" x2="{WIDTH - RIGHT}" y2="{foot}"/>{marks}'
        f'<text x="{(LEFT + WIDTH) / 2:.0f}" y="{HEIGHT - 8}" text-anchor="middle">{escape(title)}'
        "</text></g>"
    )


def _y_axis(y_of: Callable[[float], float], low: float, high: float, title: str) -> str:
    marks = "".join(
        f'<line class="grid" x1="{LEFT}" y1="{y_of(y):.1f}" x2="{WIDTH - RIGHT}"'
        f' y2="{y_of(y):.1f}"/><text x="{LEFT - 8}" y="{y_of(y) + 4:.1f}"'
        f' text-anchor="end">{y:g}</text>'
        for y in _ticks(low, high)
    )
    middle = (HEIGHT - BOTTOM + TOP) / 2
    return (
        f'<g class="axis">{marks}<text transform="translate(14 {middle:.0f}) rotate(-90)"'
        f' text-anchor="middle">{escape(title)}</text></g>'
    )
