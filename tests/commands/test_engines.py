"""The ways of grouping in a terminal."""

from photoorg.clustering.registry import engine_list
from tests.commands.conftest import Photoorg


def test_engines_are_listed(photoorg: Photoorg) -> None:
    told = photoorg("engines", "--json").json
    assert [set(engine) for engine in told] == [{"name", "about", "usable", "why_not"}] * len(told)
    by_name = {engine["name"]: engine for engine in told}
    assert by_name["ndde-tpdi"]["usable"]
    assert not by_name["fotema"]["usable"]
    assert "pictures" in by_name["dac"]["why_not"]


def test_engines_can_be_read(photoorg: Photoorg) -> None:
    run = photoorg("engines")
    assert run.code == 0
    usable, others = run.out.split("for comparison")
    for engine in engine_list():
        assert f"  {engine.name} " in (usable if engine.usable else others)
        assert engine.why_not in run.out
