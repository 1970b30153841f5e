"""Nothing is sent to anybody, native libraries included, and files are where README says."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance

from photoorg.analysis.demonstration import source_files
from tests.conftest import REPOSITORY
from tests.listening_network import alone

PHOTOS = 40
LONG_ENOUGH_S = 22
"""onnxruntime sent its first message 10 s after a network was loaded."""

PLACES = (
    r"library/.*",  # where this run keeps its library
    r"data/photoorg/worker\.log",
    r"data/photoorg/window\.ini",
    r"cache/numba/.*",  # compiled code, where the program's own folder cannot be written
    r"cache/fontconfig/.*",  # what the system's font library knows of the fonts
)
"""What may be there after a run, as the section "Privacy" of README.md says."""

SCENARIO = """
cd {repository}
{python} -c {hold} &
holder=$!
{photoorg} scan {album} || exit
{photoorg} people && {photoorg} rename 1 Anna && {photoorg} undo && {photoorg} group || exit
{photoorg} models list || exit
QT_QPA_PLATFORM=offscreen timeout --signal=TERM 5 {photoorg}
wait $holder
"""

HOLD = f"""
import time
from photoorg.analysis.faces import FaceAnalyzer
from photoorg.packs.finding import find_pack
from photoorg.settings import load
analyzer = FaceAnalyzer(find_pack(None, load()), "cpu")
time.sleep({LONG_ENOUGH_S})
"""


def make_album(folder: Path) -> None:
    """Write the sample pictures of installed libraries many times, each time in another light."""
    folder.mkdir()
    pictures = [Image.open(file).convert("RGB") for file in source_files()]
    for n in range(PHOTOS):
        picture = ImageEnhance.Brightness(pictures[n % len(pictures)]).enhance(0.8 + n / 100)
        picture.save(folder / f"{n}.jpg", quality=90)


def test_nothing_is_sent_and_nothing_is_left_elsewhere(tmp_path: Path) -> None:
    namespace = alone()
    if namespace is None:
        pytest.skip("this system does not let a process be cut off from the network")
    home, report = tmp_path / "home", tmp_path / "report.json"
    home.mkdir()
    make_album(tmp_path / "album")
    places = {name: str(home / name) for name in ("data", "config", "cache", "state", "tmp")}
    (home / "tmp").mkdir()
    environment = {
        name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"
    }
    environment |= {f"XDG_{name.upper()}_HOME": place for name, place in places.items()}
    environment |= {"HOME": str(home), "TMPDIR": places["tmp"], "PYTHONPATH": str(REPOSITORY)}
    python = shlex.quote(sys.executable)
    script = SCENARIO.format(
        repository=shlex.quote(str(REPOSITORY)),
        python=python,
        photoorg=f"{python} -m photoorg --library {shlex.quote(str(home / 'library/l.photoorg'))}",
        album=shlex.quote(str(tmp_path / "album")),
        hold=shlex.quote(HOLD),
    )
    run = subprocess.run(
        [*namespace, sys.executable, "-m", "tests.listening_network", str(report), script],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(report.read_text()) == {"code": 0, "heard": [], "sent": {}}, run.stderr
    assert f"{PHOTOS} photos" in run.stdout
    left = [str(file.relative_to(home)) for file in home.rglob("*") if file.is_file()]
    assert [file for file in left if not any(re.fullmatch(place, file) for place in PLACES)] == []
    assert {"data/photoorg/worker.log", "data/photoorg/window.ini"} <= set(left), run.stderr
    assert len(list((tmp_path / "album").iterdir())) == PHOTOS


def test_telemetry_is_off_whatever_the_environment_says() -> None:
    code = "import photoorg, subprocess; subprocess.run(['printenv', 'ORT_DISABLE_TELEMETRY'])"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=REPOSITORY,
        env={**os.environ, "ORT_DISABLE_TELEMETRY": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "1\n"


def test_the_listener_hears(tmp_path: Path) -> None:
    """Without this the silence above would prove nothing."""
    namespace = alone()
    if namespace is None:
        pytest.skip("this system does not let a process be cut off from the network")
    talk = (
        "import socket\n"
        "socket.create_connection(('telemetry.example.com', 443)).close()\n"
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'hello', ('127.0.0.1', 9))\n"
        "try: socket.create_connection(('192.0.2.1', 443))\n"
        "except OSError: pass\n"
    )
    report = tmp_path / "report.json"
    script = f"{shlex.quote(sys.executable)} -c {shlex.quote(talk)}"
    subprocess.run(
        [*namespace, sys.executable, "-m", "tests.listening_network", str(report), script],
        cwd=REPOSITORY,
        check=True,
    )
    found = json.loads(report.read_text())
    assert found["code"] == 0
    assert "asked for telemetry.example.com" in found["heard"]
    assert "connected to port 443" in found["heard"]
    assert found["sent"]["Udp OutDatagrams"] >= 2
    assert found["sent"]["Ip OutNoRoutes"] >= 1
