"""Archives are not trusted."""

import stat
import zipfile
from pathlib import Path

import pytest

from photoorg.errors import Cancelled, DownloadError
from photoorg.packs.unpack import unpack


def zipped(file: Path, entries: dict[str, bytes], mode: int = 0) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return file


def test_files_and_folders(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.onnx": b"one", "more/b.onnx": b"two", "empty/": b""})
    unpack(archive, tmp_path / "out")
    assert (tmp_path / "out" / "a.onnx").read_bytes() == b"one"
    assert (tmp_path / "out" / "more" / "b.onnx").read_bytes() == b"two"


def test_a_single_folder_inside_is_left_out(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"pack/a.onnx": b"one", "pack/b/c.onnx": b"two"})
    unpack(archive, tmp_path / "out")
    assert (tmp_path / "out" / "a.onnx").exists()
    assert (tmp_path / "out" / "b" / "c.onnx").exists()


@pytest.mark.parametrize(
    "name",
    ["../evil.onnx", "a/../../evil.onnx", "/evil.onnx", "C:/evil.onnx", "..\\evil.onnx"],
)
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    archive = zipped(tmp_path / "a.zip", {"good.onnx": b"x", name: b"evil"})
    with pytest.raises(DownloadError, match="outside its folder"):
        unpack(archive, tmp_path / "out")
    assert sorted(tmp_path.rglob("*.onnx")) == []


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    archive = zipped(tmp_path / "a.zip", {"link.onnx": b"/etc/passwd"}, kind | 0o777)
    with pytest.raises(DownloadError, match="link or device"):
        unpack(archive, tmp_path / "out")


def test_bombs_are_refused(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {f"{i}.onnx": bytes(5_000_000) for i in range(5)})
    with pytest.raises(DownloadError, match="beyond measure"):
        unpack(archive, tmp_path / "out")
    archive = zipped(tmp_path / "b.zip", {f"{i}.txt": b"" for i in range(1001)})
    with pytest.raises(DownloadError, match="beyond measure"):
        unpack(archive, tmp_path / "out")


def test_damage_is_noticed(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("a.onnx", b"weights" * 1000)
    data = bytearray(archive.read_bytes())
    data[2000] ^= 1
    archive.write_bytes(data)
    with pytest.raises(DownloadError, match="damaged"):
        unpack(archive, tmp_path / "out")
    archive.write_bytes(data[:-40])
    with pytest.raises(DownloadError, match="damaged"):
        unpack(archive, tmp_path / "other")


def test_locked_archives(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.onnx": b"x"})
    data = bytearray(archive.read_bytes())
    for header in (b"PK\x03\x04", b"PK\x01\x02"):
        data[data.find(header) + (6 if header[2] == 3 else 8)] |= 1
    archive.write_bytes(data)
    with pytest.raises(DownloadError, match="password"):
        unpack(archive, tmp_path / "out")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.onnx", b"one")
        archive.writestr("a.onnx", b"two")
    with pytest.raises(DownloadError, match="two files of one name"):
        unpack(tmp_path / "a.zip", tmp_path / "out")


def test_it_can_be_stopped(tmp_path: Path) -> None:
    def stop() -> None:
        raise Cancelled

    archive = zipped(tmp_path / "a.zip", {"a.onnx": b"one"})
    with pytest.raises(Cancelled):
        unpack(archive, tmp_path / "out", stop)
