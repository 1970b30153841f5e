"""What the list of engines says of each is true."""

import numpy as np
import pytest

from photoorg.clustering.engine import face_set
from photoorg.clustering.registry import ENGINES, engine_list, load_engine
from photoorg.evaluation.metrics import score
from tests.clustering.albums import people

USABLE = [engine.name for engine in engine_list() if engine.usable]
ALBUMS = {
    "three people": [4, 4, 4],
    "a few": [9, 8, 7, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1],
    "many": [30, 20, 12, 9, 8, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1],
}


def test_every_engine_is_told_of_in_sentences() -> None:
    assert [engine.name for engine in engine_list()] == list(ENGINES)
    for engine in engine_list():
        assert engine.usable == (not engine.why_not)
        for words in filter(None, (engine.about, engine.why_not)):
            assert words[0].isupper()
            assert words.endswith(".")


@pytest.mark.parametrize("sizes", ALBUMS.values(), ids=ALBUMS)
@pytest.mark.parametrize("name", USABLE)
def test_usable_engines_find_people(name: str, sizes: list[int]) -> None:
    if name == "lgcn" and len(sizes) == 3:
        pytest.skip("its network has never seen neighbourhoods of so few people")
    embeddings, truth = people(sizes, dimension=128)
    labels = load_engine(name, "mobilefacenet").fit_predict(face_set(embeddings))
    assert score(truth, labels).bcubed_f > 0.9


@pytest.mark.parametrize("name", ["facenet-knn", "facenet-lmnn", "digikam", "fotema"])
def test_what_only_knows_names_forms_no_groups(name: str) -> None:
    assert name not in USABLE
    assert (load_engine(name).fit_predict(face_set(people([4, 4, 4])[0])) == -1).all()


def test_the_standard_comes_first() -> None:
    assert USABLE[0] == next(iter(ENGINES)) == "ndde-tpdi"
    assert np.isin(["facenet", "facenet-kmeans", "facemap", "lgcn", "bcl"], USABLE).all()
