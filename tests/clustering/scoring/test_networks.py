from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from photoorg.analysis.face_crops import read_crops
from photoorg.clustering.engine import unit_rows
from photoorg.clustering.scoring.networks import (
    GENERIC,
    energy,
    kinship,
    matching_network,
    read_network,
    shipped_networks,
    signature,
)
from photoorg.clustering.systems.ball_cluster import FAMILY, BallCluster
from photoorg.errors import ModelError


def test_a_signature_tells_embedders_of_one_dimension_apart():
    random = np.random.default_rng(0)
    spectrum = 1 / np.sqrt(np.arange(1, 129))
    first = unit_rows(random.normal(size=(400, 128)) * spectrum)
    turned = np.linalg.qr(random.normal(size=(128, 128)))[0]
    directions = signature(first[:200])
    usual = energy(first[:200], directions)
    assert kinship(first[200:], directions, usual) > 0.7
    assert abs(kinship(unit_rows(first @ turned), directions, usual)) < 0.2


def test_shipped_networks_have_cards_and_know_only_their_own():
    networks = shipped_networks(FAMILY)
    assert {network.pack for network in networks} == {"edgeface_xs", "mobilefacenet", GENERIC}
    strange = unit_rows(np.random.default_rng(1).normal(size=(50, 512)))
    for network in networks:
        assert network.path.with_suffix(".md").is_file()
        assert 0 < network.number("b") < 0.5
        assert not network.knows(strange)
    assert matching_network(FAMILY, None, strange) is None
    assert matching_network(FAMILY, "edgeface_xs-1234", strange) is not None


@pytest.mark.pack
def test_an_album_of_embeddings_says_which_network_is_its_own(shared: Path):
    for name, pack in (("edgeface", "edgeface_xs"), ("mobilefacenet", "mobilefacenet")):
        with np.load(shared / f"data/faces/lfw-dev-{name}-mixed.npz") as file:
            rows = unit_rows(file["embeddings"][:300])
        network = matching_network(FAMILY, None, rows)
        assert network is not None
        assert network.pack == pack
    with np.load(shared / "data/faces/lfw-dev-edgefacexxs-mixed.npz") as file:
        assert matching_network(FAMILY, None, unit_rows(file["embeddings"][:300])) is None


def test_a_damaged_matrix_is_a_sentence():
    network = next(one for one in shipped_networks("similarity") if one.pack == "edgeface_xs")
    assert network.restoration is not None
    assert network.restoration.shape[0] == 513
    for text in ("%%%", "AAAA"):
        broken = replace(network, details=network.details | {"restoration": text})
        with pytest.raises(ModelError, match="restoration"):
            _ = broken.restoration


def test_files_that_are_no_networks(tmp_path: Path):
    (tmp_path / "x.onnx").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="damaged"):
        read_network(tmp_path / "x.onnx")
    from photoorg.clustering.engine import face_set

    with pytest.raises(ModelError, match="damaged"):
        BallCluster(weights=tmp_path / "x.onnx").fit_predict(face_set(np.eye(3)))


@pytest.mark.pack
def test_faces_of_a_family_belong_to_the_same_network(shared: Path):
    """Children at a birthday are told apart by other things than politicians in the news."""
    import onnxruntime

    crops = read_crops([shared / "data/faces/group-faces-112.zip"])
    pixels = crops.select(np.arange(0, len(crops.names), 200)).pixels
    shown = (pixels[..., ::-1].transpose(0, 3, 1, 2).astype(np.float32) - 127.5) / 127.5
    for file, pack in (
        ("test-pack/edgeface_xs.onnx", "edgeface_xs"),
        ("teachers/mobilefacenet.onnx", "mobilefacenet"),
    ):
        session = onnxruntime.InferenceSession(shared / "models" / file)
        name = session.get_inputs()[0].name
        rows = [session.run(None, {name: one[None]})[0][0] for one in shown]
        network = matching_network("similarity", None, unit_rows(rows))
        assert network is not None
        assert network.pack == pack
