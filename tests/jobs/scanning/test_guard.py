"""Pictures that take too long or too much, in real worker processes."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.jobs.messages import Failed, Finished, GivenUp, Message
from photoorg.jobs.progress import Control
from photoorg.jobs.scanning.guard import TICK_S, Guard, _queue_clock, _Time
from photoorg.jobs.worker import HOPELESS, WorkerClient
from photoorg.library import Library
from photoorg.media.photo_files import TOO_SLOW
from tests.analysis.slow_jpeg import slow_jpeg
from tests.jobs.guarded_jobs import Crowded, Deaf, GivesUp, GuardedScan, Hungry
from tests.jobs.trial_analyzer import paint


@pytest.fixture
def client() -> Iterator[WorkerClient]:
    client = WorkerClient()
    yield client
    client.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of thirty good pictures."""
    folder = tmp_path / "photos"
    for n in range(30):
        paint(folder / f"{n:02}.png", (n * 8, 100, 50))
    return folder


def end_of(client: WorkerClient) -> Message:
    messages: list[Message] = []
    while client.running:
        client.wait(0.2)
        messages += client.poll()
    assert not any(isinstance(message, GivenUp) for message in messages)
    return messages[-1]


@pytest.mark.parametrize("names", [("07x.jpg",), ("07x.jpg", "07y.jpg"), ("00.jpg", "20x.jpg")])
def test_pictures_that_take_too_long_are_left_out(
    client: WorkerClient, folder: Path, tmp_path: Path, names: tuple[str, ...]
) -> None:
    slow = [folder / name for name in names]
    for file in slow:
        file.write_bytes(slow_jpeg(4_000, 9_000) + file.name.encode())
    library = tmp_path / "trial.photoorg"
    client.start(GuardedScan(library=library, folders=[folder], seconds=1.5))
    end = end_of(client)
    assert isinstance(end, Finished), end
    with Library.open(library) as opened:
        assert opened.faces.count() == 30
        problems = {problem.path: problem.reason for problem in opened.photos.problems()}
    assert problems == dict.fromkeys(slow, TOO_SLOW)


def test_what_is_ready_is_stored_while_a_slow_picture_is_waited_for(
    client: WorkerClient, folder: Path, tmp_path: Path
) -> None:
    (folder / "07x.jpg").write_bytes(slow_jpeg(4_000, 9_000))
    library = tmp_path / "trial.photoorg"
    client.start(GuardedScan(library=library, folders=[folder], seconds=100.0))
    deadline = time.monotonic() + 60
    faces = 0
    while faces < 8 and time.monotonic() < deadline:
        client.wait(0.1)
        assert not any(isinstance(message, Finished) for message in client.poll())
        if library.exists():
            with Library.open(library) as opened:
                faces = opened.faces.count()
    assert faces == 8


def test_native_code_that_keeps_the_interpreter_is_found(
    client: WorkerClient, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    log.touch()
    client.start(Deaf(photos=list(range(6)), stuck=3, log=log))
    assert end_of(client) == Finished(None)
    lines = sorted(log.read_text().splitlines(), key=lambda line: int(line.split()[1]))
    assert lines == [f"{'guilty' if n == 3 else 'read'} {n}" for n in range(6)]


def test_memory_is_limited_while_photos_are_read(client: WorkerClient) -> None:
    client.start(Hungry())
    assert end_of(client) == Finished(None)


def test_a_job_that_is_crowded_out_goes_on_carefully(client: WorkerClient, tmp_path: Path) -> None:
    log = tmp_path / "log"
    client.start(Crowded(log=log))
    assert end_of(client) == Finished(None)
    assert [line.split()[1] for line in log.read_text().splitlines()] == ["False", "True"]


def test_a_job_that_gives_everything_up_fails(client: WorkerClient) -> None:
    client.start(GivesUp(most=HOPELESS))
    failed = end_of(client)
    assert isinstance(failed, Failed)
    assert "stopped unexpectedly" in failed.sentence


def test_outside_of_a_worker_the_guard_looks_on() -> None:
    watch = Guard(Control(lambda _: None), seconds=0.0)
    called: list[int] = []
    with watch.standing(), watch.decoding(1):
        watch.rested(called.append)(5)
        time.sleep(1.2)
    assert called == [5]


class Clock(list[float]):
    """Tells one time after the other."""

    def __call__(self) -> float:
        return self.pop(0)


@pytest.mark.parametrize(
    ("ran", "queued", "counted"),
    [
        (TICK_S, 0.0, TICK_S),  # nothing but its work
        (0.0, 0.0, TICK_S / 3),  # it waits for a disk
        (0.1 * TICK_S, 0.9 * TICK_S, 0.1 * TICK_S),  # the computer has other things to do
        (0.0, 3 * TICK_S, 0.0),  # so many that nobody came to look in time
    ],
)
def test_what_a_photo_had_of_a_tick(ran: float, queued: float, counted: float) -> None:
    had = _Time(Clock([0.0, ran]), Clock([0.0, queued]))
    had.tick()
    assert had.seconds == pytest.approx(counted)


def test_a_thread_is_told_how_long_it_stood_in_the_queue() -> None:
    assert _queue_clock()() >= 0.0
