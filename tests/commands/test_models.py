"""Model packs in a terminal; the download comes from a server of our own."""

import hashlib
import shutil
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from photoorg.commands import models
from photoorg.packs.finding import installed_models
from photoorg.packs.offers import PackOffer
from tests.commands.conftest import Photoorg


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def offer(starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PackOffer]:
    """Offer our own networks as a download from this machine."""
    archive = tmp_path / "served" / "tiny.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as file:
        for network in starter.glob("*.onnx"):
            file.write(network, network.name)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(archive.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    offer = PackOffer(
        name="tiny",
        url=f"http://127.0.0.1:{server.server_port}/tiny.zip",
        size=archive.stat().st_size,
        unpacked=archive.stat().st_size,
        sha256=hashlib.sha256(archive.read_bytes()).hexdigest(),
        terms="Only for this test.",
    )
    monkeypatch.setattr(models, "offers", lambda: {"tiny": offer})
    yield offer
    server.shutdown()
    server.server_close()


def test_no_pack_yet(photoorg: Photoorg, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module in ("finding", "pack_list"):
        monkeypatch.setattr(f"photoorg.packs.{module}.RESOURCES", tmp_path)
    run = photoorg("models", "list")
    assert run.code == 0
    assert "photoorg models download buffalo_l" in run.err


def test_the_starter_pack_is_there_and_used(photoorg: Photoorg) -> None:
    (pack,) = [pack for pack in photoorg("models", "list", "--json").json if pack["installed"]]
    assert (pack["used"], pack["terms"], pack["problem"]) == (True, "MIT", "")
    assert 0.9 < pack["accuracy"] < 1
    run = photoorg("models", "list")
    assert "MIT" in run.out
    assert "photoorg models download buffalo_l" in run.err


def test_what_can_be_downloaded_is_listed_with_its_words(photoorg: Photoorg) -> None:
    listed = photoorg("models", "list", "--json").json
    more = {pack["name"]: pack for pack in listed if not pack["installed"]}
    assert list(more) == ["auraface", "buffalo_l", "arcface_r100"]
    auraface = more["auraface"]
    assert (auraface["bytes"], auraface["terms"]) == (260_694_151, "Apache-2.0")
    assert "adults" in auraface["about"]
    assert len(auraface["sha256"]) == 64
    assert not any(pack["used"] for pack in more.values())
    told = photoorg("models", "list").err
    for pack in more.values():
        assert f"photoorg models download {pack['name']}" in told
        assert pack["about"] in told


def test_terms_and_size_come_first(photoorg: Photoorg) -> None:
    run = photoorg("models", "download", "buffalo_l")
    assert (run.code, run.out) == (2, "")
    assert "289 MB" in run.err
    assert "non-commercial research" in run.err
    assert "--accept-terms" in run.err
    assert not (installed_models() / "buffalo_l").exists()


def test_download_and_list(photoorg: Photoorg, offer: PackOffer) -> None:
    run = photoorg("models", "download", "tiny", "--accept-terms")
    assert run.code == 0
    assert offer.terms in run.err
    assert run.out == f"Installed in {installed_models() / 'tiny'}\n"
    (pack,) = [pack for pack in photoorg("models", "list", "--json").json if pack["used"]]
    assert pack["name"] == "tiny"
    assert pack["problem"] == ""
    assert "tiny" in photoorg("models", "list").out


def test_a_file_that_is_there_is_installed(
    photoorg: Photoorg, offer: PackOffer, tmp_path: Path
) -> None:
    archive = tmp_path / "served" / "tiny.zip"
    mine = archive.rename(tmp_path / "mine.zip")
    asked = ("models", "download", "tiny", "--from", str(mine))
    run = photoorg(*asked)
    assert run.code == 2
    assert "Nothing was installed." in run.err
    run = photoorg(*asked, "--accept-terms")
    assert (run.code, run.out) == (0, f"Installed in {installed_models() / 'tiny'}\n")
    assert mine.is_file()
    mine.write_bytes(b"another file")
    shutil.rmtree(installed_models() / "tiny")
    run = photoorg(*asked, "--accept-terms")
    assert run.code == 2
    assert "is not the file of tiny (12 instead of" in run.err


def test_a_damaged_pack_is_listed_with_its_problem(photoorg: Photoorg, starter: Path) -> None:
    folder = installed_models() / "half"
    folder.mkdir(parents=True)
    shutil.copy(starter / "detector.onnx", folder)
    packs = {pack["name"]: pack for pack in photoorg("models", "list", "--json").json}
    assert packs["half"]["problem"]
    assert not packs["half"]["used"]


def test_an_unknown_pack(photoorg: Photoorg) -> None:
    run = photoorg("models", "download", "everything", "--accept-terms")
    assert run.code == 2
    assert "buffalo_l" in run.err
