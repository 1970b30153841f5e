"""Downloads come through cut connections and odd servers, and nothing half appears."""

import hashlib
import shutil
import threading
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import Cancelled, DownloadError, UsageError
from photoorg.packs.download import download_pack
from photoorg.packs.models import read_pack
from photoorg.packs.offers import PackOffer
from photoorg.packs.transfer import size_of
from tests.analysis.pack_server import Behaviour, serving
from tests.analysis.tiny_pack import write_pack


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def packed(tmp_path: Path) -> bytes:
    """Return a pack as a ZIP file of about 300 kB."""
    folder = write_pack(tmp_path / "original")
    (folder / "filler.bin").write_bytes(np.random.default_rng(0).bytes(200_000))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    return out.getvalue()


def offer(url: str, data: bytes) -> PackOffer:
    sha256 = hashlib.sha256(data).hexdigest()
    return PackOffer("tiny", url, len(data), 10 * len(data), sha256, "Only for tests.")


def fetched(models: Path) -> int:
    return size_of(models / ".tiny.zip.part")


def test_a_download_becomes_a_pack(tmp_path: Path, packed: bytes) -> None:
    seen: list[tuple[int, int]] = []
    models = tmp_path / "data" / "models"
    with serving(Behaviour(packed)) as server:
        progress: Callable[[int, int], None] = lambda *step: seen.append(step)  # noqa: E731
        folder = download_pack(offer(server.url, packed), models, progress, accepted=True)
        again = download_pack(offer(server.url, packed), models, accepted=True)
    assert folder == again == models / "tiny"
    assert server.behaviour.asked == [""]
    assert read_pack(folder).terms == "Only for tests."
    assert [path.name for path in models.iterdir()] == ["tiny"]
    assert seen[0] == (0, len(packed))
    assert seen[-1] == (len(packed), len(packed))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_nothing_is_fetched_before_the_terms_are_accepted(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed)) as server:
        with pytest.raises(UsageError, match="terms"):
            download_pack(offer(server.url, packed), tmp_path / "models", accepted=False)
        assert server.behaviour.asked == []
    assert not (tmp_path / "models").exists()


def test_a_cut_connection_is_taken_up_where_it_was_cut(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed, cuts=[100_000, 50_000])) as server:
        download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)
    assert server.behaviour.asked == ["", "bytes=100000-", "bytes=150000-"]


def test_a_download_goes_on_after_it_was_cancelled(tmp_path: Path, packed: bytes) -> None:
    models = tmp_path / "models"

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled

    with serving(Behaviour(packed)) as server:
        with pytest.raises(Cancelled):
            download_pack(offer(server.url, packed), models, stop, accepted=True)
        part = fetched(models)
        assert len(packed) // 2 < part < len(packed)
        assert not (models / "tiny").exists()
        download_pack(offer(server.url, packed), models, accepted=True)
    assert server.behaviour.asked == ["", f"bytes={part}-"]


def test_cancelling_while_unpacking_keeps_the_archive(tmp_path: Path, packed: bytes) -> None:
    models = tmp_path / "models"
    ends: list[int] = []

    def stop(done: int, total: int) -> None:
        ends.append(done == total)
        if sum(ends) > 3:
            raise Cancelled

    with serving(Behaviour(packed)) as server:
        with pytest.raises(Cancelled):
            download_pack(offer(server.url, packed), models, stop, accepted=True)
        assert fetched(models) == len(packed)
        assert {path.name for path in models.iterdir()} == {".tiny.zip.part", ".tiny.zip.json"}
        download_pack(offer(server.url, packed), models, accepted=True)
    assert server.behaviour.asked == [""]


def test_a_server_that_cannot_resume_sends_all_again(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed, cuts=[100_000], ranges=False)) as server:
        folder = download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)
    assert server.behaviour.asked == ["", "bytes=100000-"]
    assert read_pack(folder).folder == folder


def test_a_file_that_changed_in_between_is_sent_all_again(tmp_path: Path, packed: bytes) -> None:
    models = tmp_path / "models"
    other = bytes(len(packed))
    with serving(Behaviour(other, cuts=[90_000, 0, 0, 0, 0], etag='"old"')) as server:
        with pytest.raises(DownloadError, match="interrupted"):
            download_pack(offer(server.url, packed), models, accepted=True, retries=1)
        assert fetched(models) == 90_000
        server.behaviour = Behaviour(packed, etag='"new"')
        download_pack(offer(server.url, packed), models, accepted=True)
    assert server.behaviour.asked == ["bytes=90000-"]


def test_parts_that_do_not_fit_together_are_removed(tmp_path: Path, packed: bytes) -> None:
    models = tmp_path / "models"
    with serving(Behaviour(bytes(len(packed)), cuts=[90_000, 0, 0], etag="")) as server:
        with pytest.raises(DownloadError, match="interrupted"):
            download_pack(offer(server.url, packed), models, accepted=True, retries=1)
        server.behaviour = Behaviour(packed, etag="")
        with pytest.raises(DownloadError, match="digest"):
            download_pack(offer(server.url, packed), models, accepted=True)
        assert list(models.iterdir()) == []
        folder = download_pack(offer(server.url, packed), models, accepted=True)
        assert folder == models / "tiny"


def test_a_part_that_is_too_long_is_fetched_anew(tmp_path: Path, packed: bytes) -> None:
    models = tmp_path / "models"
    models.mkdir()
    (models / ".tiny.zip.part").write_bytes(packed + b"more")
    with serving(Behaviour(packed)) as server:
        folder = download_pack(offer(server.url, packed), models, accepted=True)
        assert folder == models / "tiny"
    assert server.behaviour.asked == [""]


def test_the_rest_may_come_without_a_length(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed, lengths=False, cuts=[70_000])) as server:
        folder = download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)
        assert folder == tmp_path / "models" / "tiny"


def test_a_login_page_instead_of_the_pack(tmp_path: Path, packed: bytes) -> None:
    with (
        serving(Behaviour(b"<html>Please log in")) as server,
        pytest.raises(DownloadError, match=r"something else than tiny \(19 instead of"),
    ):
        download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)
    with (
        serving(Behaviour(packed + b"more", lengths=False)) as server,
        pytest.raises(DownloadError, match="something else than tiny"),
    ):
        download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_server_that_refuses_is_not_asked_again(
    tmp_path: Path, packed: bytes, status: int
) -> None:
    with (
        serving(Behaviour(packed, statuses=[status])) as server,
        pytest.raises(DownloadError, match=f"does not hand out .* \\({status} "),
    ):
        download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)
    assert len(server.behaviour.asked) == 1


def test_a_busy_server_is_asked_again(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed, statuses=[503, 429])) as server:
        folder = download_pack(offer(server.url, packed), tmp_path / "models", accepted=True)
        assert folder == tmp_path / "models" / "tiny"
    assert len(server.behaviour.asked) == 3


def test_redirects_are_followed_with_the_rest_asked_for(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed, cuts=[60_000])) as server:
        server.behaviour.redirect = server.url
        old = server.url.replace("/pack.zip", "/old")
        folder = download_pack(offer(old, packed), tmp_path / "models", accepted=True)
        assert folder == tmp_path / "models" / "tiny"
    assert server.behaviour.asked == ["", "bytes=60000-"]


def test_no_server_at_all(tmp_path: Path, packed: bytes) -> None:
    with serving(Behaviour(packed)) as server:
        pass
    with pytest.raises(DownloadError, match=r"interrupted .* check the internet connection"):
        download_pack(offer(server.url, packed), tmp_path / "models", accepted=True, retries=1)
    with pytest.raises(DownloadError, match="interrupted"):
        download_pack(offer("file:///etc/passwd", packed), tmp_path, accepted=True, retries=0)


def test_a_connection_that_stands_still(tmp_path: Path, packed: bytes) -> None:
    stall = threading.Event()
    with serving(Behaviour(packed, stall=stall)) as server:
        with pytest.raises(DownloadError, match="timed out"):
            download_pack(
                offer(server.url, packed),
                tmp_path / "models",
                accepted=True,
                timeout=0.1,
                retries=0,
            )
        stall.set()


def test_a_full_disk(tmp_path: Path, packed: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "models"
    models.mkdir()
    part = models / ".tiny.zip.part"
    part.symlink_to("/dev/full")
    with (
        serving(Behaviour(packed)) as server,
        pytest.raises(DownloadError, match="is full; free some space"),
    ):
        download_pack(offer(server.url, packed), models, accepted=True)
    part.unlink()
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(DownloadError, match="0 MB free, but"):
        download_pack(offer(server.url, packed), models, accepted=True)


def test_a_place_that_cannot_be_written(tmp_path: Path, packed: bytes) -> None:
    (tmp_path / "models").write_text("a file is in the way")
    with pytest.raises(DownloadError, match="cannot be written"):
        download_pack(offer("http://127.0.0.1:9", packed), tmp_path / "models", accepted=True)


def test_a_broken_pack_is_replaced(tmp_path: Path, packed: bytes) -> None:
    models = tmp_path / "models"
    broken = write_pack(models / "tiny")
    (broken / "rec_tiny.onnx").write_bytes(b"rubbish")
    (models / ".tiny.new-left-over").mkdir()
    with serving(Behaviour(packed)) as server:
        folder = download_pack(offer(server.url, packed), models, accepted=True)
    assert read_pack(folder).recognizer.name == "rec_tiny.onnx"
    assert [path.name for path in models.iterdir()] == ["tiny"]


def test_an_archive_that_holds_no_pack(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "no networks here")
    for data, says in ((out.getvalue(), "holds no face detector"), (bytes(500), "damaged")):
        with (
            serving(Behaviour(data)) as server,
            pytest.raises(DownloadError, match=f"cannot be used and was removed: .*{says}"),
        ):
            download_pack(offer(server.url, data), tmp_path / "models", accepted=True)
        assert list((tmp_path / "models").iterdir()) == []
