"""What is shipped beside the code."""

from pathlib import Path

import pytest

RESOURCES = Path(__file__).parent.parent / "resources"
PLACES = (b".py", b"site-packages", b"/home", b"\\Users")


@pytest.mark.parametrize(
    "file", sorted(RESOURCES.rglob("*.onnx")), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_a_network_tells_nothing_of_where_it_was_made(file: Path) -> None:
    content = file.read_bytes()
    assert not [
        told for told in (b".py", b"site-packages", b"/home", b"\\Users") if told in content
    ]
