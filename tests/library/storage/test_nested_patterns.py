"""What is left out of a folder is left out of one around it by lines of that one's."""

from pathlib import PurePath

import pytest
from pathspec import GitIgnoreSpec

from photoorg.library.storage.nested_patterns import said_around

INSIDE = ["a.jpg", "keep.jpg", "#b.jpg", "scans/", "scans/a.jpg", "x/scans/", "x/scans/c.jpg"]
INSIDE += ["x/a.jpg", "x/y/z/a.jpg", "!c.jpg", "x/", "x y/a.jpg"]


@pytest.mark.parametrize(
    "lines",
    [
        ["/scans"],
        ["scans/"],
        ["scans"],
        ["*.jpg", "!keep.jpg"],
        ["x/scans"],
        ["x/**/a.jpg"],
        ["**/a.jpg"],
        ["/*"],
        ["*"],
        ["**"],
        ["*/"],
        ["**/"],
        ["/"],
        ["*", "!/keep.jpg", "!x/a.jpg"],
        ["# scans", "", "  ", "\\#b.jpg", "\\!c.jpg"],
        ["#b.jpg", "[ak]*.jpg", "a.jpg  "],
    ],
)
@pytest.mark.parametrize("way", ["trip", "deep/er", "[a]*?\\ !", "#", "line\nbreak", "\udcff"])
def test_the_same_is_left_out_and_nothing_beside(lines: list[str], way: str) -> None:
    alone, said = GitIgnoreSpec.from_lines(lines), said_around(lines, PurePath(way))
    assert "\n".join(said).encode().decode().splitlines() == said  # as they are stored
    around = GitIgnoreSpec.from_lines(said)
    there = [path for path in INSIDE if alone.match_file(path)]
    assert [path for path in INSIDE if around.match_file(f"{way}/{path}")] == there
    assert not any(around.match_file(f"beside/{path}") for path in INSIDE)
    assert not around.match_file(f"{way}/")
