"""The README and the program agree."""

import argparse
import re
import tomllib
from collections.abc import Iterator

import pytest

from photoorg.cli import parser
from photoorg.clustering.registry import ENGINES
from tests.conftest import REPOSITORY

HOUSE = REPOSITORY / "photoorg"
README = (REPOSITORY / "README.md").read_text("utf-8")
FORMS = [
    form.strip()
    for line in re.findall(r"^    photoorg .*$", README, re.MULTILINE)
    for form in re.split(r"\s{2,}(?=photoorg )", line.strip())
]


def commands(top: argparse.ArgumentParser) -> set[str]:
    return {
        name
        for action in top._actions
        if isinstance(action, argparse._SubParsersAction)
        for name in action.choices
    }


def spelled_out(form: str) -> Iterator[list[str]]:
    """Yield what a form of the README may stand for, with and without what is optional."""
    optional = re.search(r"\[([^][]*)\]", form)
    if optional:
        before, after = form[: optional.start()], form[optional.end() :]
        yield from spelled_out(f"{before}{after}")
        yield from spelled_out(f"{before}{optional[1]}{after}")
        return
    words = re.sub(r" \| ", "|", form).replace("...", " AGAIN").split()[1:]
    choices = next((word.split("|") for word in words if "|" in word), [""])
    for choice in choices:
        yield [choice if "|" in word else word for word in words]


def test_every_command_is_in_the_readme_and_the_other_way_round() -> None:
    assert {form.split()[1] for form in FORMS} == commands(parser())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_readme_is_understood(form: str) -> None:
    for words in spelled_out(form):
        if words[0] == "train":
            continue  # their files and settings are told by their own help
        assert parser().parse_args(words).command is not None, words


def test_every_command_that_is_named_in_the_text_exists() -> None:
    named = set(re.findall(r"`photoorg ([a-z][a-z-]*)", README))
    assert named <= commands(parser())


def test_commands_of_the_library_take_a_library_and_answer_in_json() -> None:
    block = README.split("**In the terminal**")[1].split("These need no library")[0]
    for form in FORMS:
        if form in block:
            words = [*list(spelled_out(form))[-1], "--library", "x.photoorg", "--json"]
            asked = parser().parse_args(words)
            assert asked.json, form
            assert str(asked.library) == "x.photoorg"


@pytest.mark.parametrize("name", ["README.md", ".github/CONTRIBUTING.md"])
def test_every_place_that_is_named_exists(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    roots = ("photoorg/", "tests/", "packaging/", "resources/")
    named = {place for place in re.findall(r"`([\w./-]+)`", text) if place.startswith(roots)}
    assert named
    assert [place for place in sorted(named) if not (REPOSITORY / place).exists()] == []
    linked = re.findall(r"\]\(([\w./-]+)\)", text)
    assert [link for link in linked if not (REPOSITORY / name).parent.joinpath(link).exists()] == []


def test_the_layers_that_are_told_are_those_that_are_checked() -> None:
    contract = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    layers = contract["tool"]["importlinter"]["contracts"][0]["layers"]
    checked = [set(re.findall(r"\w+", layer)) for layer in layers]
    rooms = [layer for layer in checked if all((HOUSE / room).is_dir() for room in layer)]
    drawn = README.partition("## How it is built")[2].partition("Imports point downward")[0]
    named = [re.split(r" {2,}", line.strip())[0] for line in drawn.splitlines()]
    told = [set(re.findall(r"\w+", words)) - {"cli"} for words in named]
    assert [layer for layer in rooms if layer not in told] == []


def test_as_many_programs_have_their_rules_here_as_are_told() -> None:
    rules = [info.factory for info in ENGINES.values() if ".peers.programs." in info.factory]
    programs = {re.sub(r"_\d+$", "", factory.partition(":")[0]) for factory in rules}
    assert f"the rules of {len(programs)} other programs" in " ".join(README.split())


def test_the_changelog_goes_by_version_and_date() -> None:
    text = (REPOSITORY / "packaging" / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    told = [
        re.fullmatch(r"(\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d|not released yet)", heading)
        for heading in headings
    ]
    assert all(told)
    assert [match[2] for match in told[1:] if match] == sorted(
        (match[2] for match in told[1:] if match), reverse=True
    )
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] in [match[1] for match in told if match]
