"""Rate, time left, pause and cancel."""

import threading

import pytest

from photoorg.errors import Cancelled
from photoorg.jobs.group_request import SORTING
from photoorg.jobs.messages import Announced, Message, Paused, Progress
from photoorg.jobs.progress import WINDOW_S, Control, Meter
from photoorg.jobs.scan_request import LOOKING, READING


def test_rate_of_the_last_seconds() -> None:
    now = [0.0]
    meter = Meter(lambda: now[0])
    assert meter.rate(0) is None
    for second in range(1, 21):
        now[0] = float(second)
        rate = meter.rate(second * 2)
    assert rate == pytest.approx(2.0)
    for second in range(21, 21 + int(WINDOW_S) + 1):
        now[0] = float(second)
        rate = meter.rate(40 + (second - 20) * 5)
    assert rate == pytest.approx(5.0)


def test_a_pause_does_not_lower_the_rate() -> None:
    now = [0.0]
    meter = Meter(lambda: now[0])
    meter.rate(0)
    now[0] = 65.0
    meter.skip(60.0)
    assert meter.rate(10) == pytest.approx(2.0)


def test_first_and_last_report_are_never_left_out() -> None:
    sent: list[Message] = []
    control = Control(sent.append)
    for done in range(1001):
        control.report(READING, done, 1000)
    progress = [message for message in sent if isinstance(message, Progress)]
    assert (progress[0].done, progress[-1].done) == (0, 1000)
    assert len(progress) < 100
    assert progress[-1].eta_s in (0.0, None)


def test_cancel_raises_at_the_next_report() -> None:
    control = Control(lambda _: None)
    control.cancel()
    with pytest.raises(Cancelled):
        control.report(LOOKING, 0, 0)
    with pytest.raises(Cancelled):
        control.callback(SORTING)(1, 2)


def test_pause_waits_until_resume() -> None:
    sent: list[Message] = []
    control = Control(sent.append)
    control.pause()
    timer = threading.Timer(0.05, control.resume)
    timer.start()
    control.checkpoint()
    timer.join()
    assert sent == [Paused(paused=True), Paused(paused=False)]


def test_announcing_none_ends_the_careful_mode() -> None:
    sent: list[Message] = []
    control = Control(sent.append, careful=True)
    modes = []
    for photo_id in (7, None):
        control.announce(photo_id)
        modes.append(control.careful)
    assert modes == [True, False]
    assert sent == [Announced(7), Announced(None)]
