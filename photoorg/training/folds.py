"""Which people a network learns from, and which are kept out to tell how good it is."""

import json
from pathlib import Path

import numpy as np

from photoorg.clustering.engine import Labels
from photoorg.errors import DataError


def folds(labels: Labels, count: int, seed: int) -> list[tuple[Labels, Labels]]:
    """Return ``(people to train on, people to test on)`` for every fold; no person is in both."""
    people = np.random.default_rng(seed).permutation(np.unique(labels))
    parts = np.array_split(people, count)
    return [
        (np.concatenate([other for other in parts if other is not part]), part) for part in parts
    ]


def kept_out(network: Path, people: Labels) -> Labels:
    """Return those of the ``people`` of a file that a pair scorer trained on it did not see.

    The card beside the network tells how many these are. Raises DataError where there are none.
    """
    card = network.with_suffix(".md")
    recipe = card.read_text(encoding="utf-8").split("```json")[1:] if card.exists() else []
    held_out = int(json.loads(recipe[0].split("```")[0]).get("held_out", 0)) if recipe else 0
    if not held_out:
        raise DataError(
            f"No card beside {network} says that people were kept out of its training; train one"
            " with “photoorg train similarity”."
        )
    return folds(people, held_out, 0)[0][1]
