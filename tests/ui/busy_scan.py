"""A second process that writes into a library as a scan does: new photos, other groups."""

import json
import select
import sys
import time
from pathlib import Path

import numpy as np

from photoorg.library import FileEntry, Library
from tests.ui.crowd import analysis, regroup


def keep_writing(library: Path, kept: int) -> None:
    """Add a photo and group all faces anew, over and over, until standard input ends.

    The first ``kept`` groups stay, and grow; all others are joined and taken apart at will.
    """
    rng = np.random.default_rng(3)
    with Library.open(library) as own:
        folder = own.folders.list()[0]
        labels = json.loads(sys.stdin.readline())
        n = len(labels)
        print("begun", flush=True)  # noqa: T201 - read by the test
        while not _told_to_stop():
            path = folder.path / f"{n:05}.jpg"
            own.intake.register(folder.id, [FileEntry(path, 1, 1)])
            file = own.intake.known(folder.path)[path].file_id
            own.pictures.store([analysis(file, n)])
            labels.append(int(rng.integers(0, kept + 30)))
            changing = [at for at, label in enumerate(labels) if label >= kept]
            for at in rng.choice(changing, min(5, len(changing)), replace=False):
                labels[at] = int(rng.integers(kept, kept + 30))
            regroup(own, labels)
            n += 1
            time.sleep(0.02)


def _told_to_stop() -> bool:
    return bool(select.select([sys.stdin], [], [], 0)[0])


if __name__ == "__main__":
    keep_writing(Path(sys.argv[1]), int(sys.argv[2]))
