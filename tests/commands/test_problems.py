"""The list of unreadable files in a terminal."""

from pathlib import Path

from photoorg.library import FileEntry, Library
from tests.commands.conftest import Photoorg


def test_problems_are_listed_and_can_be_tried_again(photoorg: Photoorg, library: Path) -> None:
    photos = library.parent / "photos"
    with Library.open(library) as opened:
        folder = opened.folders.list()[0].id
        opened.intake.register(folder, [FileEntry(photos / "caf\udce9.jpg", 1, 1)])
        (pending,) = opened.intake.queue("trial-0123456789ab")
        opened.intake.fail(pending.id, "The file is empty.")
    run = photoorg("problems", "--library", library)
    assert run.code == 0
    assert run.out == f"{photos}/caf\ufffd.jpg: The file is empty.\n"
    (problem,) = photoorg("problems", "--library", library, "--json").json
    assert problem == {"path": f"{photos}/caf\udce9.jpg", "reason": "The file is empty."}
    assert photoorg("problems", "--retry", "--library", library).code == 0
    assert photoorg("problems", "--library", library, "--json").json == []
