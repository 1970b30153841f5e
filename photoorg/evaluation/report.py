"""The table as one self-contained HTML page: sortable, light and dark, fit for print.

Plots are drawn here as SVG, so that the page needs nothing from anywhere; its only script sorts the
tables.
"""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from photoorg.evaluation.plots import Point, Series, lines_plot, scatter_plot
from photoorg.evaluation.published import published_results
from photoorg.evaluation.report_style import SCRIPT, STYLE
from photoorg.evaluation.rows import Row
from photoorg.evaluation.slices import Slice

Column = tuple[str, str, Callable[[Row], float | str | None], str]
"""Heading, what it means, its value in a row, and the format of a number."""

TITLE = "Ways of grouping faces"
BEST = 6
"""Engines drawn in the line plots: so many lines can still be told apart."""


def _score(name: str, factor: float = 100) -> Callable[[Row], float | str | None]:
    def value(row: Row) -> float | None:
        found = None if row.scores is None else getattr(row.scores, name)
        return None if found is None else found * factor

    return value


def _click(index: int) -> Callable[[Row], float | str | None]:
    return lambda row: None if row.clicks is None else row.clicks[index]


COLUMNS: tuple[Column, ...] = (
    ("Engine", "", lambda row: row.engine, ""),
    ("Setting", "tuned: threshold chosen with the ground truth", lambda row: row.setting, ""),
    ("Threshold", "", lambda row: row.parameter, ""),
    ("BCubed P", "precision", _score("bcubed_precision"), ".1f"),
    ("R", "BCubed recall", _score("bcubed_recall"), ".1f"),
    ("F", "BCubed F", _score("bcubed_f"), ".2f"),
    ("Effort", "clicks per person until right", _score("effort", 1), ".3f"),
    ("Pair P", "precision over pairs", _score("pair_precision"), ".1f"),
    ("R", "recall over pairs", _score("pair_recall"), ".1f"),
    ("F", "F over pairs", _score("pair_f"), ".2f"),
    ("NMI", "arithmetic mean", _score("nmi_arithmetic"), ".1f"),
    ("NMI geo", "geometric mean", _score("nmi_geometric"), ".1f"),
    ("Purity", "WCP", _score("wcp"), ".1f"),
    ("ARI", "adjusted Rand index", _score("ari"), ".1f"),
    ("ACC", "best one-to-one match", _score("accuracy"), ".1f"),
    ("FI .5", "identities matched above one half", _score("fi_50"), ".1f"),
    ("FI .9", "identities matched above nine tenths", _score("fi_90"), ".1f"),
    ("Groups", "", _score("clusters", 1), ".0f"),
    ("R#I", "groups per identity, per cent", _score("ri"), ".0f"),
    ("R#S", "groups of one per identity, per cent", _score("rs"), ".0f"),
    ("R#S wrong", "wrongly alone", _score("rs_wrong"), ".0f"),
    ("90 %", "clicks until 90 % of the faces are right", _click(0), ".0f"),
    ("95 %", "clicks until 95 % of the faces are right", _click(1), ".0f"),
    ("99 %", "clicks until 99 % of the faces are right", _click(2), ".0f"),
    ("Seconds", "", lambda row: row.seconds, ".2f"),
    ("Peak MB", "memory of the process", lambda row: row.peak_mb, ".0f"),
)

GROWTH: tuple[Column, ...] = (
    ("Engine", "", lambda row: row.engine, ""),
    (
        "Churn",
        "per cent of old faces whose company changed, mean over ten batches",
        lambda row: None if row.growth is None else row.growth.churn * 100,
        ".2f",
    ),
    (
        "Worst",
        "worst batch",
        lambda row: None if row.growth is None else row.growth.worst_churn * 100,
        ".2f",
    ),
    (
        "Names lost",
        "named groups swallowed by others, all batches",
        lambda row: None if row.growth is None else row.growth.names_lost,
        ".0f",
    ),
    (
        "Answers",
        "confirmed faces before the second run",
        lambda row: None if row.corrections is None else row.corrections.answers,
        ".0f",
    ),
    (
        "Violations",
        "answers the second run breaks; has to be 0",
        lambda row: None if row.corrections is None else row.corrections.violations,
        ".0f",
    ),
    (
        "F before",
        "BCubed F of the first run",
        lambda row: None if row.corrections is None else row.corrections.before * 100,
        ".2f",
    ),
    (
        "F after",
        "BCubed F of the second run",
        lambda row: None if row.corrections is None else row.corrections.after * 100,
        ".2f",
    ),
)


def html_report(rows: Sequence[Row]) -> str:
    """Return the page for the rows of :func:`photoorg.evaluation.evaluate.compare`."""
    files = list(dict.fromkeys(row.file for row in rows))
    sections = [_file_section(file, [row for row in rows if row.file == file]) for file in files]
    return (
        "<!doctype html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{STYLE}</style></head><body><main><h1>{TITLE}</h1>"
        "<p class=lead>Measured here unless a table says <em>as published</em>. Rows marked"
        " <b>tuned</b> chose their threshold with the ground truth, so they are upper bounds that"
        " nobody reaches in use. Networks that come with the program (ndde-tpdi,"
        " ndde-tpdi-paper, bcl, lgcn) have seen most of the people of the development sets,"
        " lfw-dev; how they do on people they have not seen is in their model cards. Click on a"
        " heading to sort.</p>"
        f"{''.join(sections)}{_published()}</main><script>{SCRIPT}</script></body></html>\n"
    )


def _file_section(file: str, rows: Sequence[Row]) -> str:
    grouped = [row for row in rows if row.scores is not None or not row.recognition]
    ranked = sorted(
        (row for row in grouped if row.scores is not None),
        key=lambda row: -(row.scores.bcubed_f if row.scores else 0),
    )
    default = [row for row in ranked if row.setting == "default"]
    faces = ranked[0].scores if ranked else None
    size = f"{faces.faces:,} faces of {faces.identities:,} people" if faces else "nothing measured"
    rest = [row for row in grouped if row.scores is None]
    parts = [
        f"<section><h2>{escape(file)}</h2><p>{size}</p>",
        '<div class="plots">',
        _effort_plot(ranked),
        _slice_plot("By size of the person", "faces of the person", default, lambda r: r.sizes),
        _slice_plot("By sparsity", "spread of the person", default, lambda r: r.spreads),
        _time_plot(default),
        "</div>",
        _table("Every engine and rival", COLUMNS, [*ranked, *[row for row in rest if row.engine]]),
        _notes(rows),
        _table(
            "Growing library and corrections",
            GROWTH,
            [row for row in default if row.growth or row.corrections],
        ),
        _recognition_table([row for row in rows if row.recognition]),
        "</section>",
    ]
    return "".join(parts)


def _table(title: str, columns: Sequence[Column], rows: Iterable[Row]) -> str:
    heads = "".join(
        f'<th title="{escape(meaning)}"><button>{escape(head)}</button></th>'
        for head, meaning, _, _ in columns
    )
    body = "".join(
        f'<tr class="{row.setting}">'
        + "".join(_cell(value(row), form) for _, _, value, form in columns)
        + "</tr>"
        for row in rows
    )
    return _framed(title, heads, body)


def _notes(rows: Iterable[Row]) -> str:
    """Return a list of what is to be said about rows, each sentence once with its engines."""
    engines: dict[str, list[str]] = {}
    for row in rows:
        if row.note:
            engines.setdefault(row.note, []).append(row.engine)
    lines = [
        f"<li>{escape(', '.join(filter(None, names)))}{': ' if any(names) else ''}{escape(note)}"
        for note, names in engines.items()
    ]
    return f"<ul class=notes>{''.join(lines)}</ul>" if lines else ""


def _cell(value: float | str | None, form: str) -> str:
    if value is None:
        return '<td class="none">&ndash;</td>'
    if isinstance(value, str):
        return f"<td>{escape(value)}</td>"
    return f'<td class="number" data-value="{value:.6g}">{value:{form}}</td>'


def _framed(title: str, heads: str, body: str) -> str:
    return (
        f'<h3>{escape(title)}</h3><div class="wide"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _recognition_table(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    names = ("Engine", "Named faces each", "Right %", "Wrong %", "Unknown %", "Strangers named %")
    heads = "".join(f"<th><button>{name}</button></th>" for name in names)
    body = "".join(
        f"<tr>{_cell(row.engine, '')}{_cell(part.shots, 'd')}{_cell(part.right * 100, '.1f')}"
        f"{_cell(part.wrong * 100, '.1f')}{_cell(part.unknown * 100, '.1f')}"
        f"{_cell(_percent(part.strangers_named), '.1f')}</tr>"
        for row in rows
        for part in row.recognition
    )
    return _framed("Recognition of named people", heads, body)


def _percent(share: float | None) -> float | None:
    return None if share is None else share * 100


def _effort_plot(rows: Sequence[Row]) -> str:
    points = [
        Point(row.scores.bcubed_f * 100, row.scores.effort, row.engine, row.setting)
        for row in rows
        if row.scores is not None and row.scores.effort is not None
    ]
    return scatter_plot("Effort against BCubed F", "BCubed F", "clicks per person", points)


def _slice_plot(
    title: str, axis: str, rows: Sequence[Row], slices: Callable[[Row], Sequence[Slice]]
) -> str:
    series = [
        Series(row.engine, [(part.name, part.bcubed_f * 100) for part in slices(row)], colour)
        for colour, row in enumerate(rows[:BEST])
    ]
    return lines_plot(title, axis, "BCubed F", series)


def _time_plot(rows: Sequence[Row]) -> str:
    series = [
        Series(row.engine, [(f"{n:,}", seconds) for n, seconds in row.growth.seconds[1::2]], colour)
        for colour, row in enumerate(rows[:BEST])
        if row.growth is not None
    ]
    return lines_plot("Time", "faces", "seconds", series)


def _published() -> str:
    names = ("Data", "Method", "Pair F", "BCubed F", "Source")
    heads = "".join(f"<th><button>{name}</button></th>" for name in names)
    body = "".join(
        f"<tr>{_cell(result.data, '')}{_cell(result.method, '')}{_cell(result.pair_f, '.2f')}"
        f"{_cell(result.bcubed_f, '.2f')}"
        f"{_cell('as published, recalled' if result.recalled else 'as published', '')}</tr>"
        for result in published_results()
    )
    return (
        f"<section><h2>As published</h2>{_framed('What the papers report', heads, body)}</section>"
    )
