import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra train")

from photoorg.clustering.engine import FaceSet, unit_rows  # noqa: E402
from photoorg.clustering.scoring.networks import GENERIC, read_network, shipped_networks  # noqa: E402
from photoorg.clustering.scoring.picture_quality import quality_of  # noqa: E402
from photoorg.clustering.scoring.relational import RelationalScorer  # noqa: E402
from photoorg.clustering.scoring.relations import FEATURES  # noqa: E402
from photoorg.clustering.scoring.restoration import restored  # noqa: E402
from photoorg.errors import DataError, ModelError, UsageError  # noqa: E402
from photoorg.training.albums import (  # noqa: E402
    PICTURES_OF_A_BURST,
    Recognizer,
    collapsed,
    draw_album,
    in_bursts,
    made_up,
)
from photoorg.training.identities import Identities, read_identities  # noqa: E402
from photoorg.training.networks.pair_network import PairNetwork  # noqa: E402
from photoorg.training.profile import quality_direction, versions  # noqa: E402
from photoorg.training.similarity import SimilarityRecipe, train  # noqa: E402
from tests.clustering.albums import people  # noqa: E402

TINY = SimilarityRecipe(albums=12, faces=100, held_out=3)


@pytest.fixture
def data(tmp_path: Path) -> list[Path]:
    """Two versions of the same faces, and a recogniser of its own."""
    embeddings, labels = people([6, 5, 4, 3, 2, 1, 1] * 12, noise=0.8)
    worse = embeddings + np.random.default_rng(1).normal(0, 0.04, embeddings.shape)
    turn = np.linalg.qr(np.random.default_rng(2).normal(size=(64, 64)))[0]
    files = {"clean": embeddings, "worse": worse, "other": embeddings @ turn}
    for name, rows in files.items():
        np.savez(tmp_path / f"{name}.npz", embeddings=rows.astype(np.float32), labels=labels)
    return [tmp_path / f"{name}.npz" for name in files]


def test_a_neighbour_counts_and_other_anchors_do_not() -> None:
    """The published code attends over the anchors of the batch; here it is the neighbours."""
    torch.manual_seed(0)
    network = PairNetwork().eval()
    torch.nn.init.normal_(network.head[2].weight)  # a new network corrects nothing
    tokens, table = torch.randn(3, 8, FEATURES), torch.randn(3, 8, 8)
    with torch.no_grad():
        before = network(tokens, table)
        other = tokens.clone()
        other[1, 4] += 1
        after = network(other, table)
        table[2, 3, 5] += 2
        tabled = network(tokens, table)
    assert torch.equal(before[0], after[0])
    assert torch.equal(before[2], after[2])
    assert not torch.isclose(before[1, 2], after[1, 2])
    assert not torch.isclose(before[2, 3], tabled[2, 3])
    assert torch.equal(before[:2], tabled[:2])


def test_files_of_one_recogniser_are_versions_of_each_other(data: list[Path]) -> None:
    found = versions([read_identities(path) for path in data])
    assert [len(one.versions) for one in found] == [2, 1]


def test_albums_differ_and_repeat(data: list[Path]) -> None:
    recognizers = versions([read_identities(path) for path in data])
    one, labels = draw_album(recognizers, np.random.default_rng(1), bend=0.5)
    again, _ = draw_album(recognizers, np.random.default_rng(1), bend=0.5)
    other, _ = draw_album(recognizers, np.random.default_rng(2), bend=0.5)
    assert np.array_equal(one.embeddings, again.embeddings)
    assert len(labels) == len(one)
    assert (
        one.embeddings.shape != other.embeddings.shape or (one.embeddings != other.embeddings).any()
    )
    assert np.linalg.norm(one.embeddings, axis=1) == pytest.approx(1, abs=1e-5)
    faces, labels = made_up(np.random.default_rng(3))
    assert len(faces) == len(labels) > len(np.unique(labels)) > 1


def test_files_come_in_the_order_of_their_pictures(data: list[Path], tmp_path: Path) -> None:
    """Else a file that was shuffled would be taken for faces of another recogniser."""
    with np.load(data[0]) as stored:
        embeddings, labels = stored["embeddings"], stored["labels"]
    names = np.array([f"{label:03}_{row:04}.jpg" for row, label in enumerate(labels)])
    order = np.random.default_rng(0).permutation(len(labels))
    file = tmp_path / "shuffled.npz"
    np.savez(file, embeddings=embeddings[order], labels=labels[order], names=names[order])
    read = read_identities(file)
    assert np.array_equal(read.labels, labels)
    assert len(versions([read_identities(data[0]), read])) == 1


def test_who_learned_from_a_recogniser_is_another_one(data: list[Path], tmp_path: Path) -> None:
    teacher = read_identities(data[0])
    noise = np.random.default_rng(3).normal(0, 0.07, teacher.embeddings.shape)
    file = tmp_path / "student.npz"
    np.savez(file, embeddings=teacher.embeddings + noise, labels=teacher.labels)
    student = read_identities(file)
    assert np.einsum("nd,nd->n", teacher.embeddings, student.embeddings).mean() > 0.8
    assert len(versions([teacher, student])) == 2


def test_collapsed_pictures_are_alike_and_no_longer_their_person(data: list[Path]) -> None:
    rows = read_identities(data[0]).embeddings
    rng = np.random.default_rng(6)
    spoiled = np.where(rng.random(len(rows)) < 0.4, rng.uniform(0.5, 1, len(rows)), 0)
    moved = collapsed(rows, spoiled, rng)
    assert np.linalg.norm(moved, axis=1) == pytest.approx(1, abs=1e-5)
    still = np.einsum("ij,ij->i", rows, moved)
    assert np.corrcoef(still, spoiled)[0, 1] < -0.6
    away = still < 0.5
    assert 0.02 < away.mean() < 0.5
    among = moved[away] @ moved[away].T
    before = rows[away] @ rows[away].T
    assert np.median(np.sort(among)[:, -5]) > np.median(np.sort(before)[:, -5])
    untouched = np.isclose(moved, rows).all(axis=1)
    assert 0.3 < untouched.mean() < 0.7


def test_stars_are_as_hard_to_tell_as_their_pictures_are_bad() -> None:
    embeddings, labels = people([12] * 40, dimension=256, noise=0.9)
    bad = unit_rows(0.5 * embeddings + 1.2 * people([1] * len(labels), 7, 256)[0])
    chosen = Recognizer((embeddings, bad), labels)
    drawn = 0
    for seed in range(12):
        faces, who = draw_album([chosen], np.random.default_rng(seed), bend=0)
        sizes = np.bincount(who)
        if sizes.max() < 60:
            continue
        drawn += 1
        star, others = (
            who == sizes.argmax(),
            np.isin(who, np.flatnonzero((sizes > 5) & (sizes < 50))),
        )
        inner = faces.embeddings @ faces.embeddings.T
        same = who[:, None] == who
        np.fill_diagonal(same, False)
        alike = inner[star][:, star][same[star][:, star]]
        usual = inner[others][same[others]]
        for share in (0.1, 0.5, 0.9):
            assert np.quantile(alike, share) == pytest.approx(np.quantile(usual, share), abs=0.12)
        # Their pictures are others' pictures, but no longer of these.
        assert np.quantile(inner[star][~same[star]], 0.99) < np.median(alike) + 0.2
    assert drawn >= 4


def test_pictures_of_a_burst_are_nearly_one_and_stay_their_persons() -> None:
    embeddings, labels = people([9, 6, 5, 3, 2, 1, 1] * 12, noise=0.8)
    rng = np.random.default_rng(5)
    for _ in range(8):
        faces, who = in_bursts(FaceSet(embeddings), labels, rng)
        assert len(faces) == len(who)
        alike = faces.embeddings @ embeddings.T
        taken = alike.argmax(axis=1)
        assert np.array_equal(labels[taken], who)
        assert alike.max(axis=1).min() > 0.7
        shots = np.unique(taken, return_counts=True)[1]
        assert 1 < shots.mean() <= shots.max() <= PICTURES_OF_A_BURST
        # Of most people few pictures, but everybody is there.
        assert set(who) == set(labels)
        assert len(np.unique(taken)) < len(labels)


def test_training_learns_and_goes_on_where_it_was_stopped(data: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "generic.onnx"
    figures = train(data, out, TINY)
    assert read_network(out).pack == GENERIC
    assert figures["clean, this network: BCubed F"] > 0.5
    card = out.with_suffix(".md").read_text(encoding="utf-8")
    assert "clean.npz" in card
    assert "sha256" in card
    stopped = tmp_path / "stopped.onnx"

    def stop(done: int, _total: int) -> None:
        if done == 11:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(data, stopped, TINY, stop)
    assert stopped.with_suffix(".checkpoint").exists()
    seen: list[int] = []
    train(data, stopped, TINY, lambda done, _: seen.append(done))
    assert seen == [11, 12]
    assert stopped.read_bytes() == out.read_bytes()
    other = tmp_path / "other.onnx"
    with pytest.raises(KeyboardInterrupt):
        train(data, other, TINY, stop)
    with pytest.raises(DataError, match="other settings"):
        train(data, other, replace(TINY, seed=1))


def test_a_network_goes_on_from_one_for_all_recognisers(data: list[Path], tmp_path: Path) -> None:
    generic, out = tmp_path / "generic.onnx", tmp_path / "mine.onnx"
    train(data, generic, replace(TINY, albums=2))
    nothing = replace(TINY, albums=0, held_out=0, start=str(generic))
    train(data[:1], out, replace(nothing, pack="mine"))
    seen = {
        "tokens": np.random.default_rng(0).normal(size=(3, 8, FEATURES)).astype(np.float32),
        "table": np.random.default_rng(1).normal(size=(3, 8, 8)).astype(np.float32),
    }
    (before,), (after,) = (read_network(path).session().run(None, seen) for path in (generic, out))
    assert after == pytest.approx(before, abs=1e-6)
    card = out.with_suffix(".md").read_text(encoding="utf-8")
    assert '"start": "generic.onnx"' in card
    assert "Before" not in card
    # What goes on for the same faces keeps the figures on people that were kept out.
    further = tmp_path / "further.onnx"
    train(data, further, nothing)
    card = further.with_suffix(".md").read_text(encoding="utf-8")
    assert "# Before: Pair scorer" in card
    assert "Measured on people it was not trained on" in card
    other = tmp_path / "other.onnx"
    shutil.copy(shipped_networks("lgcn")[0].path, other)
    with pytest.raises(ModelError, match="start from another"):
        train(data, out, replace(nothing, start=str(other)))


def test_the_same_people_are_kept_out_whatever_the_seed(
    data: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = []

    def note(_network: Path, held_out: list[Identities]) -> dict[str, float]:
        kept.append(held_out[0].embeddings)
        return {}

    monkeypatch.setattr("photoorg.training.similarity._figures", note)
    for seed in (0, 1):
        train(data[:1], tmp_path / "mine.onnx", replace(TINY, albums=0, pack="mine", seed=seed))
    assert len(kept[0]) > 0
    assert np.array_equal(kept[0], kept[1])


def test_pictures_nobody_named_teach_to_restore(data: list[Path], tmp_path: Path) -> None:
    pictures = [nameless(path) for path in data]
    out = tmp_path / "mine.onnx"
    recipe = replace(TINY, albums=2, pack="mine")
    train([*data[:2], *pictures[:2]], out, recipe)
    rows = read_identities(data[0]).embeddings
    # They are shown to the network at least, and searched where it is trained so.
    assert RelationalScorer(read_network(out)).searched(rows) is rows
    train([*data[:2], *pictures[:2]], out, replace(recipe, search="restored"))
    network = read_network(out)
    assert network.restoration is not None
    assert network.restoration.shape == (65, 64)
    assert network.curve is not None
    # How alike strangers are is known of the embeddings that are searched, then of the others.
    assert [one.mean for one in network.strangers] == pytest.approx([0, 0], abs=0.1)
    assert all(one.deviation > 0.02 for one in network.strangers)
    searched = RelationalScorer(network).searched(rows)
    assert searched == pytest.approx(restored(rows, network.restoration), abs=1e-6)
    assert "clean-nameless.npz`: 264 faces that nobody named" in out.with_suffix(".md").read_text()
    with pytest.raises(UsageError, match="faces that nobody named"):
        train(data[:2], out, replace(recipe, search="restored"))
    with pytest.raises(UsageError, match="“given” or “restored”"):
        train(data[:2], out, replace(recipe, search="both"))
    with pytest.raises(DataError, match="--pack"):
        train([*data, pictures[0]], out, TINY)
    with pytest.raises(DataError, match="add a file of faces of known people"):
        train(pictures[:1], out, recipe)
    with pytest.raises(DataError, match="not of the recogniser"):
        train([*data[:2], pictures[2]], out, recipe)


def nameless(path: Path) -> Path:
    """Return a file of the same faces in which nobody is named."""
    file = path.with_name(f"{path.stem}-nameless.npz")
    with np.load(path) as stored:
        labels = np.full(len(stored["labels"]), -1)
        np.savez(file, embeddings=stored["embeddings"], labels=labels)
    return file


def test_the_direction_of_good_pictures_is_found_and_kept(data: list[Path], tmp_path: Path) -> None:
    rows = read_identities(data[0]).embeddings
    rng = np.random.default_rng(4)
    blurred = rows.copy()
    some = rng.random(len(rows)) < 0.5
    blurred[some] = 0.5 * blurred[some] + 0.5 * np.eye(1, rows.shape[1], dtype=np.float32)
    file = tmp_path / "blurred.npz"
    np.savez(file, embeddings=blurred, labels=read_identities(data[0]).labels)
    both = [data[0], file]
    (recognizer,) = versions([read_identities(path) for path in both])
    direction = quality_direction(recognizer)
    assert direction is not None
    quality = quality_of(recognizer.versions[1], direction)
    assert quality[some].max() < quality[~some].min()
    out = tmp_path / "mine.onnx"
    train(both, out, replace(TINY, albums=2, held_out=0, pack="mine"))
    stored = read_network(out).quality
    assert stored is not None
    assert stored == pytest.approx(direction, abs=1e-6)


def test_a_network_of_one_pack_is_tied_to_it(data: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "mine.onnx"
    recipe = replace(TINY, albums=2, held_out=0, pack="mine")
    assert train(data[:1], out, recipe) == {}
    network = read_network(out)
    assert network.quality is None  # one version tells nothing about it
    assert network.pack == "mine"
    assert network.dimension == 64
    assert network.knows(read_identities(data[0]).embeddings)
    assert not network.knows(read_identities(data[2]).embeddings)
