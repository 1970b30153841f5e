"""The network that judges pairs: attention over the neighbours of one face."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.clustering.scoring.relations import (
    FEATURES,
    UNIT,
)

MOST = 10.0
"""How far a logit may be corrected."""


class Layer(nn.Module):
    """Pre-norm attention with a given bias, and a feed-forward part."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.three, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        parts = self.three(self.before(x)).unflatten(2, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        weights = query @ key.transpose(2, 3) / query.shape[3] ** 0.5 + bias
        mixed = (weights.softmax(dim=3) @ value).transpose(1, 2).flatten(2)
        x = x + self.out(mixed)
        return x + self.down(functional.gelu(self.up(self.between(x))))


class PairNetwork(nn.Module):
    """Tokens ``(m, t, f)`` and table ``(m, t, t)`` to logits ``(m, t)`` of being one person.

    A network ``with_beside`` is also shown the table of the other embeddings there are. It
    corrects the calibrated cosine, so that where it has learned nothing, nothing changes.
    """

    def __init__(
        self,
        *,
        with_beside: bool = False,
        width: int = 96,
        heads: int = 4,
        layers: int = 2,
        bias: int = 16,
    ) -> None:
        super().__init__()
        self.heads = heads
        features, similarities = FEATURES + with_beside, 2 + with_beside
        self.tokens = nn.Linear(features, width)
        self.bias = nn.Sequential(
            nn.Linear(similarities, bias), nn.ReLU(), nn.Linear(bias, heads * layers)
        )
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        self.head = nn.Sequential(
            nn.Linear(2 * width + features, width), nn.GELU(), nn.Linear(width, 1)
        )
        nn.init.zeros_(self.head[2].weight)
        nn.init.zeros_(self.head[2].bias)

    def forward(self, tokens: Tensor, table: Tensor, beside: Tensor | None = None) -> Tensor:
        # Rough probability beside the similarity: what matters changes fast around the middle.
        pairs = [table, torch.sigmoid(UNIT * table)]
        if beside is not None:
            pairs.append(beside)
            tokens = torch.cat([tokens, beside[:, 0, :, None]], dim=2)
        biases = self.bias(torch.stack(pairs, dim=3)).permute(0, 3, 1, 2).split(self.heads, dim=1)
        x = self.tokens(tokens)
        for layer, bias in zip(self.layers, biases, strict=True):
            x = layer(x, bias)
        x = self.last(x)
        anchor = x[:, :1].expand_as(x)
        correction = self.head(torch.cat([anchor, x, tokens], dim=2))[..., 0]
        return UNIT * tokens[..., 0] + MOST * torch.tanh(correction / MOST)
