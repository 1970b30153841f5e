"""``photoorg engines``: the ways of grouping faces there are."""

import argparse

from photoorg.clustering.registry import engine_list
from photoorg.commands.terminal import DONE, Commands, add_json, answer, answer_json


def register(commands: Commands) -> None:
    """Add the command."""
    engines = commands.add_parser("engines", help="list the ways of grouping faces")
    add_json(engines, '[{"name", "about", "usable", "why_not"}]')
    engines.set_defaults(command=run_engines)


def run_engines(asked: argparse.Namespace) -> int:
    """List the engines: first those that find the people of any library, then why others do not."""
    engines = engine_list()
    if asked.json:
        answer_json([engine._asdict() for engine in engines])
        return DONE
    width = max(len(engine.name) for engine in engines)
    answer("These find the people of any library (`photoorg group --engine NAME`):", "")
    answer(*(f"  {one.name:{width}}  {one.about}" for one in engines if one.usable))
    answer("", "These are for comparison:", "")
    for one in engines:
        if not one.usable:
            answer(f"  {one.name:{width}}  {one.about}", f"  {'':{width}}  {one.why_not}")
    return DONE
