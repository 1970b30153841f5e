"""Google Takeout: who is in a photo."""

import json

import pytest

from photoorg.metadata.names.takeout import read_json


def test_who_is_in_a_photo() -> None:
    said = {"title": "IMG.jpg", "people": [{"name": "Anna"}, {"name": " Ben "}, {"name": "Anna"}]}
    assert read_json(json.dumps(said).encode()).names == ("Anna", "Ben")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b'{"people": 3}',
        b'{"people": [3, {"name": 4}, {"name": ""}, {}]}',
        b"[" * 100_000,
        b'{"people": [{"name": "' + b"x" * (2 << 20) + b'"}]}',
        b"\xff\xfe\xfd",
    ],
    ids=["empty", "list", "null", "number", "odd", "deep", "vast", "bytes"],
)
def test_what_is_no_such_file_tells_of_nobody(data: bytes) -> None:
    assert not read_json(data)
