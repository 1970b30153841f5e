"""Stacks as other programs read them."""

import csv
import json
from io import StringIO
from pathlib import Path

from photoorg.library.duplicates.listing import as_text
from photoorg.library.duplicates.values import Stack, StackKind

STACKS = [
    Stack(StackKind.COPY, [1, 1], [Path("/a, b.jpg"), Path("/c.jpg")]),
    Stack(StackKind.BURST, [3, 2, 4], [Path("/3.jpg"), Path("/2.jpg"), Path("/4.jpg")]),
]


def test_json_has_an_entry_for_each_stack() -> None:
    first, second = json.loads(as_text(STACKS, ".json"))
    assert first == {"kind": "copy", "best": "/a, b.jpg", "photos": ["/a, b.jpg", "/c.jpg"]}
    assert second["photos"] == ["/3.jpg", "/2.jpg", "/4.jpg"]


def test_csv_has_a_line_for_each_photo() -> None:
    rows = list(csv.DictReader(StringIO(as_text(STACKS, ".csv"))))
    assert [row["photo"] for row in rows] == ["/a, b.jpg", "/c.jpg", "/3.jpg", "/2.jpg", "/4.jpg"]
    assert [row["stack"] for row in rows] == ["1", "1", "2", "2", "2"]
    assert {(row["kind"], row["best"]) for row in rows} == {
        ("copy", "/a, b.jpg"),
        ("burst", "/3.jpg"),
    }
