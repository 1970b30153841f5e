"""A recogniser that comes alone is fetched with the same care as a ZIP file."""

import shutil
from pathlib import Path

import pytest

from photoorg.errors import Cancelled, DownloadError, ModelError
from photoorg.packs.download import download_pack
from photoorg.packs.models import check_pack, read_pack
from photoorg.packs.offers import Recognizer
from tests.analysis.pack_server import Behaviour, serving
from tests.packs.lone_networks import AS_THEY_ARE, offer_of, write_like_the_zoo


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def network(tmp_path: Path) -> bytes:
    return write_like_the_zoo(tmp_path / "original.onnx")


def test_it_becomes_a_pack(tmp_path: Path, network: bytes) -> None:
    models = tmp_path / "data" / "models"
    with serving(Behaviour(network)) as server:
        folder = download_pack(offer_of(network, AS_THEY_ARE, server.url), models, accepted=True)
    assert [path.name for path in models.iterdir()] == ["lone"]
    pack = read_pack(folder)
    check_pack(pack)
    assert pack.recognizer.read_bytes() == network
    assert pack.terms == "Only for tests."


def test_a_stop_is_gone_on_from(tmp_path: Path, network: bytes) -> None:
    models = tmp_path / "models"
    half = len(network) // 2

    def stop(done: int, total: int) -> None:
        if done >= half:
            raise Cancelled

    with serving(Behaviour(network, cuts=[half])) as server:
        offer = offer_of(network, AS_THEY_ARE, server.url)
        with pytest.raises(Cancelled):
            download_pack(offer, models, stop, accepted=True)
        assert {path.name for path in models.iterdir()} == {".lone.onnx.part", ".lone.onnx.json"}
        download_pack(offer, models, accepted=True)
    assert server.behaviour.asked == ["", f"bytes={half}-"]
    assert [path.name for path in models.iterdir()] == ["lone"]


def test_a_damaged_or_short_file_is_not_kept(tmp_path: Path, network: bytes) -> None:
    models = tmp_path / "models"
    for data, says in (
        (network[:-1] + b"?", "its digest differs"),
        (network[:-9], f"{len(network) - 9} instead of {len(network)} bytes"),
    ):
        with (
            serving(Behaviour(data)) as server,
            pytest.raises(DownloadError, match=says),
        ):
            download_pack(offer_of(network, AS_THEY_ARE, server.url), models, accepted=True)
        assert list(models.iterdir()) == []


def test_networks_that_do_not_fit_together(tmp_path: Path, network: bytes) -> None:
    models = tmp_path / "models"
    with (
        serving(Behaviour(network)) as server,
        pytest.raises(DownloadError, match=r"was removed: .*promises embeddings of 512 numbers"),
    ):
        download_pack(
            offer_of(network, Recognizer(512, 0.0, 1.0), server.url), models, accepted=True
        )
    assert list(models.iterdir()) == []


def test_nothing_is_fetched_when_the_own_detector_is_missing(
    tmp_path: Path, network: bytes
) -> None:
    with serving(Behaviour(network)) as server:
        offer = offer_of(network, AS_THEY_ARE, server.url)
        with pytest.raises(ModelError, match="install the program again"):
            download_pack(offer, tmp_path / "models", accepted=True, starter=tmp_path)
        assert server.behaviour.asked == []


def test_a_full_disk(tmp_path: Path, network: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    models = tmp_path / "models"
    models.mkdir()
    part = models / ".lone.onnx.part"
    part.symlink_to("/dev/full")
    with serving(Behaviour(network)) as server:
        offer = offer_of(network, AS_THEY_ARE, server.url)
        with pytest.raises(DownloadError, match="is full; free some space"):
            download_pack(offer, models, accepted=True)
        part.unlink()
        usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
        with pytest.raises(DownloadError, match="has 1 MB free, but 2 MB are needed"):
            download_pack(offer, models, accepted=True)
