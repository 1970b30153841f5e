"""Reading files from disks and shares as they fail."""

import errno
import json
import os
import pickle
import tempfile
from pathlib import Path

import pytest

from photoorg.errors import PhotoError
from photoorg.media.photo_files import FORBIDDEN, GONE, LOOP, NO_FILE, read_file
from tests.failing_disk import FailingDisk
from tests.jobs.nobody import Nobody

READ = """
import json
from pathlib import Path
from photoorg.media.photo_files import read_file
from photoorg.errors import PhotoError
try:
    read_file(Path({file!r}))
except PhotoError as error:
    print(json.dumps([error.reason, error.passing]))
"""


def refused(file: Path) -> tuple[str, bool]:
    with pytest.raises(PhotoError) as caught:
        read_file(file)
    return caught.value.reason, caught.value.passing


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.EIO, "disk reports an error"),
        (errno.ETIMEDOUT, "does not answer"),
        (errno.ESTALE, "does not answer"),
        (errno.EHOSTDOWN, "does not answer"),
        (errno.ENOTCONN, "does not answer"),
        (errno.EMFILE, "just now"),
        (errno.ENFILE, "just now"),
        (errno.ENOMEM, "just now"),
        (errno.EAGAIN, "just now"),
        (errno.ENODEV, "does not answer"),
        (errno.ENXIO, "does not answer"),
        (errno.EREMOTEIO, "does not answer"),
        (errno.ECONNREFUSED, "does not answer"),
        (errno.EPIPE, "does not answer"),
        (errno.EPROTO, "does not answer"),
        (errno.ENOMEDIUM, "does not answer"),
        (errno.EKEYEXPIRED, "does not answer"),
        (errno.EUCLEAN, "disk reports an error"),
        (errno.EBADMSG, "disk reports an error"),
        (errno.EXDEV, "just now"),  # whatever else a driver may think of
        (errno.EINVAL, "just now"),
        (1234, "just now"),
    ],
)
def test_errors_that_pass(
    failing_disk: FailingDisk, tmp_path: Path, error: int, words: str
) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(b"x")
    reason, passing = json.loads(failing_disk.run(READ.format(file=str(file)), file, error))
    assert words in reason
    assert reason.endswith(".")
    assert passing


def test_errors_that_stay(tmp_path: Path) -> None:
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert refused(tmp_path / "gone.jpg") == (GONE, False)
    assert refused(tmp_path / "loop.jpg") == (LOOP, False)
    assert refused(tmp_path / "pipe.jpg") == (NO_FILE, False)
    assert "longer than the system allows" in refused(tmp_path / ("x" * 300 + ".jpg"))[0]


def test_a_file_without_permission() -> None:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "a.jpg")
        file.touch(mode=0)
        with Nobody(Path(place)):
            assert refused(file) == (FORBIDDEN, False)


def test_an_error_travels_between_processes() -> None:
    for passing in (True, False):
        error = PhotoError(Path("a.jpg"), "It is so.", passing=passing)
        back = pickle.loads(pickle.dumps(error))
        assert (back.path, back.reason, back.passing) == (Path("a.jpg"), "It is so.", passing)
        assert str(back) == str(error)
