"""No version of a library with a known hole may be installed: they read strangers' files."""

import re
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import REPOSITORY

SAFE_FROM = {
    "pillow": (
        "13.0",
        (
            "a JPEG overflows a buffer before, and so does a picture with frames of several kinds "
            "(CVE-2026-96639); before 11.3 a DDS that is written, too (CVE-2025-48379)"
        ),
    ),
    "pillow-heif": (
        "1.8.1",
        "libheif before 1.23.4 and libde265 before 1.1.3, which lie in it, run code from a file",
    ),
    "opencv-python": ("4.12", "a JPEG makes it write anywhere before (CVE-2025-53644)"),
    "onnx": ("1.16.2", "a model's archive writes outside its folder before (CVE-2024-5187)"),
    "torch": ("2.6", "loading only weights runs code from the file before (CVE-2025-32434)"),
}
"""The first version without a hole that is known, and the hole."""


def floors() -> dict[str, Version]:
    """Return the lowest version of each library that pyproject.toml lets in."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(one for extra in extras for one in extra)]
    return {
        canonicalize_name(one.name): min(
            Version(part.version) for part in one.specifier if part.operator in (">=", "==", "~=")
        )
        for one in map(Requirement, wanted)
    }


def pins() -> dict[str, Version]:
    """Return the versions that the set-up installs."""
    text = (REPOSITORY / "packaging" / "constraints.txt").read_text("utf-8")
    found = re.findall(r"^([\w.-]+)==(\S+)$", text, re.MULTILINE)
    return {canonicalize_name(name): Version(pinned) for name, pinned in found}


@pytest.mark.parametrize("library", SAFE_FROM)
def test_no_version_with_a_known_hole(library: str) -> None:
    safe, hole = SAFE_FROM[library]
    assert floors().get(library, Version(safe)) >= Version(safe), hole
    assert pins()[library] >= Version(safe), hole


@pytest.mark.parametrize("library", ["pillow", "pillow-heif", "opencv-python"])
def test_no_installed_version_with_a_known_hole(library: str) -> None:
    safe, hole = SAFE_FROM[library]
    assert Version(version(library)) >= Version(safe), hole


def test_every_pin_is_above_its_floor() -> None:
    pinned = pins()
    missing = [name for name in floors() if name not in pinned]
    assert missing == []
    assert [name for name, floor in floors().items() if pinned[name] < floor] == []


def test_what_decodes_heic_is_without_the_holes_of_2026() -> None:
    import pillow_heif

    told = pillow_heif.libheif_info()
    assert Version(told["libheif"]) >= Version("1.23.4")
    assert Version(told["decoders"]["libde265"].split()[-1]) >= Version("1.1.3")
