"""Arrays that are kept: whole or not at all, private, and never in the way."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.array_files import ArrayFile


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = ArrayFile(tmp_path / "kept")
    assert cache.read() is None
    cache.write({"ids": np.arange(6).reshape(2, 3), "about": np.array("faces")})
    cache.write({"ids": np.arange(4)})
    stored = cache.read()
    assert stored is not None
    assert list(stored) == ["ids"]
    assert stored["ids"].tolist() == [0, 1, 2, 3]
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert cache.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"something else"])
def test_what_cannot_be_read_is_nothing(
    content: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = ArrayFile(tmp_path / "kept")
    cache.path.write_bytes(content)
    assert cache.read() is None
    assert "kept cannot be read and is made anew" in caplog.text
    cache.write({"ids": np.arange(2)})
    assert cache.read() is not None


def test_objects_are_never_unpickled(tmp_path: Path) -> None:
    cache = ArrayFile(tmp_path / "kept")
    with cache.path.open("wb") as stream:
        np.savez(stream, ids=np.array([{}], dtype=object))
    assert cache.read() is None


def test_where_nothing_can_be_written_the_program_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ArrayFile(tmp_path / "no folder" / "kept").write({"ids": np.arange(2)})
    assert "kept cannot be kept" in caplog.text
