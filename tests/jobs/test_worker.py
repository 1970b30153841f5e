"""The worker process as it really is: started, followed, stopped, crashed and orphaned."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.cores import usable_cores
from photoorg.jobs.child import worker_log
from photoorg.jobs.download_request import DownloadSummary
from photoorg.jobs.messages import (
    Failed,
    Finished,
    LibraryChanged,
    Message,
    Paused,
    Problem,
    Progress,
    Stopped,
)
from photoorg.jobs.worker import HOPELESS, WorkerClient
from tests.conftest import REPOSITORY
from tests.jobs.trial_jobs import (
    AlwaysDies,
    Bug,
    Count,
    KnownError,
    Leaves,
    Modest,
    Poisoned,
    Polite,
    Stubborn,
)


@pytest.fixture
def client() -> Iterator[WorkerClient]:
    client = WorkerClient()
    yield client
    client.close()


def until(client: WorkerClient, kind: type[Message] | None = None) -> list[Message]:
    """Collect messages to the end of the job, or to the first of ``kind``."""
    collected: list[Message] = []
    while client.running:
        client.wait(0.2)
        collected += client.poll()
        if kind and any(isinstance(message, kind) for message in collected):
            break
    return collected


def test_a_job_reports_and_finishes(client: WorkerClient) -> None:
    client.start(Count(total=5))
    messages = until(client)
    assert messages[-1] == Finished(DownloadSummary(Path("there")))
    assert Problem(Path("a.jpg"), "is broken") in messages
    assert any(isinstance(message, LibraryChanged) for message in messages)
    assert not client.running
    client.start(Count(total=1))
    assert isinstance(until(client)[-1], Finished)


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="cores cannot be chosen here")
def test_a_job_that_is_to_be_gentle_leaves_half_of_the_cores_to_others(
    client: WorkerClient,
) -> None:
    all_cores = usable_cores()
    for gently, expected in ((False, all_cores), (True, all_cores - all_cores // 2)):
        client.start(Polite(gently=gently))
        assert until(client)[-1] == Finished(DownloadSummary(Path(str(expected))))
    assert usable_cores() == all_cores


@pytest.mark.skipif(sys.platform == "win32", reason="processes are nice on POSIX systems")
def test_others_go_before_what_is_for_idle_times(client: WorkerClient) -> None:
    told = []
    for idle in (False, True):
        client.start(Modest(idle))
        told += [int(one.reason) for one in until(client) if isinstance(one, Problem)]
    usual, modest = told
    assert usual == os.nice(0)
    assert modest > usual


def test_only_the_newest_progress_is_kept(client: WorkerClient) -> None:
    client.start(Count(total=30, delay=0.02))
    client.wait(30)
    time.sleep(1.5)
    progress = [message for message in client.poll() if isinstance(message, Progress)]
    assert len(progress) == 1
    assert progress[0].done > 0


def test_one_job_at_a_time(client: WorkerClient) -> None:
    client.start(Stubborn())
    with pytest.raises(RuntimeError):
        client.start(Count(total=1))


def test_pause_and_resume(client: WorkerClient) -> None:
    client.start(Count(total=400, delay=0.01))
    until(client, Progress)
    client.pause()
    assert Paused(paused=True) in until(client, Paused)
    client.poll()
    time.sleep(0.3)
    assert client.poll() == []
    client.resume()
    messages = until(client)
    assert Paused(paused=False) in messages
    assert isinstance(messages[-1], Finished)


def test_who_takes_the_place_of_a_job_that_died_waits_as_that_did(client: WorkerClient) -> None:
    client.start(Count(total=400, delay=0.01))
    until(client, Progress)
    client.pause()
    until(client, Paused)
    before = client.pid
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert Paused(paused=True) in until(client, Paused)
    assert client.pid != before
    time.sleep(0.3)
    assert client.poll() == []
    client.resume()
    assert isinstance(until(client)[-1], Finished)


def test_a_job_does_not_hear_ctrl_c_from_its_first_moment_on(client: WorkerClient) -> None:
    before = signal.getsignal(signal.SIGINT)
    client.start(Count(total=100, delay=0.01))
    begun = client.pid
    assert begun is not None
    os.kill(begun, signal.SIGINT)  # it has hardly begun to import what it needs
    until(client, Progress)
    assert client.pid == begun
    assert isinstance(until(client)[-1], Finished)
    assert signal.getsignal(signal.SIGINT) is before


def test_cancel_is_heard_even_while_paused(client: WorkerClient) -> None:
    client.start(Count(total=100_000, delay=0.01))
    until(client, Progress)
    client.pause()
    until(client, Paused)
    client.cancel()
    assert until(client)[-1] == Stopped()


def test_a_job_that_does_not_listen_is_killed(
    client: WorkerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.jobs.worker.CANCEL_GRACE_S", 0.2)
    client.start(Stubborn())
    until(client, Progress)
    client.cancel()
    assert until(client)[-1] == Stopped()


def test_known_errors_are_sentences_and_bugs_keep_their_traceback(client: WorkerClient) -> None:
    client.start(KnownError())
    assert until(client)[-1] == Failed("The disk is full; free some space.")
    client.start(Bug())
    failed = until(client)[-1]
    assert isinstance(failed, Failed)
    assert "ZeroDivisionError: one by zero" in failed.sentence
    assert "trial_jobs.py" in (failed.traceback or "")


@pytest.mark.parametrize("job", [AlwaysDies(), Leaves()])
def test_a_crash_that_comes_back_is_told(client: WorkerClient, job: AlwaysDies | Leaves) -> None:
    client.start(job)
    failed = until(client)[-1]
    assert isinstance(failed, Failed)
    assert "stopped unexpectedly" in failed.sentence
    assert ("SIGKILL" if isinstance(job, AlwaysDies) else "exit code 3") in failed.sentence


def test_the_photos_that_crash_the_decoder_are_found(client: WorkerClient, tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.touch()
    photos = list(range(12))
    client.start(Poisoned(photos=photos, poison=[4, 5, 10], log=log))
    assert until(client)[-1] == Finished(None)
    lines = sorted(log.read_text().splitlines(), key=lambda line: int(line.split()[1]))
    guilty = {4, 5, 10}
    assert lines == [f"{'guilty' if i in guilty else 'read'} {i}" for i in photos]


def test_when_every_photo_is_fatal_the_photos_are_not_blamed_for_ever(
    client: WorkerClient, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    log.touch()
    photos = list(range(50))
    client.start(Poisoned(photos=photos, poison=photos, log=log))
    failed = until(client)[-1]
    assert isinstance(failed, Failed)
    assert "SIGSEGV" in failed.sentence
    assert len(log.read_text().splitlines()) < HOPELESS


def test_noise_goes_to_the_log() -> None:
    code = (
        "from photoorg.jobs.worker import HOPELESS, WorkerClient\n"
        "from tests.jobs.trial_jobs import Noisy\n"
        "if __name__ == '__main__':\n"
        "    client = WorkerClient()\n"
        "    client.start(Noisy())\n"
        "    while client.running:\n"
        "        client.wait(0.2)\n"
        "        client.poll()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert run.stdout == run.stderr == ""
    log = worker_log().read_text()
    assert "printed by a library" in log
    assert "written by a native library" in log


def test_the_worker_does_not_outlive_its_parent(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    code = (
        "import time\n"
        "from pathlib import Path\n"
        "from photoorg.jobs.worker import HOPELESS, WorkerClient\n"
        "from tests.jobs.trial_jobs import Sit\n"
        "if __name__ == '__main__':\n"
        f"    WorkerClient().start(Sit(Path({str(ready)!r})))\n"
        "    time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=REPOSITORY)
    while not (ready.exists() and ready.read_text()):
        time.sleep(0.02)
    worker = int(ready.read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and _alive(worker):
        time.sleep(0.05)
    assert not _alive(worker)


def test_close_kills_at_once(client: WorkerClient) -> None:
    client.start(Stubborn())
    until(client, Progress)
    pid = client.pid
    assert pid is not None
    client.close()
    assert not client.running
    assert not _alive(pid)
    assert client.poll() == []


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except (OSError, ProcessLookupError):
        return False
