"""What both networks share: building blocks, precision, averaging, checkpoints, export."""

import copy
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from photoorg.errors import ModelError


class Block(nn.Module):
    """Residual block ``x + conv(relu(bn(conv(x))))``: one normalisation, which folds away."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.expand = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(width)
        self.contract = nn.Conv2d(width, width, 3, padding=1, bias=False)
        nn.init.zeros_(self.contract.weight)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.contract(torch.relu(self.norm(self.expand(x))))


def convolution(inputs: int, outputs: int, *, kernel: int, stride: int = 1) -> nn.Sequential:
    """Return a convolution with normalisation and rectifier."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(),
    )


Network = TypeVar("Network", bound=nn.Module)


def folded_copy(model: Network, before: nn.Module | None = None, kept: float = 0.0) -> Network:
    """Return a float32 copy for inference, normalisation folded into the convolutions.

    Its weights are averaged with those of the folded network ``before``, which has the share
    ``kept``: what training went on for is learned, and less is forgotten (Wortsman et al. 2022).
    """
    folded: Network = copy.deepcopy(model).cpu().float().eval()
    folded.to(memory_format=torch.contiguous_format)
    fuse = nn.utils.fusion.fuse_conv_bn_eval
    for layer in list(folded.modules()):
        if isinstance(layer, Block):
            layer.expand = fuse(layer.expand, layer.norm)
            layer.norm = nn.Identity()
        elif isinstance(layer, nn.Sequential) and isinstance(layer[1], nn.BatchNorm2d):
            layer[0], layer[1] = fuse(layer[0], layer[1]), nn.Identity()
    if before is not None:
        follow_average(folded, before, 1 - kept)
    return folded


@torch.no_grad()
def unfold(model: nn.Module, path: Path, example: Tensor) -> None:
    """Fill a network from its exported file, the other way round of :func:`folded_copy`.

    The file knows no normalisation any more. It is found again on ``example``, a batch of typical
    input: its figures become the running ones, scale and shift are chosen so that nothing changes.
    What the file does not hold stays as it is. Raises ModelError for another network's file.
    """
    weights = exported_weights(path)
    model.eval()
    pairs = [
        (f"{name}{part}", convolved, norm)
        for name, layer in model.named_modules()
        for part, convolved, norm in _normalised(layer)
    ]
    try:
        for name, convolved, norm in pairs:
            convolved.weight.copy_(weights.pop(f"{name}.weight"))
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
            norm.weight.fill_(1)
            norm.bias.copy_(weights.pop(f"{name}.bias"))
        own = dict(model.named_parameters())
        for name, weight in weights.items():
            own[name].copy_(weight)
    except (KeyError, RuntimeError) as error:
        raise ModelError(f"{path} is not a file of this network; go on from another") from error
    hooks = [convolved.register_forward_hook(_renormalise(norm)) for _, convolved, norm in pairs]
    model(example)
    for hook in hooks:
        hook.remove()


def _normalised(layer: nn.Module) -> list[tuple[str, nn.Conv2d, nn.BatchNorm2d]]:
    if isinstance(layer, Block):
        return [(".expand", layer.expand, layer.norm)]
    if isinstance(layer, nn.Sequential) and len(layer) > 1:
        first, second = layer[0], layer[1]
        if isinstance(first, nn.Conv2d) and isinstance(second, nn.BatchNorm2d):
            return [(".0", first, second)]
    return []


def _renormalise(norm: nn.BatchNorm2d) -> Any:
    def hook(_layer: nn.Module, _inputs: Any, output: Tensor) -> None:
        assert norm.running_mean is not None
        assert norm.running_var is not None
        mean, variance = output.mean((0, 2, 3)), output.var((0, 2, 3))
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean)

    return hook


def exported_weights(path: Path) -> dict[str, Tensor]:
    """Return the parameters in an exported file, by their names in the network."""
    import onnx

    try:
        stored = onnx.load(str(path)).graph.initializer
    except Exception as error:
        raise ModelError(f"{path} is no ONNX file to go on from") from error
    return {
        value.name.removesuffix(".half").removeprefix("model."): torch.from_numpy(
            onnx.numpy_helper.to_array(value).astype(np.float32)
        )
        for value in stored
        if value.name.startswith("model.")
    }


@contextmanager
def one_core() -> Iterator[None]:
    """Leave the other cores to what somebody waits for; small networks gain little from more."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def reduced_precision(device: str) -> Any:
    """Return the bfloat16 context where the device computes faster in it."""
    if device.startswith("cuda"):
        return torch.autocast("cuda", dtype=torch.bfloat16)
    bfloat16 = torch.ops.mkldnn._is_mkldnn_bf16_supported  # noqa: SLF001 - nothing public asks it
    if bfloat16():
        return torch.autocast("cpu", dtype=torch.bfloat16)
    return nullcontext()


@torch.no_grad()
def follow_average(average: nn.Module, model: nn.Module, decay: float) -> None:
    """Move the averaged network towards the trained one."""
    mine, theirs = average.state_dict(), model.state_dict()
    for name, value in mine.items():
        if value.dtype.is_floating_point:
            value.lerp_(theirs[name], 1 - decay)


def share_gradients(model: nn.Module, seconds: float) -> float:
    """Average the gradients over the processes that train together and agree on the time.

    Does nothing in a process that trains alone. The first process's ``seconds`` count, so that all
    of them use one learning rate and stop at the same step.
    """
    if not torch.distributed.is_initialized():
        return seconds
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    first = torch.distributed.get_rank() == 0
    clock = torch.tensor([seconds if first else 0.0], device=gradients[0].device)
    together = torch.cat([clock, *(gradient.flatten() for gradient in gradients)])
    torch.distributed.all_reduce(together)
    sizes = [gradient.numel() for gradient in gradients]
    shares = (together[1:] / torch.distributed.get_world_size()).split(sizes)
    for gradient, share in zip(gradients, shares, strict=True):
        gradient.copy_(share.reshape(gradient.shape))
    return float(together[0])


def rank() -> int:
    """Return which of the processes that train together this is; 0 alone."""
    return torch.distributed.get_rank() if torch.distributed.is_initialized() else 0


def save(path: Path, model: Any, average: Any, optimizers: list[Any], state: Any) -> None:
    """Write the checkpoint so that a crash leaves the old or the new one."""
    part = path.with_suffix(".part")
    content = {
        "model": model.state_dict(),
        "average": average.state_dict(),
        "optimizers": [optimizer.state_dict() for optimizer in optimizers],
        "state": state,
    }
    torch.save(content, part)
    part.replace(path)


def restore(path: Path, model: Any, average: Any, optimizers: list[Any]) -> dict[str, float]:
    """Fill the networks and optimisers from the checkpoint and return its counters."""
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        model.load_state_dict(content["model"])
        average.load_state_dict(content["average"])
        for optimizer, saved in zip(optimizers, content["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
    except (OSError, RuntimeError, KeyError, ValueError) as error:
        raise ModelError(f"{path} does not fit this network: move it away to start anew") from error
    return dict(content["state"])


def export_network(
    network: nn.Module,
    path: Path,
    *,
    example: Tensor,
    dynamic: dict[int, Any],
    inputs: list[str],
    outputs: list[str],
) -> None:
    """Write ``network`` as ONNX with float16 weights, replacing ``path`` in one go."""
    import onnx

    part = path.with_suffix(".part.onnx")
    with warnings.catch_warnings():
        # The exporter still uses parts of torch that torch itself announces to remove.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.eval(),
            (example,),
            str(part),
            dynamo=True,
            input_names=inputs,
            output_names=outputs,
            dynamic_shapes=(dynamic,),
            external_data=False,
            verbose=False,
        )
    proto = onnx.load(str(part))
    forget_origin(proto)
    halve_weights(proto)
    onnx.checker.check_model(proto)
    onnx.save(proto, str(part))
    part.replace(path)


def forget_origin(proto: Any) -> None:
    """Take out what the exporter notes of the program: its modules, files and their folders."""
    graph = proto.graph
    for told in (graph, *graph.node, *graph.value_info, *graph.input, *graph.output):
        del told.metadata_props[:]
        told.doc_string = ""


def halve_weights(proto: Any) -> None:
    """Store every large float32 weight as float16 behind a cast; the arithmetic stays float32."""
    import onnx

    for weight in list(proto.graph.initializer):
        if weight.data_type != onnx.TensorProto.FLOAT or np.prod(weight.dims) < 256:
            continue
        values = onnx.numpy_helper.to_array(weight).astype(np.float16)
        stored = f"{weight.name}.half"
        proto.graph.initializer.append(onnx.numpy_helper.from_array(values, stored))
        cast = onnx.helper.make_node(
            "Cast", [stored], [weight.name], to=onnx.TensorProto.FLOAT, name=f"Cast.{weight.name}"
        )
        proto.graph.node.insert(0, cast)
        proto.graph.initializer.remove(weight)
