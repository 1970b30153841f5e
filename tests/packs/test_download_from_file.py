"""A file that the user fetched is checked like a download, and stays where it is."""

import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from photoorg.errors import Cancelled, DownloadError, UsageError
from photoorg.packs.download import install_file
from photoorg.packs.models import read_pack
from photoorg.packs.offers import PackOffer, Recognizer
from tests.analysis.tiny_pack import write_pack
from tests.packs.lone_networks import AS_THEY_ARE, offer_of, write_like_the_zoo


@pytest.fixture
def network(tmp_path: Path) -> Path:
    write_like_the_zoo(tmp_path / "glintr100.onnx")
    return tmp_path / "glintr100.onnx"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = write_pack(tmp_path / "original")
    with zipfile.ZipFile(tmp_path / "tiny (1).zip", "w") as out:
        for file in sorted(folder.iterdir()):
            out.write(file, file.name)
    return tmp_path / "tiny (1).zip"


def zipped(archive: Path) -> PackOffer:
    data = archive.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    return PackOffer("tiny", "https://x/tiny.zip", len(data), 1000, sha256, "Only for tests.")


def test_a_network(tmp_path: Path, network: Path) -> None:
    data = network.read_bytes()
    seen: list[tuple[int, int]] = []
    folder = install_file(
        offer_of(data, AS_THEY_ARE),
        network,
        tmp_path / "models",
        lambda *step: seen.append(step),
        accepted=True,
    )
    assert read_pack(folder).recognizer.read_bytes() == network.read_bytes() == data
    assert [path.name for path in (tmp_path / "models").iterdir()] == ["lone"]
    assert seen[-1] == (len(data), len(data))


def test_an_archive(tmp_path: Path, archive: Path) -> None:
    folder = install_file(zipped(archive), archive, tmp_path / "models", accepted=True)
    assert read_pack(folder).terms == "Only for tests."
    assert archive.is_file()


def test_what_was_fetched_before_goes(tmp_path: Path, archive: Path) -> None:
    models = tmp_path / "models"
    models.mkdir()
    for name in (".tiny.zip.part", ".tiny.zip.json"):
        (models / name).write_bytes(b"the beginning")
    install_file(zipped(archive), archive, models, accepted=True)
    assert [path.name for path in models.iterdir()] == ["tiny"]


def test_terms_come_first(tmp_path: Path, archive: Path) -> None:
    with pytest.raises(UsageError, match="terms"):
        install_file(zipped(archive), archive, tmp_path / "models", accepted=False)
    assert not (tmp_path / "models").exists()


def test_another_file_is_refused_and_left_alone(tmp_path: Path, archive: Path) -> None:
    offer = zipped(archive)
    data = archive.read_bytes()
    for wrong, says in ((data[:-1] + b"?", "digest differs"), (data[:-5], "bytes")):
        archive.write_bytes(wrong)
        with pytest.raises(DownloadError, match=f"not the file of tiny .*{says}.*tiny.zip from"):
            install_file(offer, archive, tmp_path / "models", accepted=True)
        assert archive.read_bytes() == wrong
    assert list((tmp_path / "models").iterdir()) == []


def test_what_cannot_be_read(tmp_path: Path, archive: Path) -> None:
    offer = zipped(archive)
    for file, says in ((tmp_path / "gone", "No such file"), (tmp_path, "is a folder")):
        with pytest.raises(DownloadError, match=f"cannot be read .*{says}"):
            install_file(offer, file, tmp_path / "models", accepted=True)


def test_the_right_file_of_which_no_pack_can_be_made(tmp_path: Path, network: Path) -> None:
    offer = offer_of(network.read_bytes(), Recognizer(512, 0.0, 1.0))
    with pytest.raises(DownloadError, match=r"glintr100.onnx cannot be used: .*512 numbers"):
        install_file(offer, network, tmp_path / "models", accepted=True)
    assert network.is_file()
    assert list((tmp_path / "models").iterdir()) == []


def test_it_can_be_stopped_while_it_is_checked(tmp_path: Path, archive: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        install_file(zipped(archive), archive, tmp_path / "models", stop, accepted=True)
    assert list((tmp_path / "models").iterdir()) == []


def test_a_full_disk(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(DownloadError, match="0 MB free"):
        install_file(zipped(archive), archive, tmp_path / "models", accepted=True)
