"""Packs are found in the right order, and whatever is wrong with one is said."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from photoorg.errors import ModelError, NoModelPackError
from photoorg.packs import finding
from photoorg.packs.assembly import STARTER
from photoorg.packs.finding import find_pack
from photoorg.packs.models import check_pack, read_pack
from photoorg.settings import Settings
from tests.analysis.tiny_pack import write_detector, write_manifest, write_pack, write_recognizer
from tests.conftest import REPOSITORY


def test_order_of_the_places(tmp_path: Path) -> None:
    asked = write_pack(tmp_path / "asked")
    chosen = write_pack(tmp_path / "chosen")
    installed = write_pack(tmp_path / "installed" / "one").parent
    own = write_pack(tmp_path / "own" / "starter").parent
    settings = Settings(models=str(chosen))

    def found(models: Path | None, settings: Settings, installed: Path) -> Path:
        return find_pack(models, settings, installed=installed, resources=own).folder

    assert found(asked, settings, installed) == asked
    assert found(None, settings, installed) == chosen
    assert found(None, Settings(), installed) == installed / "one"
    assert found(None, Settings(), tmp_path / "nowhere") == own / "starter"
    with pytest.raises(NoModelPackError, match="download"):
        find_pack(None, Settings(), installed=tmp_path / "no", resources=tmp_path / "no")


def test_the_usual_places(tmp_path: Path) -> None:
    with pytest.raises(NoModelPackError):
        find_pack(None, Settings(), resources=tmp_path)
    write_pack(finding.installed_models() / "tiny")
    assert find_pack(None, Settings(), resources=tmp_path).name == "tiny"


def test_the_pack_installed_last_counts(tmp_path: Path) -> None:
    for name, age in (("a", 50), ("b", 10), ("c", 30)):
        os.utime(write_pack(tmp_path / name), (1e9 - age, 1e9 - age))
    assert find_pack(tmp_path, Settings()).name == "b"
    os.utime(tmp_path / "c", (1e9 - 10, 1e9 - 10))
    assert find_pack(tmp_path, Settings()).name == "b"


def test_a_broken_pack_is_passed_over_where_there_is_another(tmp_path: Path) -> None:
    os.utime(write_pack(tmp_path / "good"), (1e9, 1e9))
    write_pack(tmp_path / "broken")
    (tmp_path / "broken" / "rec_tiny.onnx").write_bytes(b"\x08\x08rubbish")
    write_pack(tmp_path / ".unfinished")
    assert find_pack(None, Settings(), installed=tmp_path).name == "good"
    (tmp_path / "good" / "det_tiny.onnx").unlink()
    os.utime(tmp_path / "good", (1e9, 1e9))
    with pytest.raises(ModelError, match=r"rec_tiny\.onnx is damaged"):
        find_pack(None, Settings(), installed=tmp_path)


def test_a_folder_that_was_named_has_to_hold_a_pack(tmp_path: Path) -> None:
    own = write_pack(tmp_path / "own" / "starter").parent
    (tmp_path / "empty").mkdir()
    for name, says in (("empty", "holds no face models"), ("gone", "does not exist")):
        with pytest.raises(NoModelPackError, match=says):
            find_pack(tmp_path / name, Settings(), resources=own)
        with pytest.raises(NoModelPackError, match="from the settings"):
            find_pack(None, Settings(models=str(tmp_path / name)), resources=own)


def test_networks_are_told_apart(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    (folder / "det_tiny.onnx").rename(folder / "z.onnx")
    (folder / "rec_tiny.onnx").rename(folder / "a.onnx")
    pack = read_pack(folder)
    assert (pack.detector.name, pack.recognizer.name) == ("z.onnx", "a.onnx")
    assert pack.dimension == 3
    assert not pack.manifest


def test_incomplete_packs(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    (folder / "det_tiny.onnx").unlink()
    with pytest.raises(ModelError, match="holds no face detector"):
        read_pack(folder)
    write_detector(folder / "det_tiny.onnx", landmarks=False)
    with pytest.raises(ModelError, match="holds no face detector with landmarks"):
        read_pack(folder)
    write_detector(folder / "det_tiny.onnx")
    (folder / "rec_tiny.onnx").unlink()
    with pytest.raises(ModelError, match="holds no face recogniser"):
        read_pack(folder)
    whole = (folder / "det_tiny.onnx").read_bytes()
    (folder / "det_tiny.onnx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match=r"det_tiny\.onnx is damaged \(the file is cut off\)"):
        read_pack(folder)


def test_a_manifest_says_which_is_which(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    write_recognizer(folder / "another.onnx")
    write_manifest(folder, display_name="Tiny faces")
    pack = read_pack(folder)
    assert pack.name == "Tiny faces"
    assert pack.recognizer.name == "rec_tiny.onnx"
    assert pack.manifest
    without = write_pack(tmp_path / "other")
    assert pack.model_id == read_pack(without).model_id


REST = {"recognition": {"file": "rec_tiny.onnx"}}


@pytest.mark.parametrize(
    ("tasks", "says"),
    [
        (None, "lists no tasks"),
        ({"detection": {"file": "det_tiny.onnx"}}, "no file for recognition"),
        ({"detection": {"file": "../x.onnx"}, **REST}, "outside the pack"),
        ({"detection": {"file": "gone.onnx"}, **REST}, r"gone\.onnx is missing"),
        ({"detection": {"file": "rec_tiny.onnx"}, **REST}, "no face detector"),
        ({"detection": {"file": "det_tiny.onnx"}, "recognition": {"file": 5}}, "no file for rec"),
    ],
)
def test_manifests_that_cannot_be_used(tmp_path: Path, tasks: object, says: str) -> None:
    folder = write_pack(tmp_path / "pack")
    write_manifest(folder, tasks=tasks)
    with pytest.raises(ModelError, match=says):
        read_pack(folder)


def test_other_manifests_are_passed_over_as_insightface_does(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    for text in ('{"manifest_version": 1}', "[]", "no json", "[" * 200_000):
        (folder / "manifest.json").write_text(text)
        assert not read_pack(folder).manifest


def test_the_model_id_follows_the_recogniser(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    first = read_pack(folder).model_id
    assert first.startswith("rec_tiny-")
    assert len(first) == len("rec_tiny-") + 12
    write_detector(folder / "det_tiny.onnx", score=0.7)
    assert read_pack(folder).model_id == first
    write_recognizer(folder / "rec_tiny.onnx", gain=2.0)
    os.utime(folder / "rec_tiny.onnx", (2e9, 2e9))
    assert read_pack(folder).model_id != first


def test_terms_that_lie_in_the_pack(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    assert read_pack(folder).terms == ""
    (folder / "TERMS.txt").write_text("For research only.")
    assert read_pack(folder).terms == "For research only."


def test_the_manifest_leads_to_the_terms(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    write_manifest(folder)
    assert read_pack(folder).terms == ""
    (folder / "MODEL.LICENSE").write_text("Made for everybody.")
    assert read_pack(folder).terms == "Made for everybody."
    write_manifest(folder, license="terms/../own.txt")
    (folder / "own.txt").write_text("Own words.")
    assert read_pack(folder).terms == "Own words."
    other = write_pack(tmp_path / "other")
    write_manifest(other, license="Apache-2.0 WITH notice")
    assert read_pack(other).terms == "Apache-2.0 WITH notice"


def test_a_bare_name_is_a_pack_in_the_usual_places(tmp_path: Path) -> None:
    installed = write_pack(tmp_path / "installed" / "big").parent
    own = write_pack(tmp_path / "own" / "starter").parent
    for name, place in (("big", installed), ("starter", own)):
        found = find_pack(None, Settings(models=name), installed=installed, resources=own)
        assert found.folder == place / name
    with pytest.raises(NoModelPackError, match="gone"):
        find_pack(None, Settings(models="gone"), installed=installed, resources=own)


def test_a_network_that_is_not_the_one_of_the_manifest(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    check_pack(read_pack(folder))
    write_manifest(folder)
    check_pack(read_pack(folder))
    write_detector(folder / "det_tiny.onnx", score=0.7)
    with pytest.raises(ModelError, match=r"det_tiny\.onnx is not the file .* SHA-256 differs"):
        check_pack(read_pack(folder))


def test_a_manifest_with_embeddings_of_another_size(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack")
    recognition = {"file": "rec_tiny.onnx", "embedding_dimension": 512}
    write_manifest(
        folder, tasks={"detection": {"file": "det_tiny.onnx"}, "recognition": recognition}
    )
    with pytest.raises(ModelError, match=r"promises embeddings of 512 numbers, .* gives 3"):
        read_pack(folder)


def test_the_starter_pack_is_whole_and_free() -> None:
    pack = read_pack(STARTER)
    check_pack(pack)
    assert pack.manifest
    assert "MIT" in pack.terms


def test_the_shared_pack(test_pack: Path) -> None:
    pack = find_pack(test_pack, Settings())
    assert (pack.detector.name, pack.recognizer.name) == ("det_500m.onnx", "edgeface_xs.onnx")
    assert pack.dimension == 512
    assert pack.model_id.startswith("edgeface_xs-")


def test_what_the_window_imports_stays_light() -> None:
    code = (
        "import sys\n"
        "import photoorg.media.images, photoorg.packs.finding, photoorg.packs.download\n"
        "import photoorg.analysis.faces, photoorg.analysis.thumbnails\n"
        "heavy = {'cv2', 'insightface', 'onnxruntime', 'onnx', 'pillow_heif', 'skimage'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}
    )
