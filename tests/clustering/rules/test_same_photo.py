"""One person may be in a photo twice; brothers, sisters and twins are not one person."""

from typing import Any

import numpy as np
import pytest

from photoorg.clustering.engine import Constraints, FaceSet, Labels, face_set
from photoorg.clustering.registry import load_engine
from photoorg.clustering.rules.constraints import enforce
from photoorg.clustering.rules.same_photo import same_photo, unity
from photoorg.clustering.rules.unconstrained import in_order
from tests.clustering.albums import people, same_groups

SINGLES = 10
ENGINES = ["ndde-tpdi", "facenet", "ndde-tpdi-map"]


def sheet(shots: int, sheets: int = 1, *, likeness: float = 0.0, **columns: Any) -> FaceSet:
    """Return an album with 10 single photos of a person and sheets with so many other shots.

    With a ``likeness`` over 0 every second one of these faces, and ten single photos more, show
    somebody else whose mean face lies so near to the person's (a cosine).
    """
    others, _ = people([12] * 10 + [3] * 30, seed=4, dimension=128, noise=0.8)
    random = np.random.default_rng(5)
    means = random.normal(size=(2, 128))
    means[1] -= means[0] * (means[0] @ means[1]) / (means[0] @ means[0])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    means[1] = likeness * means[0] + (1 - likeness**2) ** 0.5 * means[1]
    who = np.repeat([0, 1], SINGLES) if likeness else np.zeros(SINGLES, np.int64)
    who = np.concatenate([who, np.arange(shots * sheets) % (2 if likeness else 1)])
    faces = means[who] + 0.8 / 128**0.5 * random.normal(size=(len(who), 128))
    faces /= np.linalg.norm(faces, axis=1, keepdims=True)
    alone = len(who) - shots * sheets
    photos = np.concatenate([np.arange(alone), 1000 + np.arange(shots * sheets) // shots])
    rest = 5000 + np.arange(len(others))
    quality = columns.get("quality", 0.9)
    return face_set(
        np.concatenate([faces, others]),
        photo_ids=np.concatenate([photos, rest]),
        boxes=[[150 * (i % shots), 0, 90, 110] for i in range(len(who) + len(others))],
        quality=np.concatenate([np.full(len(who), quality), np.full(len(others), 0.9)]),
    )


def verdict(faces: FaceSet, names: Any = -1) -> tuple[int, list[list[int]]]:
    n = len(faces)
    found = same_photo(faces, np.zeros(n, np.int64) + names, np.zeros(n, bool))
    return len(found.strangers), found.twice.tolist()


def singles(labels: Labels) -> int:
    return len(np.unique(labels[:SINGLES]))


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("shots", [1, 2, 3, 4, 6])
def test_a_sheet_of_other_shots_tears_nobody_apart(name: str, shots: int) -> None:
    faces = sheet(shots)
    labels = load_engine(name).fit_predict(faces)
    assert singles(labels) == 1
    with_them = int((labels[SINGLES : SINGLES + shots] == labels[0]).sum())
    assert with_them == (1 if shots == 2 else shots)


@pytest.mark.parametrize("name", ENGINES)
def test_five_collages_tear_nobody_apart(name: str) -> None:
    labels = load_engine(name).fit_predict(sheet(4, sheets=5))
    assert len(np.unique(labels[: SINGLES + 20])) == 1


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("likeness", [0.3, 0.5])
@pytest.mark.parametrize("shots", [2, 4])
def test_brothers_and_sisters_stay_apart(name: str, likeness: float, shots: int) -> None:
    faces = sheet(shots, likeness=likeness)
    labels = load_engine(name).fit_predict(faces)
    joint = labels[2 * SINGLES : 2 * SINGLES + 2]
    assert joint[0] != joint[1]
    assert labels[0] != labels[SINGLES]


@pytest.mark.parametrize("sheets", [1, 2, 6])
def test_twins_stay_apart_in_every_photo(sheets: int) -> None:
    faces = sheet(2, sheets, likeness=0.995)
    for name in ENGINES:
        labels = load_engine(name).fit_predict(faces)
        pairs = labels[2 * SINGLES : 2 * SINGLES + 2 * sheets].reshape(-1, 2)
        assert (pairs[:, 0] != pairs[:, 1]).all()
    strangers, twice = verdict(faces)
    assert (strangers, len(twice)) == ((sheets, 0) if sheets == 6 else (0, sheets))


def test_what_the_rest_does_not_tell() -> None:
    few = sheet(4)
    here = np.r_[:4, SINGLES : len(few)]
    assert verdict(in_order(few, here)) == (6, [])
    assert verdict(sheet(4, quality=0.4)) == (6, [])
    assert few.boxes is not None
    touching = FaceSet(
        few.embeddings, few.photo_ids, few.quality, (few.boxes * [0, 1, 1, 1]).astype(np.float32)
    )
    assert verdict(touching) == (6, [])


def test_a_face_with_a_name_does_not_give_way() -> None:
    faces = sheet(2)
    for named in (SINGLES, SINGLES + 1):
        names = np.full(len(faces), -1)
        names[named] = 3
        other = 2 * SINGLES + 1 - named
        assert verdict(faces, names) == (0, [[named, other]])
        names[:SINGLES] = 3
        kept = enforce(np.zeros(len(faces), np.int64), faces, Constraints(names))
        assert kept[named] == kept[0] != kept[other]
        names[other] = 3
        assert verdict(faces, names) == (0, [])
        names[other] = 4
        kept = enforce(np.zeros(len(faces), np.int64), faces, Constraints(names))
        assert kept[named] == kept[0] != kept[other]


def test_the_order_of_the_rows_does_not_matter() -> None:
    for faces in (sheet(2), sheet(4, sheets=2), sheet(3, sheets=2, likeness=0.99)):
        order = np.random.default_rng(0).permutation(len(faces))
        one, other = (
            enforce(np.zeros(len(given), np.int64), given, None)
            for given in (faces, in_order(faces, order))
        )
        assert same_groups(one[order], other)


def test_unity_of_one_person_and_of_two() -> None:
    rows, _ = people([12, 12], dimension=128, noise=0.8)
    assert unity(rows[:2], rows[2:12], 0) > 0.8
    assert unity(rows[[0, 12]], np.delete(rows, [0, 12], axis=0), 0) < 0.3
    assert unity(rows[[0, 0]], rows[[0, 0, 0]], 0) == pytest.approx(1)
