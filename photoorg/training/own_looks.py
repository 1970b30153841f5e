"""What photos look like, learned from those of one library: the whole network of DAC.

Deep Adaptive Clustering (ICCV 2017) learns a network from its own answers. Begun at once, the
network that comes with the program (:mod:`photoorg.analysis.picture_features`) would soon answer
that everything is alike: beaches and woods became one group. So the constraint layer learns alone
first (:mod:`photoorg.clustering.systems.dac_layer`), and where it has settled, at the end of the
schedule, the whole network goes on: similarities of outer batches say which pairs are similar and
which are not, and minibatches of two views of each picture lower the same loss. A view is moved,
turned, sized, mirrored and lit otherwise, with some noise on its features. What lies below the
layer learns a hundred times slower than the layer itself.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

import torch
from torch import Tensor, nn
from torch.nn import functional

from photoorg.analysis.picture_features import NETWORK, as_input
from photoorg.clustering.systems.dac import thresholds
from photoorg.clustering.systems.dac_head import Layer
from photoorg.training.dac import pair_loss, warped
from photoorg.training.network import one_core
from photoorg.training.networks.looks_network import LooksNetwork
from photoorg.training.networks.picture_network import LAST_X, PictureRecipe, constrain
from photoorg.types import FloatArray, Pixels

_WARPS = PictureRecipe(shift=0.15, turn=0.1, scale=0.2, bend=0.02)
_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class OwnLooksRecipe:
    """Everything a run depends on besides its photos.

    ``noise`` on views as a share of the spread of each feature; ``light`` and ``contrast`` are the
    largest changes, as a share of half the range and of what there is.
    """

    epochs: int = 5
    outer: int = 1000
    rounds: int = 2
    batch: int = 125
    views: int = 4
    noise: float = 0.3
    light: float = 0.15
    contrast: float = 0.15
    learning_rate: float = 3e-5
    layer_rate: float = 3e-3
    seed: int = 0


class OwnLooksLearning:
    """Learns from shrunk pictures ``(n, 96, 96, 3)`` with their layout and colours ``(n, 120)``.

    ``layer`` has learned from the features of the network that it begins with. What it is at after
    an epoch can be kept and taken up. Whether it was stopped in between makes no difference: the
    chance of an epoch is its own.
    """

    def __init__(
        self,
        pictures: Pixels,
        simple: FloatArray,
        layer: Layer,
        recipe: OwnLooksRecipe,
        state: bytes | None = None,
    ) -> None:
        self.epoch, self.epochs = 0, recipe.epochs
        self._recipe = recipe
        self._pictures, self._simple = pictures, torch.from_numpy(simple)
        self._network = LooksNetwork(NETWORK).eval()
        with torch.no_grad(), one_core():
            rows = torch.arange(len(pictures))
            told = torch.cat([self._features(some) for some in rows.split(_AT_ONCE)])
        self._noise = recipe.noise * told.std(dim=0)
        self._layer = nn.Linear(*layer.weights.shape)
        with torch.no_grad():
            self._layer.weight.copy_(torch.from_numpy(layer.weights.T))
            self._layer.bias.copy_(torch.from_numpy(layer.bias))
        self._optimizer = torch.optim.RMSprop(
            [
                {"params": self._network.parameters(), "lr": recipe.learning_rate},
                {"params": self._layer.parameters(), "lr": recipe.layer_rate},
            ]
        )
        if state is not None:
            kept = torch.load(io.BytesIO(state), weights_only=True)
            self.epoch = kept["epoch"]
            self._network.load_state_dict(kept["network"])
            self._layer.load_state_dict(kept["layer"])
            self._optimizer.load_state_dict(kept["optimizer"])

    @property
    def done(self) -> bool:
        """Whether all epochs are over."""
        return self.epoch >= self.epochs

    def state(self) -> bytes:
        """Return what it is at, for another one to go on with the same pictures and recipe."""
        file = io.BytesIO()
        state = {
            "epoch": self.epoch,
            "network": self._network.state_dict(),
            "layer": self._layer.state_dict(),
            "optimizer": self._optimizer.state_dict(),
        }
        torch.save(state, file)
        return file.getvalue()

    def network(self) -> bytes:
        """Return the network as it is now, as a file for ``PictureFeatures``."""
        content: bytes = self._network.exported()
        return content

    @property
    def layer(self) -> Layer:
        """The layer as it is now."""
        weight, bias = (part.detach().numpy().copy() for part in self._layer.parameters())
        return Layer(weight.T.copy(), bias)

    def learn_epoch(self, between: Callable[[], None] = lambda: None) -> None:
        """Look at some outer batches and learn from each in minibatches.

        ``between`` is called every second or so; what it raises ends the epoch, which does not
        count then.
        """
        recipe = self._recipe
        band = thresholds(LAST_X)
        with torch.random.fork_rng(), one_core():
            torch.manual_seed(recipe.seed * 10_000 + self.epoch)
            for _ in range(recipe.rounds):
                rows = torch.randperm(len(self._pictures))[: recipe.outer]
                self._learn_outer(rows, band, between)
        self.epoch += 1

    def _learn_outer(
        self, rows: Tensor, band: tuple[float, float], between: Callable[[], None]
    ) -> None:
        looks = []
        for view in range(self._recipe.views):
            between()
            with torch.no_grad():
                looks.append(self._rows(rows, bent=view > 0))
        seen = functional.normalize(reduce(torch.add, looks), dim=1)
        parts = max(round(len(rows) / self._recipe.batch), 1)
        for part in torch.randperm(len(rows)).tensor_split(parts):
            between()
            one, other = (self._rows(rows[part], bent=True) for _ in range(2))
            loss = pair_loss(seen[part] @ seen[part].T, *band, one @ other.T)
            self._optimizer.zero_grad()
            loss.backward()
            self._optimizer.step()

    def _rows(self, rows: Tensor, *, bent: bool) -> Tensor:
        """Return the constraint layer's rows ``(m, K)`` of pictures, or of views of them."""
        return torch.cat([self._some_rows(some, bent=bent) for some in rows.split(_AT_ONCE)])

    def _some_rows(self, rows: Tensor, *, bent: bool) -> Tensor:
        features = self._features(rows, bent=bent)
        if bent:
            features = features + self._noise * torch.randn_like(features)
        return constrain(self._layer(features))

    def _features(self, rows: Tensor, *, bent: bool = False) -> Tensor:
        pictures = torch.from_numpy(as_input(self._pictures[rows.numpy()]))
        return self._network(self._view(pictures) if bent else pictures, self._simple[rows])

    def _view(self, pictures: Tensor) -> Tensor:
        count = len(pictures)
        view = warped(pictures, _WARPS)
        mirrored = torch.rand(count) < 0.5
        view[mirrored] = view[mirrored].flip(3)
        contrast = 1 + self._recipe.contrast * (2 * torch.rand(count, 3, 1, 1) - 1)
        return view * contrast + self._recipe.light * (2 * torch.rand(count, 1, 1, 1) - 1)
