"""Packs side by side: where they lie, what is known about them, and what is wrong with one."""

import json
import os
from pathlib import Path

import pytest

from photoorg.errors import ModelError
from photoorg.packs.finding import find_pack
from photoorg.packs.offers import RESEARCH, offers
from photoorg.packs.pack_list import (
    UNKNOWN_TERMS,
    add_folder,
    added_folders,
    facts_of,
    facts_of_offer,
    list_packs,
    not_installed,
    used_folder,
)
from photoorg.settings import Settings
from tests.analysis.tiny_pack import write_manifest, write_pack, write_recognizer


def test_packs_of_all_places(tmp_path: Path) -> None:
    own = write_pack(tmp_path / "own" / "starter").parent
    installed = write_pack(tmp_path / "installed" / "big").parent
    write_pack(installed / ".unfinished")
    chosen = write_pack(tmp_path / "chosen")
    settings = Settings(models=str(chosen))
    entries = list_packs(settings, installed=installed, resources=own)
    assert [(entry.name, entry.origin) for entry in entries] == [
        ("starter", "own"),
        ("big", "installed"),
        ("chosen", "added"),
    ]
    assert [entry.setting for entry in entries] == ["starter", "big", str(chosen)]
    for entry in entries:
        kept = Settings(models=entry.setting)
        assert find_pack(None, kept, installed=installed, resources=own).folder == entry.folder
    assert used_folder(None, settings) == chosen
    assert used_folder(None, Settings(models=str(tmp_path / "gone"))) is None


def test_added_folders_are_remembered_once(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    pack = write_pack(tmp_path / os.fsdecode(b"B\xfcro") / "pack")
    for _ in range(2):
        (entry,) = add_folder(pack, installed)
    assert entry.folder == pack
    assert added_folders(installed) == [pack]
    listed = list_packs(Settings(), installed=installed, resources=tmp_path / "none")
    assert [entry.folder for entry in listed] == [pack]


def test_a_folder_without_a_usable_pack_is_not_added(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    with pytest.raises(ModelError, match="holds no face models"):
        add_folder(tmp_path, installed)
    half = write_pack(tmp_path / "half")
    (half / "rec_tiny.onnx").unlink()
    with pytest.raises(ModelError, match="holds no face recogniser"):
        add_folder(half, installed)
    assert added_folders(installed) == []


def test_what_is_wrong_with_a_pack_is_listed(tmp_path: Path) -> None:
    bad = write_pack(tmp_path / "installed" / "bad")
    write_manifest(bad)
    write_recognizer(bad / "rec_tiny.onnx", gain=2.0)
    (entry,) = list_packs(Settings(), installed=bad.parent, resources=tmp_path / "none")
    assert entry.pack is None
    assert "SHA-256 differs" in entry.problem


def test_what_is_known_about_a_pack(tmp_path: Path) -> None:
    def facts(folder: Path):
        return facts_of(find_pack(folder, Settings()))

    plain = write_pack(tmp_path / "plain")
    assert facts(plain).terms == UNKNOWN_TERMS
    (plain / "LICENSE").write_text("\nBSD 3-Clause License\n\nCopyright somebody")
    assert facts(plain).terms.startswith("BSD 3-Clause License")
    known = write_pack(tmp_path / "known")
    (known / "rec_tiny.onnx").rename(known / "w600k_r50.onnx")
    assert facts(known).terms == RESEARCH
    assert facts(known).accuracy == pytest.approx(0.9983)
    card = {"licence": "MIT, see MODEL.LICENSE", "figures": {"verification": {"accuracy": "?"}}}
    (plain / "model-card.json").write_text(json.dumps(card))
    assert (facts(plain).terms, facts(plain).accuracy) == ("MIT", None)
    (plain / "model-card.json").write_text("[]")
    assert facts(plain).accuracy is None


def test_what_is_offered_is_what_is_not_there(tmp_path: Path) -> None:
    write_pack(tmp_path / "installed" / "auraface")
    (tmp_path / "installed" / "buffalo_l").mkdir()
    (tmp_path / "installed" / "buffalo_l" / "w600k_r50.onnx").write_bytes(b"damaged")
    entries = list_packs(Settings(), installed=tmp_path / "installed", resources=tmp_path / "none")
    assert [offer.name for offer in not_installed(entries)] == ["buffalo_l", "arcface_r100"]
    facts = facts_of_offer(offers()["buffalo_l"])
    assert (facts.accuracy, facts.terms) == (0.9983, RESEARCH)
