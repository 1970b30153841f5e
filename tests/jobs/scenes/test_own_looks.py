"""A search that first lets the network learn from the library's own photos."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from photoorg.analysis.picture_features import PictureFeatures
from photoorg.clustering.systems.dac_head import Layer
from photoorg.errors import Cancelled
from photoorg.jobs.messages import Message, Progress
from photoorg.jobs.progress import Control
from photoorg.jobs.scenes import own_looks
from photoorg.jobs.scenes.learning import run
from photoorg.jobs.scenes.own_looks import learned_from
from photoorg.jobs.scenes.request import LOOKING, ScenesRequest
from photoorg.library.scenes.values import OwnLooks
from tests.jobs.scenes.pictures import pictures
from tests.jobs.scenes.test_learning import EACH, add, library, places, search

__all__ = ["library"]


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_looks, "FEWEST", 40)


def models(library) -> set[str]:
    return {model for (model,) in library.connection.rows("SELECT model FROM picture_features")}


@pytest.mark.usefixtures("_few")
def test_the_network_learns_from_the_photos_and_no_group_has_two_kinds(library) -> None:
    kinds = add(library, pictures(EACH))
    search(library)
    own = library.scenes.own_looks()
    assert own.state is None
    assert own.network is not None
    assert models(library) == {PictureFeatures(own.network).model} != {PictureFeatures().model}
    for scene in library.scenes.every():
        assert len({kinds[photo] for photo in scene.photo_ids}) == 1
    assert len({kinds[photo] for photo in places(library)}) == 4


@pytest.mark.usefixtures("_few")
def test_new_photos_join_by_the_same_network_also_where_pytorch_is_gone(
    library, monkeypatch
) -> None:
    kinds = add(library, pictures(EACH))
    search(library)
    before, network = places(library), library.scenes.own_looks().network
    monkeypatch.setattr(own_looks, "find_spec", lambda _: None)
    more = add(library, pictures(2, seed=1))
    search(library)
    after = places(library)
    assert {photo: scene for photo, scene in after.items() if photo in kinds} == before
    assert any(photo in after for photo in more)
    assert library.scenes.own_looks().network == network


def stop_while_the_network_learns(library) -> None:
    """Cancel a search after an epoch of the whole network."""

    def stop(message: Message) -> None:
        if isinstance(message, Progress) and library.scenes.own_looks().state is not None:
            control.cancel()

    control = Control(stop)
    with pytest.raises(Cancelled):
        run(control, ScenesRequest(library.path))


@pytest.mark.usefixtures("_few")
def test_a_search_that_was_stopped_while_the_network_learns_goes_on(library) -> None:
    add(library, pictures(EACH))
    stop_while_the_network_learns(library)
    begun = library.scenes.own_looks()
    assert begun.state is not None
    assert begun.network is None
    assert search(library).finished
    assert library.scenes.own_looks().state is None
    assert len(set(places(library).values())) == 4


@pytest.mark.usefixtures("_few")
def test_a_search_that_was_stopped_while_all_is_looked_at_again_goes_on(library) -> None:
    add(library, pictures(EACH))

    def stop(message: Message) -> None:
        looks = isinstance(message, Progress) and message.stage is LOOKING
        if looks and library.scenes.own_looks().network is not None:
            control.cancel()

    control = Control(stop)
    with pytest.raises(Cancelled):
        run(control, ScenesRequest(library.path))
    assert places(library) == {}
    assert search(library).finished
    assert len(set(places(library).values())) == 4
    assert models(library) == {own_looks.features_of(library.scenes).model}


@pytest.mark.usefixtures("_few")
def test_a_learning_from_another_network_or_of_other_photos_begins_anew(library) -> None:
    photos = np.array(sorted(add(library, pictures(EACH))))
    stop_while_the_network_learns(library)
    state, model = library.scenes.own_looks().state, PictureFeatures().model
    assert own_looks._begun(state, model, photos) is not None
    assert own_looks._begun(state, "of a newer program", photos) is None
    assert own_looks._begun(state, model, photos[1:]) is None


def test_few_photos_and_groups_that_are_there_stay_with_the_shipped_network(
    library, monkeypatch
) -> None:
    add(library, pictures(EACH))
    search(library)  # too few photos
    before = places(library)
    monkeypatch.setattr(own_looks, "FEWEST", 40)
    add(library, pictures(EACH, seed=1))
    search(library)
    assert library.scenes.own_looks() == OwnLooks(None, None)
    assert models(library) == {PictureFeatures().model}
    assert places(library).items() >= before.items()
    layer = Layer(np.zeros((128, 2), np.float32), np.zeros(2, np.float32))
    assert learned_from([b"no picture"], layer, 0) is None


def test_without_pytorch_the_shipped_network_is_used(library, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(own_looks, "FEWEST", 40)
    monkeypatch.setattr(own_looks, "find_spec", lambda _: None)
    add(library, pictures(EACH))
    search(library)
    assert library.scenes.own_looks() == OwnLooks(None, None)
    assert models(library) == {PictureFeatures().model}


@pytest.mark.usefixtures("_few")
def test_a_pytorch_that_does_not_work_is_none(library, monkeypatch) -> None:
    monkeypatch.setattr(own_looks, "LEARNS", "photoorg.training.not_there")
    add(library, pictures(EACH))
    assert search(library).groups
    assert library.scenes.own_looks() == OwnLooks(None, None)
