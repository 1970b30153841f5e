"""What the worker process does: runs one job, hears its owner, and keeps quiet.

The last thing it sends is how the job ended; see :mod:`photoorg.jobs.worker` for the other side.
"""

import contextlib
import ctypes
import logging
import os
import signal
import sys
import threading
import time
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

from photoorg.cores import give_way, on_battery
from photoorg.errors import Cancelled, PhotoorgError
from photoorg.jobs.messages import Failed, Finished, Message, Stopped, Summary
from photoorg.jobs.progress import Control
from photoorg.jobs.request import Request
from photoorg.private_files import make_folder, open_private
from photoorg.settings import data_folder
from photoorg.tr import kept

LOG_BYTES = 1 << 20
ORPHAN_GRACE_S = 2.0

_M_ARENA_MAX = -8
"""From glibc's malloc.h."""

log = logging.getLogger(__name__)


def work(
    connection: Connection,
    request: Request[Summary | None],
    careful: bool,  # noqa: FBT001 - Process() passes these by position
    guilty: tuple[int, ...],
    overdue: tuple[int, ...],
) -> None:
    """Run a job in the child: the last thing it sends is how the job ended."""
    _calm_streams()
    _share_heap()
    if request.gently or on_battery():
        give_way()
    lock = threading.Lock()

    def send(message: Message) -> None:
        try:
            with lock:
                connection.send(message)
        except OSError:
            raise Cancelled from None  # nobody listens any more

    control = Control(send, careful=careful, guilty=guilty, overdue=overdue)
    threading.Thread(target=_listen, args=(connection, control), daemon=True).start()
    end: Message
    try:
        end = Finished(request.run(control))
    except Cancelled:
        end = Stopped()
    except PhotoorgError as error:
        end = Failed(str(error))
    except MemoryError:
        sentence = kept("There is not enough memory; close other programs and start again.")
        end = Failed(sentence)
    except Exception as error:
        log.exception("the job %s failed", type(request).__name__)
        what = f"{type(error).__name__}: {error}"
        sentence = kept("Something went wrong ({error}). This is a bug.", error=what)
        end = Failed(sentence, traceback.format_exc())
    with contextlib.suppress(Cancelled):
        send(end)


def worker_log() -> Path:
    """Return the file that keeps what workers print: messages of libraries, last words."""
    return data_folder() / "worker.log"


def _calm_streams() -> None:
    """Keep the terminal for the parent, and Ctrl+C too: the parent asks this process to stop.

    Native picture libraries print about every odd file; that goes to the log.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    log_to = _open_log()
    with contextlib.suppress(OSError):  # a program without a terminal may have neither
        os.dup2(log_to.fileno(), 1)
        os.dup2(log_to.fileno(), 2)
    sys.stdout = sys.stderr = log_to
    logging.basicConfig(
        stream=log_to, level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s"
    )


def _share_heap() -> None:
    """Let all threads take memory from one heap; it has to be said before the first thread starts.

    What a thread with a heap of its own frees is kept for that thread: two that had a very large
    picture each, one after the other, hold the memory for both. It is no slower.
    """
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # another C library than glibc
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)


def _open_log() -> IO[str]:
    file = worker_log()
    try:
        make_folder(file.parent)
        mode = "w" if file.exists() and file.stat().st_size > LOG_BYTES else "a"
        return open(
            file, mode, buffering=1, encoding="utf-8", errors="replace", opener=open_private
        )
    except OSError:
        return Path(os.devnull).open("w", encoding="utf-8")


def _listen(connection: Connection, control: Control) -> None:
    """Hear the parent's words; end this process soon after the parent's death."""
    words = {"pause": control.pause, "resume": control.resume, "cancel": control.cancel}
    try:
        while True:
            words[connection.recv()]()
    except (EOFError, OSError):
        control.cancel()
        time.sleep(ORPHAN_GRACE_S)
        os._exit(1)
