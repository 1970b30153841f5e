"""The networks of L-GCN: four graph convolutions and a head that tells which links are right."""

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.scoring.relations import UNIT
from photoorg.clustering.systems.pivot_relations import FEATURES

MOST = 10.0
"""How far a logit of the calibrated cosine may be corrected."""


class GraphConvolution(nn.Module):
    """``relu([X | A X] W + b)``; W is kept in two halves, so that A X is taken after narrowing.

    Only the last ``joint`` outputs see the neighbours; None is all, as published.
    """

    def __init__(self, inputs: int, outputs: int, joint: int | None = None) -> None:
        super().__init__()
        whole = nn.init.xavier_uniform_(torch.empty(outputs, 2 * inputs))
        self.own = nn.Parameter(whole[:, :inputs].clone())
        self.near = nn.Parameter(whole[-(joint or outputs) :, inputs:].clone())
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, nodes: Tensor, rows: Tensor, columns: Tensor, shares: Tensor) -> Tensor:
        return self.joined(nodes @ self.own.T, nodes @ self.near.T, rows, columns, shares)

    def joined(
        self, own: Tensor, near: Tensor, rows: Tensor, columns: Tensor, shares: Tensor
    ) -> Tensor:
        """Return the layer's rows ``(m, outputs)`` for both halves of the product."""
        sums = torch.zeros_like(near).index_add(0, rows, near.index_select(0, columns))
        means = functional.pad(shares * sums, (own.shape[1] - near.shape[1], 0))
        return functional.relu(own + means + self.bias)


class LinkNetwork(nn.Module):
    """Faces ``(f, d)`` and the arrays of their sub-graphs to one logit ``(h,)`` per asked link."""

    def __init__(self, dimension: int, widths: Sequence[int], joint: int | None = None) -> None:
        super().__init__()
        # Its running figures are measured once and stay, in training too.
        self.scale = nn.BatchNorm1d(dimension, affine=False, momentum=None)
        self.layers = nn.ModuleList([GraphConvolution(dimension, widths[0], joint)])
        for inputs, outputs in pairwise(widths):
            self.layers.append(GraphConvolution(inputs, outputs))
        last = widths[-1]
        self.head = nn.Sequential(nn.Linear(last, last), nn.PReLU(last), nn.Linear(last, 2))

    def forward(
        self,
        faces: Tensor,
        nodes: Tensor,
        pivots: Tensor,
        rows: Tensor,
        columns: Tensor,
        shares: Tensor,
        hops: Tensor,
    ) -> Tensor:
        seen = self.projected(faces)
        return self.logits(*seen, nodes, pivots, rows, columns, shares, hops)

    def projected(self, faces: Tensor) -> tuple[Tensor, Tensor]:
        """Return both halves of the first product for faces ``(f, d)`` and the mean difference.

        A product with ``x_q - x_p`` is the difference of two products, so every face is multiplied
        once and not once per sub-graph; the last row belongs to the mean that is subtracted.
        """
        every = torch.cat([faces, self.scale.running_mean[None]])
        scaled = every * torch.rsqrt(self.scale.running_var + self.scale.eps)
        return scaled @ self.layers[0].own.T, scaled @ self.layers[0].near.T

    def logits(
        self,
        own: Tensor,
        near: Tensor,
        nodes: Tensor,
        pivots: Tensor,
        rows: Tensor,
        columns: Tensor,
        shares: Tensor,
        hops: Tensor,
    ) -> Tensor:
        """Return the logits for what :meth:`projected` gives."""
        own, near = (
            half.index_select(0, nodes) - half.index_select(0, pivots) - half[-1]
            for half in (own, near)
        )
        found = self.layers[0].joined(own, near, rows, columns, shares)
        for layer in self.layers[1:]:
            found = layer(found, rows, columns, shares)
        both = self.head(found[hops])
        # The softmax of two outputs is the sigmoid of their difference.
        return both[:, 1] - both[:, 0]


class RelationNetwork(nn.Module):
    """Relations ``(m, f)`` of nodes and weighed links to one logit ``(h,)`` per asked link.

    It corrects the calibrated cosine, so that where it has learned nothing, nothing changes.
    """

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            WeighedConvolution(*sizes) for sizes in pairwise((FEATURES, *widths))
        )
        last = widths[-1]
        self.head = nn.Sequential(
            nn.Linear(last + FEATURES, last), nn.PReLU(last), nn.Linear(last, 1)
        )
        nn.init.zeros_(self.head[2].weight)
        nn.init.zeros_(self.head[2].bias)

    def forward(
        self, features: Tensor, rows: Tensor, columns: Tensor, shares: Tensor, hops: Tensor
    ) -> Tensor:
        nodes = features
        for layer in self.layers:
            nodes = layer(nodes, rows, columns, shares)
        asked = features.index_select(0, hops)
        correction = self.head(torch.cat([nodes.index_select(0, hops), asked], dim=1))[:, 0]
        return UNIT * asked[:, 0] + MOST * torch.tanh(correction / MOST)


class WeighedConvolution(nn.Module):
    """``relu([X | A X] W + b)`` with the weights ``shares (e, 1)`` of the links in A."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.own = nn.Linear(inputs, outputs)
        self.near = nn.Linear(inputs, outputs, bias=False)

    def forward(self, nodes: Tensor, rows: Tensor, columns: Tensor, shares: Tensor) -> Tensor:
        near = self.near(nodes)
        sent = shares * near.index_select(0, columns)
        return functional.relu(self.own(nodes) + torch.zeros_like(near).index_add(0, rows, sent))
