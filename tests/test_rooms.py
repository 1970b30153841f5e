"""How the modules lie to each other, beyond what import-linter's layers say of rooms."""

from pathlib import Path

import grimp

from tests.conftest import REPOSITORY

LONGEST, MOST = 300, 20
"""Lines of a module and modules of a room, beyond which neither is seen at a glance any more."""

HOUSE = REPOSITORY / "photoorg"


def named(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def test_no_module_is_too_long():
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in HOUSE.rglob("*.py")}
    assert {named(path) for path, count in lines.items() if count > LONGEST} == set()


def test_no_room_is_too_full():
    rooms = {path.parent for path in HOUSE.rglob("*.py")}
    full = {named(room) for room in rooms if len(list(room.glob("*.py"))) > MOST}
    assert full == set()


def test_no_module_imports_itself_by_way_of_others():
    graph = grimp.build_graph("photoorg", cache_dir=None)
    left = set(graph.modules)
    # What imports nothing that is left, or is imported by nothing left, is on no circle.
    while ends := {
        module
        for module in left
        if left.isdisjoint(graph.find_modules_directly_imported_by(module))
        or left.isdisjoint(graph.find_modules_that_directly_import(module))
    }:
        left -= ends
    assert not left, "on circles, or between two"
