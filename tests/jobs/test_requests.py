"""What a request names is there: nothing about a job may be found out in the worker only."""

import importlib
import pickle
import pkgutil
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from photoorg import jobs
from photoorg.jobs.demonstration_request import DemonstrationRequest
from photoorg.jobs.download_request import DownloadRequest
from photoorg.jobs.duplicates.request import DuplicatesRequest
from photoorg.jobs.export_request import ExportRequest
from photoorg.jobs.group_request import GroupRequest
from photoorg.jobs.names.reading_request import NamesRequest
from photoorg.jobs.names.writing_request import WritingRequest
from photoorg.jobs.progress import Control
from photoorg.jobs.request import Request
from photoorg.jobs.scan_request import ScanRequest
from photoorg.jobs.scenes.request import ScenesRequest
from photoorg.packs.offers import BUFFALO_L
from photoorg.settings import Settings


def _kinds() -> Iterator[type[Request[Any]]]:
    """Yield every kind of request of the program."""
    for module in pkgutil.walk_packages(jobs.__path__, f"{jobs.__name__}."):
        if module.name.endswith(("_request", ".request")):
            found = importlib.import_module(module.name)
            for value in vars(found).values():
                ours = isinstance(value, type) and value.__module__ == found.__name__
                if ours and issubclass(value, Request) and value.work:
                    yield value


@pytest.mark.parametrize("kind", list(_kinds()))
def test_the_function_takes_the_request_and_returns_its_summary(kind: type[Request[Any]]) -> None:
    module, name = kind.work.split(":")
    hints = typing.get_type_hints(getattr(importlib.import_module(module), name))
    bases = kind.__orig_bases__  # type: ignore[attr-defined]  # of every generic class
    base = next(base for base in bases if issubclass(typing.get_origin(base), Request))
    assert list(hints.values()) == [Control, kind, *typing.get_args(base)]


@pytest.mark.parametrize(
    "request_",
    [
        ScanRequest(Path("l"), [Path("f")], Settings()),
        GroupRequest(Path("l"), Settings()),
        DownloadRequest(BUFFALO_L, accept_terms=True),
        DemonstrationRequest(Settings()),
        ExportRequest(Path("l"), (1,), "Anna", Path("f")),
        NamesRequest(Path("l"), (Path("f"),)),
        WritingRequest(Path("l"), (1,), "Anna"),
        DuplicatesRequest(Path("l"), quiet=True),
        ScenesRequest(Path("l"), 1.0, quiet=True),
    ],
)
def test_requests_travel(request_: Request[Any]) -> None:
    assert pickle.loads(pickle.dumps(request_)) == request_
    assert request_.title


@pytest.mark.parametrize("kind", [DuplicatesRequest, ScenesRequest])
def test_a_search_that_nobody_asked_for_is_for_idle_times(
    kind: type[DuplicatesRequest | ScenesRequest],
) -> None:
    asked, quiet = kind(Path("l")), kind(Path("l"), quiet=True)
    assert (asked.gives_way, asked.idle) == (False, False)
    assert (quiet.gives_way, quiet.idle) == (True, True)
