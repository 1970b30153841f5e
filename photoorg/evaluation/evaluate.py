"""How well and how fast engines group the faces of files whose people are known.

One row per file and engine, each engine in a process of its own. Unlike the full comparison
(:mod:`photoorg.evaluation.tables`) an engine runs once, as a user would run it, and a file or
engine that fails costs only its own row.
"""

import time
import zipfile
from collections.abc import Sequence
from pathlib import Path

from photoorg.clustering.engine import Constraints
from photoorg.clustering.peers.rival import Rival
from photoorg.clustering.registry import load_engine
from photoorg.errors import DataError
from photoorg.evaluation.feature_files import LabelledFaces, read_labelled
from photoorg.evaluation.memory import peak_mb
from photoorg.evaluation.metrics import score
from photoorg.evaluation.own_process import run_apart
from photoorg.evaluation.tables import Row, check_comparable
from photoorg.types import ProgressCallback, no_progress


def evaluate(
    paths: Sequence[Path],
    engines: Sequence[str],
    *,
    pack: str | None = None,
    time_limit: float | None = None,
    progress: ProgressCallback = no_progress,
) -> list[Row]:
    """Return a row for every engine on every file, in this order of files and then engines.

    A file that cannot be used is one row without an engine, and an engine that cannot work a row
    without scores; ``note`` is the sentence that says why. ``time_limit`` is in seconds, for each.
    """
    rows: list[Row] = []
    total = len(paths) * len(engines)
    for done, path in enumerate(paths):
        progress(done * len(engines), total)
        try:
            read_comparable(path)
        except DataError as error:
            rows.append(Row(path.stem, "", "default", note=_naming(path, error)))
            continue
        for number, engine in enumerate(engines):
            progress(done * len(engines) + number, total)
            outcome = run_apart(measure, path, engine, pack, time_limit=time_limit)
            rows.append(outcome.value or Row(path.stem, engine, "default", note=outcome.fault))
    progress(total, total)
    return rows


def measure(path: Path, engine: str, pack: str | None = None) -> Row:
    """Return the row of one engine on one file.

    Seconds are those of the grouping alone, the peak is that of this process up to its end.
    Raises DataError for a file, UsageError for a name of an engine that cannot be used.
    """
    data = read_comparable(path)
    chosen = load_engine(engine, pack)
    missing = [name for name in sorted(chosen.needs) if getattr(data.faces, name) is None]
    if missing:
        raise DataError(f"needs {missing[0]}, which {data.name} does not hold")
    # Published rules of other programs know nothing of faces sharing a photo; ours do.
    rival = isinstance(chosen, Rival)
    began = time.perf_counter()
    labels = chosen.fit_predict(data.faces, Constraints(same_photo=not rival))
    seconds = time.perf_counter() - began
    peak = peak_mb()
    return Row(
        file=data.name,
        engine=engine,
        setting="default",
        parameter=_threshold(chosen) if isinstance(chosen, Rival) else "",
        scores=score(data.labels, labels),
        seconds=seconds,
        peak_mb=peak,
        note="" if (labels >= 0).any() else "formed no groups",
    )


def read_comparable(path: Path) -> LabelledFaces:
    """Read labelled faces that leave something to group; raises DataError."""
    damaged = f"{path} is damaged or no .npz file of embeddings; save it again."
    if path.suffix == ".npz" and path.exists() and not zipfile.is_zipfile(path):
        raise DataError(damaged)
    try:
        data = read_labelled(path)
    except zipfile.BadZipFile as error:
        raise DataError(damaged) from error
    check_comparable(data)
    return data


def _naming(path: Path, error: DataError) -> str:
    """Return the sentence with the file's name, which what is said of a row may lack."""
    sentence = str(error)
    return sentence if path.stem in sentence else f"{path}: {sentence}"


def _threshold(rival: Rival) -> str:
    return f"{rival.sweep.parameter} {rival.sweep.published:g}"
