"""Cores are counted as this process may use them, and half of them are left to others."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from photoorg import cores

TOLD = """
import json, psutil
from photoorg.cores import give_way, usable_cores
before = usable_cores()
give_way()
process = psutil.Process()
print(json.dumps([before, usable_cores(), process.nice()]))
give_way()
print(json.dumps(process.nice()))
"""


def test_half_of_the_cores_are_left_to_others() -> None:
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    first, again = map(json.loads, done.stdout.splitlines())
    before, after, nice = first
    assert before == cores.usable_cores()
    if hasattr(psutil.Process, "cpu_affinity"):
        assert after == before - before // 2
    assert nice != psutil.Process().nice() or os.nice(0) >= nice
    assert again == nice


@pytest.mark.parametrize(
    ("battery", "expected"),
    [
        (None, False),
        (SimpleNamespace(power_plugged=True), False),
        (SimpleNamespace(power_plugged=None), False),
        (SimpleNamespace(power_plugged=False), True),
    ],
)
def test_a_battery_counts_when_the_computer_lives_on_it(
    battery: Any, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert cores.on_battery() is expected


def test_what_firmware_cannot_tell_is_no_battery(monkeypatch: pytest.MonkeyPatch) -> None:
    def odd() -> None:
        raise FileNotFoundError("charge_now")

    monkeypatch.setattr(psutil, "sensors_battery", odd, raising=False)
    assert not cores.on_battery()
