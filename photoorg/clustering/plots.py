"""Small SVG plots for the report; colours come from the page's style."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 520, 340
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 48


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled dot; ``kind`` is its style class."""

    x: float
    y: float
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Series:
    """A line through the values of named places on the axis."""

    name: str
    points: Sequence[tuple[str, float]]


def scatter_plot(title: str, x_title: str, y_title: str, points: Sequence[Point]) -> str:
    """Return a figure of dots; the outermost ones carry their names, all show them on hover."""
    if not points:
        return ""
    xs, ys = [point.x for point in points], [point.y for point in points]
    # Rules that fail altogether would squeeze all others into a corner.
    low, high = max(min(xs), max(xs) - 40), max(xs)
    shown = [point for point in points if point.x >= low]
    x_of = _scale(low, high, LEFT, WIDTH - RIGHT)
    y_of = _scale(min(ys), max(point.y for point in shown), HEIGHT - BOTTOM, TOP)
    dots = []
    labelled: list[tuple[float, float]] = []
    for point in sorted(shown, key=lambda point: point.y):
        x, y = x_of(point.x), y_of(point.y)
        text = ""
        if all(abs(x - other) > 110 or abs(y - line) > 13 for other, line in labelled):
            labelled.append((x, y))
            anchor, place = ("end", x - 7) if x > WIDTH - 170 else ("start", x + 7)
            text = (
                f'<text x="{place:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">'
                f"{escape(point.label)}</text>"
            )
        dots.append(
            f'<g class="dot {point.kind}"><circle cx="{x:.1f}" cy="{y:.1f}" r="4.5">'
            f"<title>{escape(point.label)}, {point.kind}: {point.x:.2f}, {point.y:.3f}</title>"
            f"</circle>{text}</g>"
        )
    axes = _x_axis([(x_of(x), f"{x:g}") for x in _ticks(low, high)], x_title)
    axes += _y_axis(y_of, min(ys), max(point.y for point in shown), y_title)
    legend = (
        '<figcaption><span class="key default"></span>as it comes'
        ' <span class="key tuned"></span>tuned with the ground truth</figcaption>'
    )
    return _figure(title, axes + "".join(dots), legend)


def lines_plot(title: str, x_title: str, y_title: str, series: Sequence[Series]) -> str:
    """Return a figure of lines over the same named places."""
    values = [value for line in series for _, value in line.points]
    if not values:
        return ""
    names = list(dict.fromkeys(name for line in series for name, _ in line.points))
    x_of = _scale(0, max(len(names) - 1, 1), LEFT + 14, WIDTH - RIGHT - 14)
    y_of = _scale(min(values), max(values), HEIGHT - BOTTOM, TOP)
    drawn = []
    for number, line in enumerate(series):
        places = [(x_of(names.index(name)), y_of(value)) for name, value in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        dots = "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{escape(line.name)}, {escape(name)}:'
            f" {value:.2f}</title></circle>"
            for (x, y), (name, value) in zip(places, line.points, strict=True)
        )
        drawn.append(f'<g class="line c{number}"><polyline points="{path}"/>{dots}</g>')
    axes = _x_axis([(x_of(i), name) for i, name in enumerate(names)], x_title)
    axes += _y_axis(y_of, min(values), max(values), y_title)
    keys = " ".join(
        f'<span class="key c{number}"></span>{escape(line.name)}'
        for number, line in enumerate(series)
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
