"""What every kind of job is made of: a request, which also holds the job's words, and a summary.

A kind of job is one frozen dataclass in a light module of its own, with its stages and its summary
beside it, and the function that does the work in another module. The function is named only, as
the program that asks for a job never loads what the job needs.
"""

import importlib
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Generic, TypeVar, cast

from photoorg.jobs.messages import Summary
from photoorg.jobs.progress import Control
from photoorg.tr import tr

S_co = TypeVar("S_co", bound=Summary | None, covariant=True)


class Request(ABC, Generic[S_co]):
    """Asks for a job that ends with a summary ``S_co``; holds only what can be pickled.

    ``work`` is ``"module:function"``, called as ``function(control, request)`` in the worker
    process. ``reads_photos`` says that what is not in the library yet may come while it runs.
    """

    work: ClassVar[str] = ""
    reads_photos: ClassVar[bool] = False

    @property
    def gives_way(self) -> bool:
        """Whether nobody asked for it: it ends when somebody asks for another job."""
        return False

    @property
    def idle(self) -> bool:
        """Whether it is done while there is nothing else to do: it ends for any other job."""
        return False

    @property
    def gently(self) -> bool:
        """Whether other programs go first, and keep half of the computer."""
        return self.gives_way or self.idle

    @property
    @abstractmethod
    def title(self) -> str:
        """What the job works on, in words for the user."""

    def run(self, control: Control) -> S_co:
        """Do the job in this process; raises what its function raises."""
        module, function = self.work.split(":")
        return cast("S_co", getattr(importlib.import_module(module), function)(control, self))


@dataclass(frozen=True)
class AllPhotosRequest(Request[S_co]):
    """Asks for something about all photos of a library.

    ``quiet``: nobody asked for it, photos may just have come.
    """

    library: Path
    quiet: bool = field(default=False, kw_only=True)

    @property
    def gives_way(self) -> bool:
        return self.quiet

    @property
    def idle(self) -> bool:
        return self.quiet

    @property
    def title(self) -> str:
        """Always the same: no photo is left out."""
        return tr("all photos")
