"""What the cards of the networks for any recogniser say of one that they were not trained on."""

import re

import pytest

from photoorg.clustering.scoring.networks import generic_network
from photoorg.clustering.systems import ball_cluster, lgcn

NOISE = 0.001
"""What a figure differs by from one seed to the next."""
LINE = re.compile(
    r"\* (?P<file>\S+)(?P<left_out> \(recogniser left out\))?: "
    r"BCubed F(?P<plain> of components at their best threshold)?: (?P<f>[\d.]+)"
)


@pytest.mark.parametrize("family", [lgcn.FAMILY, ball_cluster.FAMILY])
def test_on_a_recogniser_left_out_they_beat_plain_components_at_their_best(family: str):
    learned, plain = left_out(family)
    assert sum(learned.values()) > sum(plain.values())


def test_balls_do_so_on_every_set_of_it():
    learned, plain = left_out(ball_cluster.FAMILY)
    assert all(learned[file] >= plain[file] - NOISE for file in plain)


def left_out(family: str) -> tuple[dict[str, float], dict[str, float]]:
    """Return BCubed F by file, of the network and of components."""
    network = generic_network(family)
    assert network is not None
    card = network.path.with_suffix(".md").read_text(encoding="utf-8")
    lines = [line for line in LINE.finditer(card) if line["left_out"]]
    learned = {line["file"]: float(line["f"]) for line in lines if not line["plain"]}
    plain = {line["file"]: float(line["f"]) for line in lines if line["plain"]}
    assert learned.keys() == plain.keys() != set()
    return learned, plain
