from pathlib import Path

import pytest
import torch
from torch import nn

from photoorg.errors import ModelError
from photoorg.training.starter.timed_run import TimedRecipe, TimedRun
from photoorg.types import no_progress

SHORT = TimedRecipe(minutes=0.002, cooldown=0.001, learning_rate=0.1, checkpoint_minutes=9)
WANTED = torch.tensor([[3.0, -2.0]])


def gradients(model: nn.Linear) -> float:
    loss = (model.weight - WANTED).square().sum() + model.bias.square().sum()
    loss.backward()
    return float(loss.detach())


def train(model: nn.Linear, recipe: TimedRecipe, checkpoint: Path) -> TimedRun[nn.Linear]:
    run = TimedRun(model, recipe, checkpoint, no_progress)
    while run.goes_on():
        run.step(gradients(model))
        if run.is_due():
            run.save(chunks=7)
    return run


def test_a_run_learns_and_ends_with_its_time(tmp_path: Path) -> None:
    torch.manual_seed(0)
    model = nn.Linear(2, 1)
    first = gradients(model)
    model.zero_grad()
    run = train(model, SHORT, tmp_path / "run.pt")
    assert run.seconds >= 60 * SHORT.minutes
    assert run.loss < first
    assert gradients(run.average) < first
    assert (tmp_path / "run.pt").is_file()


def test_a_run_goes_on_from_its_checkpoint(tmp_path: Path) -> None:
    first = train(nn.Linear(2, 1), SHORT, tmp_path / "run.pt")
    ended = TimedRun(nn.Linear(2, 1), SHORT, tmp_path / "run.pt", no_progress)
    assert not ended.goes_on()
    assert ended.state == first.state
    assert ended.state["chunks"] == 7
    assert torch.equal(ended.average.weight, first.average.weight)
    longer = TimedRecipe(minutes=ended.seconds / 60 + 0.002, cooldown=0.001)
    second = train(nn.Linear(2, 1), longer, tmp_path / "run.pt")
    assert second.state["step"] > first.state["step"]


def test_a_loss_that_is_no_number_ends_the_run(tmp_path: Path) -> None:
    model = nn.Linear(2, 1)
    run = TimedRun(model, SHORT, tmp_path / "run.pt", no_progress)
    before = model.weight.detach().clone()
    gradients(model)
    with pytest.raises(ModelError, match="smaller learning rate"):
        run.step(float("nan"))
    assert torch.equal(model.weight, before)


def test_a_network_of_another_shape_does_not_go_on(tmp_path: Path) -> None:
    train(nn.Linear(2, 1), SHORT, tmp_path / "run.pt")
    with pytest.raises(ModelError, match=r"run\.pt"):
        TimedRun(nn.Linear(3, 1), SHORT, tmp_path / "run.pt", no_progress)
