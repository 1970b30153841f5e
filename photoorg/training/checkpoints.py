"""Checkpoints of small trainings: a stopped run goes on, and only with its own recipe."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from photoorg.errors import DataError


def load_checkpoint(
    path: Path, recipe: Any, network: nn.Module, *optimizers: torch.optim.Optimizer
) -> int:
    """Restore a stopped run from a file and return how many steps it had done; 0 without a file.

    Raises DataError when the file was written by a run with another recipe, or is damaged.
    """
    if not path.exists():
        return 0
    try:
        state = torch.load(path, weights_only=True)
        if state["recipe"] != _plain(recipe):
            raise DataError(
                f"{path} belongs to a training with other settings; use these, or delete it."
            )
        network.load_state_dict(state["network"])
        for optimizer, saved in zip(optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        torch.set_rng_state(state["random"])
        done: int = state["done"]
    except (KeyError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise DataError(f"{path} is no checkpoint of this training; delete it.") from error
    return done


def save_checkpoint(
    path: Path, recipe: Any, done: int, network: nn.Module, *optimizers: torch.optim.Optimizer
) -> None:
    """Write how far a run is; the old file stays until the new one is whole."""
    state = {
        "recipe": _plain(recipe),
        "done": done,
        "network": network.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers],
        "random": torch.get_rng_state(),
    }
    fresh = path.with_name(path.name + ".part")
    torch.save(state, fresh)
    fresh.replace(path)


def _plain(recipe: Any) -> dict[str, Any]:
    return {key: value for key, value in asdict(recipe).items() if key != "device"}
