"""What was acknowledged is there after the power was cut.

The library lies on a file system of its own, in a file; that file, copied at one moment, is what a
disk holds when the power goes: what the kernel still holds back is not in it.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from photoorg.library import Library
from tests.library.conftest import add_photos, group

pytestmark = pytest.mark.skipif(
    sys.platform != "linux"
    or os.geteuid() != 0
    or not all(map(shutil.which, ("mkfs.ext4", "mount", "umount"))),
    reason="needs root and ext4, to mount a file",
)

NAMES = 100
PROGRAM = (
    "import os, sys; from contextlib import nullcontext; from pathlib import Path\n"
    "from photoorg.library import Library\nfrom photoorg.library.decisions import actions\n"
    "from photoorg.library.storage.connection import Connection\n"
    "if sys.argv[2] == 'lazy':\n"
    "    Connection.durable = lambda self: nullcontext(); os.fsync = lambda file: None\n"
    "with Library.open(Path(sys.argv[1])) as library:\n"
    "    for n, person in enumerate(library.people.list()):\n"
    "        actions.rename(library, person.id, f'Person {n}')\n"
    "    print('acknowledged', flush=True); sys.stdin.read()\n"
)


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir()
    if subprocess.run(["mount", "-o", "loop", image, place], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.mark.parametrize("how", ["durable", "lazy"])
def test_every_acknowledged_name_survives(tmp_path: Path, how: str) -> None:
    """The lazy program shows that this test would see a name that was lost."""
    image, copy = tmp_path / "image", tmp_path / "copy"
    with image.open("wb") as file:
        file.truncate(64 << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    with mounted(image, tmp_path / "disk") as disk:
        path = disk / "l.photoorg"
        with Library.open(path) as library:
            photos = add_photos(library, tmp_path / "a", [1] * NAMES)
            group(library, photos)
        os.sync()
        with subprocess.Popen(
            [sys.executable, "-c", PROGRAM, path, how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == "acknowledged\n"
            shutil.copy(image, copy)
            program.kill()
    with mounted(copy, tmp_path / "after") as disk:
        with Library.open(disk / "l.photoorg") as library:
            assert library.connection.rows("PRAGMA integrity_check") == [("ok",)]
            assert (len(library.people.names()) == NAMES) == (how == "durable")
        if how == "durable":
            lines = (disk / "l.photoorg.journal").read_text().splitlines()
            assert json.loads(lines[-1])["step"] == NAMES
