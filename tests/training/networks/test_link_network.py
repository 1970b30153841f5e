import pytest

torch = pytest.importorskip("torch")

from photoorg.clustering.scoring.relations import UNIT  # noqa: E402 - after the skip
from photoorg.clustering.systems.pivot_relations import FEATURES  # noqa: E402
from photoorg.training.networks.link_network import (  # noqa: E402
    GraphConvolution,
    RelationNetwork,
    WeighedConvolution,
)


def test_a_convolution_is_the_formula():
    torch.manual_seed(0)
    layer = GraphConvolution(3, 2)
    nodes = torch.randn(4, 3)
    joined_to = torch.tensor([[0, 1, 1, 0], [1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]).float()
    rows, columns = joined_to.nonzero(as_tuple=True)
    degrees = joined_to.sum(dim=1, keepdim=True)
    mean = torch.where(degrees > 0, joined_to @ nodes / degrees.clamp(min=1), 0.0)
    weights = torch.cat([layer.own, layer.near], dim=1)
    wanted = torch.relu(torch.cat([nodes, mean], dim=1) @ weights.T + layer.bias)
    found = layer(nodes, rows, columns, 1 / degrees.clamp(min=1))
    assert torch.allclose(found, wanted, atol=1e-6)


def test_a_weighed_convolution_is_the_formula():
    torch.manual_seed(0)
    layer = WeighedConvolution(3, 2)
    nodes, shares = torch.randn(4, 3), torch.tensor([0.5, 0.25, 0.75])
    rows, columns = torch.tensor([0, 0, 2]), torch.tensor([1, 3, 0])
    adjacency = torch.zeros(4, 4)
    adjacency[rows, columns] = shares
    wanted = nodes @ layer.own.weight.T + layer.own.bias + adjacency @ nodes @ layer.near.weight.T
    found = layer(nodes, rows, columns, shares[:, None])
    assert torch.allclose(found, torch.relu(wanted), atol=1e-6)


def test_a_new_network_for_all_recognisers_is_the_calibrated_cosine():
    features, hops = torch.randn(6, FEATURES), torch.tensor([1, 4])
    links = torch.tensor([0, 2]), torch.tensor([2, 0]), torch.ones(2, 1)
    found = RelationNetwork([8, 8, 8, 8])(features, *links, hops)
    assert torch.equal(found, UNIT * features[hops, 0])
