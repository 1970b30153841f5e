"""A training that takes so many minutes, may be stopped at any time and be resumed.

The learning rate is constant but for the first hundred steps, and falls linearly over the last
``cooldown`` minutes: a run may be cooled down or prolonged from its checkpoint. Matrices are
trained by Muon, everything else by AdamW at a tenth of the rate. What is exported is the average
of the network over the last steps.
"""

import copy
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

import numpy as np
import torch

from photoorg.errors import ModelError
from photoorg.training.muon import Muon
from photoorg.training.network import (
    Network,
    follow_average,
    rank,
    restore,
    save,
    share_gradients,
)
from photoorg.types import ProgressCallback

WARM_UP = 100
"""Steps in which the learning rate rises."""


@dataclass(frozen=True, slots=True)
class TimedRecipe:
    """Everything a run depends on besides its data; times in minutes of training."""

    minutes: float = 60.0
    cooldown: float = 20.0
    batch: int = 64
    learning_rate: float = 0.03
    weight_decay: float = 0.02
    ema: float = 0.998
    seed: int = 0
    checkpoint_minutes: float = 5.0


class TimedRun(Generic[Network]):
    """One run; it goes on from ``checkpoint`` where that is there.

    ``average`` is the averaged network, ``loss`` what the last steps cost on average. ``state`` is
    kept in the checkpoint: the steps and seconds that were trained, the chunks of material that
    were taken, and what else a training adds. ``progress`` counts seconds. Raises ModelError for
    another network's checkpoint.
    """

    def __init__(
        self, model: Network, recipe: TimedRecipe, checkpoint: Path, progress: ProgressCallback
    ) -> None:
        self.average: Network = copy.deepcopy(model).eval()
        self.state = {"step": 0, "seconds": 0.0, "chunks": 0}
        self.loss = 0.0
        self._model, self._recipe = model, recipe
        self._checkpoint, self._progress = checkpoint, progress
        self._rates = [recipe.learning_rate, recipe.learning_rate / 10]
        matrices = [p for p in model.parameters() if p.ndim > 1]
        vectors = [p for p in model.parameters() if p.ndim < 2]
        self._optimizers: list[Any] = [
            Muon(matrices, lr=self._rates[0], weight_decay=recipe.weight_decay),
            torch.optim.AdamW(vectors, lr=self._rates[1], weight_decay=0.0),
        ]
        if checkpoint.exists():
            self.state = restore(checkpoint, model, self.average, self._optimizers)
        self._saved, self._steps = self.state["seconds"], 0
        self._started = time.perf_counter()

    @property
    def seconds(self) -> float:
        """How long was trained, without the time that checkpoints took."""
        return self.state["seconds"]

    def random(self) -> np.random.Generator:
        """Return chance that goes on differently in every process and after every stop."""
        return np.random.default_rng([self._recipe.seed, rank(), int(self.state["step"])])

    def goes_on(self) -> bool:
        """Tell whether there is time left; it runs from the first time that this is asked."""
        if not self._steps:
            self._started = time.perf_counter()
        return self.seconds < self._limit

    def step(self, loss: float) -> None:
        """Follow the gradients that are there for ``loss``; ModelError where it is no number."""
        rate = self._share_of_rate()
        now = time.perf_counter()
        self.state["seconds"] = share_gradients(self._model, self.seconds + now - self._started)
        self._started = now
        if not np.isfinite(loss):
            raise ModelError("the training diverged: start again with a smaller learning rate")
        for optimizer, whole in zip(self._optimizers, self._rates, strict=True):
            optimizer.param_groups[0]["lr"] = whole * rate
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        done = self.state["step"]
        follow_average(self.average, self._model, min(self._recipe.ema, (1 + done) / (10 + done)))
        self.state["step"] += 1
        self._steps += 1
        self.loss = loss if self._steps == 1 else 0.99 * self.loss + 0.01 * loss
        self._progress(int(self.seconds), int(self._limit))

    def is_due(self) -> bool:
        """Tell whether this process is to export and save what there is by now."""
        due = self.seconds - self._saved > 60 * self._recipe.checkpoint_minutes
        return rank() == 0 and (due or not self.seconds < self._limit)

    def save(self, chunks: int) -> None:
        """Write the checkpoint; so many chunks of material were taken."""
        self.state["chunks"] = chunks
        save(self._checkpoint, self._model, self.average, self._optimizers, self.state)
        self._saved, self._started = self.seconds, time.perf_counter()

    @property
    def _limit(self) -> float:
        return 60 * self._recipe.minutes

    def _share_of_rate(self) -> float:
        left = (self._limit - self.seconds) / (60 * self._recipe.cooldown)
        return min(1.0, left) * min(1.0, (self.state["step"] + 1) / WARM_UP)
