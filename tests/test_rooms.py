"""How the modules lie to each other, beyond what import-linter's layers say of rooms."""

import grimp


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
