import zipfile
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import pytest
import torch
from torch import nn

from photoorg.analysis.face_crops import FaceCrops, is_held_out
from photoorg.errors import DataError, ModelError
from photoorg.training.muon import Muon, orthogonalize
from photoorg.training.network import Block, export_network, folded_copy, unfold
from photoorg.training.starter.augment import augment_face, degrade, mix_faces
from photoorg.training.starter.embedder import EmbedderRecipe, train_embedder
from photoorg.training.starter.embedder_network import (
    Embedder,
    Shipped,
    as_input,
    embed_crops,
    export_embedder,
)
from photoorg.training.starter.embedder_teacher import (
    CHUNK,
    LabelledFaces,
    Teacher,
    labelled_chunks,
)
from photoorg.types import FloatArray

NOBODY = FaceCrops(np.empty((0, 112, 112, 3), np.uint8), [], [], [], np.empty(0, bool))
TINY = EmbedderRecipe(minutes=0.04, cooldown=0.02, batch=4, buffer=1024, checkpoint_minutes=9)


class Smallest(torch.nn.Module):  # type: ignore[misc]  # torch is untyped here
    """A teacher of the right shape: a residual sum at 28, 14 and 7 cells, and one over all."""

    def __init__(self) -> None:
        super().__init__()
        self.entries = torch.nn.ModuleList(
            [torch.nn.Conv2d(3, 4, 4, 4), torch.nn.Conv2d(4, 6, 2, 2), torch.nn.Conv2d(6, 8, 2, 2)]
        )
        self.last = torch.nn.Conv2d(8, 128, 7)

    def forward(self, faces: torch.Tensor) -> torch.Tensor:
        cells = faces
        for entry in self.entries:
            cells = entry(cells)
            cells = cells + torch.relu(cells)
        return self.last(cells).flatten(1)


@pytest.fixture(scope="module")
def teacher(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.manual_seed(0)
    path = tmp_path_factory.mktemp("teacher") / "teacher.onnx"
    network = Smallest().eval()
    export_network(
        network,
        path,
        example=torch.zeros(1, 3, 112, 112),
        dynamic={},
        inputs=["faces"],
        outputs=["embeddings"],
    )
    return path


@pytest.fixture(scope="module")
def crops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Smooth random "faces" of 60 people, three each."""
    path = tmp_path_factory.mktemp("crops") / "crops.zip"
    rng = np.random.default_rng(0)
    with zipfile.ZipFile(path, "w") as archive:
        for person in range(60):
            look = rng.integers(0, 256, (6, 6, 3)).astype(np.uint8)
            face = cv2.resize(look, (112, 112), interpolation=cv2.INTER_CUBIC)
            for k in range(3):
                changed = degrade(face, rng)
                code = cv2.imencode(".png", changed)[1].tobytes()
                archive.writestr(f"person_{chr(97 + person % 26)}{person}_{k}.png", code)
    return path


def some_faces(count: int = 4) -> np.ndarray:
    rng = np.random.default_rng(3)
    return rng.integers(0, 256, (count, 112, 112, 3)).astype(np.uint8)


def test_augmented_faces_keep_their_shape_and_repeat() -> None:
    face, other = some_faces(2)
    for seed in range(30):
        one = augment_face(face, other, np.random.default_rng(seed))
        again = augment_face(face, other, np.random.default_rng(seed))
        assert one.shape == (112, 112, 3)
        assert one.dtype == np.uint8
        assert (one == again).all()


def test_mixed_faces_lie_between_both() -> None:
    dark, light = np.zeros((112, 112, 3), np.uint8), np.full((112, 112, 3), 200, np.uint8)
    for seed in range(20):
        mixed = mix_faces(dark, light, np.random.default_rng(seed))
        assert mixed.max() <= 200
        assert mixed.mean() > 0


def test_orthogonal_updates_have_unit_singular_values() -> None:
    matrix = torch.randn(16, 40, generator=torch.Generator().manual_seed(0))
    values = torch.linalg.svdvals(orthogonalize(matrix).float())
    assert values.min() > 0.5
    assert values.max() < 1.4
    assert orthogonalize(matrix.T).shape == (40, 16)


def test_muon_finds_a_matrix() -> None:
    torch.manual_seed(0)
    wanted = torch.randn(8, 12)
    weight = torch.nn.Parameter(torch.zeros(8, 12))
    optimizer = Muon([weight], lr=0.1, weight_decay=0.0)
    first = float(wanted.square().sum())
    for _ in range(60):
        optimizer.zero_grad()
        (weight - wanted).square().sum().backward()
        optimizer.step()
    assert float((weight.detach() - wanted).square().sum()) < 0.2 * first


def test_the_teacher_tells_its_maps_in_their_own_units(teacher: Path) -> None:
    network = Teacher(teacher)
    faces = some_faces(6)
    targets, *maps = network.label(faces)
    assert network.widths == (4, 6, 8)
    assert np.linalg.norm(targets, axis=1) == pytest.approx(np.ones(6), abs=1e-5)
    assert [cells.shape for cells in maps] == [(6, 28, 28, 4), (6, 14, 14, 6), (6, 7, 7, 8)]
    network.use_units_of(faces)
    again, *scaled = network.label(faces)
    assert np.array_equal(again, targets)
    for cells, own in zip(maps, scaled, strict=True):
        assert own.mean((0, 1, 2)) == pytest.approx(np.zeros(own.shape[-1]), abs=1e-3)
        assert own.std((0, 1, 2)) == pytest.approx(np.ones(own.shape[-1]), abs=0.02)
        assert np.corrcoef(cells[..., 0].ravel(), own[..., 0].ravel())[0, 1] > 0.999


def test_a_teacher_must_be_a_residual_network(tmp_path: Path) -> None:
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no network")
    with pytest.raises(ModelError, match=r"broken\.onnx"):
        Teacher(broken)
    plain = tmp_path / "plain.onnx"
    export_network(
        torch.nn.Conv2d(3, 128, 112),
        plain,
        example=torch.zeros(1, 3, 112, 112),
        dynamic={},
        inputs=["faces"],
        outputs=["embeddings"],
    )
    with pytest.raises(ModelError, match="no residual blocks of 28, 14 and 7 cells"):
        Teacher(plain)


def test_told_pictures_enter_every_stage_as_the_teachers_map() -> None:
    torch.manual_seed(0)
    model = Embedder().eval()
    torch.nn.init.normal_(model.stages[1][-1].weight, std=0.1)
    faces = torch.randn(2, 3, 112, 112)
    maps = [torch.randn(2, c, n, n) for c, n in ((64, 28), (128, 14), (128, 7))]
    told = torch.tensor([True, False])
    with torch.no_grad():
        embeddings, guesses = model.guided(faces, maps, told)
        assert torch.allclose(embeddings[1:], model(faces[1:]), atol=1e-5)
        assert torch.allclose(guesses[1][:1], model.stages[1](maps[0][:1]), atol=1e-5)
        assert torch.allclose(embeddings[:1], model.head(maps[2][:1]), atol=1e-5)
        assert torch.allclose(guesses[1][1:], model.stages[1](guesses[0][1:]), atol=1e-5)


def test_chunks_repeat_and_leave_out_the_held_out(teacher: Path, crops: Path) -> None:
    one = labelled_chunks([crops], [teacher], None, 5)(7)
    again = labelled_chunks([crops], [teacher], None, 5)(7)
    assert all(np.array_equal(part, other) for part, other in zip(one, again, strict=True))
    shapes = [(112, 112, 3), (128,), (28, 28, 4), (14, 14, 6), (7, 7, 8)]
    assert [part.shape for part in one] == [(CHUNK, *shape) for shape in shapes]
    with zipfile.ZipFile(crops) as archive:
        people = {name.rpartition("_")[0] for name in archive.namelist()}
    assert 2 < sum(is_held_out(person) for person in people) < 30


def test_the_ring_buffer_forgets_the_oldest() -> None:
    buffer = LabelledFaces(4)
    for value in range(3):
        pictures = np.full((2, 112, 112, 3), value, np.uint8)
        buffer.add((pictures, np.zeros((2, 8), np.float16), np.zeros((2, 7, 7, 3), np.float16)))
    faces, targets, maps = buffer.sample(np.random.default_rng(0), 32)
    assert set(np.unique((faces * 127.5 + 127.5).round())) == {1, 2}
    assert targets.shape == (32, 8)
    assert [cells.shape for cells in maps] == [(32, 3, 7, 7)]


def test_the_exported_network_says_what_the_trained_one_says(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = Embedder()
    for _ in range(3):
        model.train()(torch.randn(8, 3, 112, 112))  # moves the statistics of the normalisation
    for block in model.modules():
        if isinstance(block, Block):
            torch.nn.init.normal_(block.contract.weight, std=0.02)
    faces = some_faces(3)
    export_embedder(model.eval(), tmp_path / "embedder.onnx", NOBODY)
    assert (tmp_path / "embedder.onnx").stat().st_size < 5_000_000
    session = onnxruntime.InferenceSession(str(tmp_path / "embedder.onnx"))
    found = session.run(None, {session.get_inputs()[0].name: as_input(faces)})[0]
    expected = embed_crops(model, faces)
    assert found.shape == (3, 128)
    cosine = (found * expected).sum(1) / np.linalg.norm(found, axis=1)
    assert (cosine / np.linalg.norm(expected, axis=1) > 0.995).all()


def test_the_exported_network_answers_in_the_metric_of_the_named_faces(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = Embedder()
    for _ in range(3):
        model.train()(torch.randn(8, 3, 112, 112))
    model.eval()
    faces = some_faces(8)
    pictures = torch.from_numpy(as_input(faces))
    rng = np.random.default_rng(0)
    middle, matrix = (rng.standard_normal(shape).astype("f4") for shape in (128, (128, 128)))
    with torch.no_grad():
        both = nn.functional.normalize(model(pictures) + model(pictures.flip(3))).numpy()
        shipped = Shipped(model, middle, matrix)(pictures).numpy()
    assert shipped == pytest.approx((both - middle) @ matrix, abs=1e-3)
    exported = tmp_path / "embedder.onnx"
    names = ["Ann", "Ann", "Ann", "Bo", "Bo", "Bo", "Bo", "Cy"]
    export_embedder(model, exported, FaceCrops(faces, names, [""] * 8, [""] * 8, np.zeros(8, bool)))
    session = onnxruntime.InferenceSession(str(exported))
    found = session.run(None, {session.get_inputs()[0].name: as_input(faces)})[0]
    assert np.linalg.norm(found.mean(axis=0)) < 0.1  # centred on them
    unfold(Embedder(), exported, pictures)  # and it can be trained on


def test_an_exported_network_keeps_a_share_of_what_it_was(tmp_path: Path) -> None:
    torch.manual_seed(1)
    before, now = Embedder().eval(), Embedder().eval()
    faces = some_faces(4)

    def exported(name: str, model: Embedder, kept: float) -> FloatArray:
        path = tmp_path / name
        export_embedder(model, path, NOBODY, before=folded_copy(before), kept=kept)
        session = onnxruntime.InferenceSession(str(path))
        found: FloatArray = session.run(None, {session.get_inputs()[0].name: as_input(faces)})[0]
        return found

    alone = exported("before.onnx", before, 0.0)
    assert exported("all.onnx", now, 1.0) == pytest.approx(alone, abs=1e-3)
    assert np.abs(exported("half.onnx", now, 0.5) - alone).max() > 1e-2
    half = folded_copy(now, folded_copy(before), 0.5)
    assert half.state_dict().keys() == folded_copy(now).state_dict().keys()
    for name, value in half.state_dict().items():
        mean = (folded_copy(now).state_dict()[name] + folded_copy(before).state_dict()[name]) / 2
        assert torch.allclose(value, mean, atol=1e-6), name


def test_an_exported_network_can_be_trained_on(tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = Embedder()
    for _ in range(3):
        model.train()(torch.randn(8, 3, 112, 112))
    exported = tmp_path / "embedder.onnx"
    faces = some_faces(8)
    export_embedder(model.eval(), exported, NOBODY)
    again = Embedder()
    unfold(again, exported, torch.from_numpy(as_input(faces)))
    expected = embed_crops(model, faces)
    cosine = nn.functional.cosine_similarity(
        torch.from_numpy(embed_crops(again, faces)), torch.from_numpy(expected)
    )
    assert (cosine > 0.995).all()
    # The normalisation is alive again: in training the batch's own figures give the same answer.
    with torch.no_grad():
        trained = again.train()(torch.from_numpy(as_input(faces)))
        still = again.eval()(torch.from_numpy(as_input(faces)))
    assert (nn.functional.cosine_similarity(trained, still) > 0.98).all()
    assert any(isinstance(layer, nn.BatchNorm2d) for layer in again.modules())


def test_another_networks_file_is_refused(teacher: Path) -> None:
    with pytest.raises(ModelError, match="not a file of this network"):
        unfold(Embedder(), teacher, torch.zeros(1, 3, 112, 112))


def test_training_writes_a_network_and_goes_on_from_its_checkpoint(
    teacher: Path, crops: Path, tmp_path: Path
) -> None:
    reported: list[tuple[int, int]] = []
    exported = train_embedder(
        [crops],
        [teacher],
        tmp_path,
        TINY,
        progress=lambda done, total: reported.append((done, total)),
    )
    assert exported.is_file()
    assert reported
    first = torch.load(tmp_path / "embedder.pt", weights_only=True)["state"]
    assert first["seconds"] >= 60 * TINY.minutes
    minutes = first["seconds"] / 60 + 0.02
    longer = EmbedderRecipe(minutes=minutes, cooldown=0.02, batch=4, buffer=1024)
    train_embedder([crops], [teacher], tmp_path, longer)
    second = torch.load(tmp_path / "embedder.pt", weights_only=True)["state"]
    assert second["step"] > first["step"]
    assert second["chunks"] > first["chunks"]


def test_a_foreign_checkpoint_is_refused(teacher: Path, crops: Path, tmp_path: Path) -> None:
    torch.save({"model": {}}, tmp_path / "embedder.pt")
    with pytest.raises(ModelError, match=r"embedder\.pt"):
        train_embedder([crops], [teacher], tmp_path, TINY)


def test_training_without_faces_is_refused(teacher: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no faces"):
        train_embedder([], [teacher], tmp_path, TINY)
