"""The Muon optimiser: steepest descent under the spectral norm for weight matrices.

Jordan et al. 2024. With momentum ``m <- mu m + g`` and the Nesterov step ``n = g + mu m``, the
update is the orthogonal factor ``U V^T`` of ``n = U S V^T``, approximated by five odd polynomial
steps ``x <- a x + (b A + c A^2) x``, ``A = x x^T``. Convolutions are matrices (out, in * k * k).
"""

from collections.abc import Iterable

import torch
from torch import Tensor

COEFFICIENTS = (3.4445, -4.7750, 2.0315)


def orthogonalize(matrix: Tensor, steps: int = 5) -> Tensor:
    """Return nearly the closest semi-orthogonal matrix to ``matrix (r, c)``, as bfloat16."""
    a, b, c = COEFFICIENTS
    x = matrix.bfloat16()
    wide = x.shape[0] <= x.shape[1]
    x = x if wide else x.T
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x if wide else x.T


class Muon(torch.optim.Optimizer):
    """Muon for parameters of two and more dimensions; ``lr`` is the spectral norm of a step."""

    def __init__(
        self,
        params: Iterable[Tensor],
        lr: float = 0.03,
        momentum: float = 0.95,
        weight_decay: float = 0.02,
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        """Update every parameter that has a gradient."""
        assert closure is None
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                state = self.state[parameter]
                if not state:
                    state["momentum"] = torch.zeros_like(parameter)
                gradient = parameter.grad
                velocity = state["momentum"].mul_(group["momentum"]).add_(gradient)
                nesterov = gradient.add(velocity, alpha=group["momentum"])
                matrix = nesterov.reshape(len(parameter), -1)
                rows, columns = matrix.shape
                scale = max(1.0, rows / columns) ** 0.5
                update = orthogonalize(matrix).to(parameter.dtype).reshape(parameter.shape)
                parameter.mul_(1 - group["lr"] * group["weight_decay"])
                parameter.add_(update, alpha=-group["lr"] * scale)
