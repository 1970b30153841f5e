"""Collects the texts of the code for translators, and compiles what they translated.

Qt's ``lupdate`` finds the texts and ``lrelease`` compiles them. What lupdate cannot know of Python
is added here: which texts count something, and what English says for 1.
"""

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "photoorg"
FOLDER = ROOT / "resources" / "languages"
ENGLISH = FOLDER / "english.json"
FORMS = {"de": 2, "ko": 1}
"""The languages, and how many forms a text has that counts something (German: 1, all others)."""

DOORS = ("tr", "kept")
"""The functions of :mod:`photoorg.tr` that texts go through."""


class Call(NamedTuple):
    """A text in the code: ``None`` where it is put together, which nobody can translate."""

    place: str
    text: str | None
    one: str
    values: frozenset[str] | None
    """Names of the values, ``None`` where they are not told one by one."""


class Message(NamedTuple):
    """A text of a file for translators."""

    forms: tuple[str, ...]
    unfinished: bool


def calls(house: Path = HOUSE) -> Iterator[Call]:
    """Yield every text of the code in order."""
    for path in sorted(house.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in DOORS:
                yield _call(node, f"{path.relative_to(house.parent)}:{node.lineno}")


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def _call(node: ast.Call, place: str) -> Call:
    values = {word.arg: word.value for word in node.keywords}
    told = frozenset(name for name in values if name and name != "one")
    one = values.get("one")
    return Call(
        place,
        _literal(node.args[0]) if len(node.args) == 1 else None,
        _literal(one) or "" if one else "",
        None if None in values else told,
    )


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def counts(text: str) -> bool:
    """Tell whether a text has forms for different numbers."""
    return "{n}" in text


def read(file: Path) -> dict[str, Message]:
    """Return the texts of a file for translators."""
    if not file.exists():
        return {}
    told = {}
    for message in ET.parse(file).iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        told[message.findtext("source") or ""] = Message(
            tuple(forms or [translation.text or ""]), translation.get("type") == "unfinished"
        )
    return told


def update(language: str) -> Path:
    """Write the texts of the code into the file of a language; what is translated stays."""
    file = FOLDER / f"photoorg_{language}.ts"
    before = read(file)
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / file.name
        _qt("lupdate", "-tr-function-alias", "tr+=kept", "-locations", "none", "-silent",
            *map(str, sorted(HOUSE.rglob("*.py"))), "-ts", str(found))  # fmt: skip
        tree = ET.parse(found)  # noqa: S314 - as Qt wrote it just now
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}">', "<context>", "    <name></name>"]
    for message in tree.iter("message"):
        text = message.findtext("source") or ""
        if not text:  # what lupdate takes for a text and is none
            continue
        hint = message.findtext("extracomment") or ""
        lines += _message(text, hint, before.get(text), FORMS[language])
    lines += ["</context>", "</TS>", ""]
    file.write_text("\n".join(lines), "utf-8")
    return file


def _message(text: str, hint: str, before: Message | None, forms: int) -> list[str]:
    wanted = forms if counts(text) else 1
    said = before.forms if before and len(before.forms) == wanted else ("",) * wanted
    done = before is not None and not before.unfinished and all(said)
    kind = "" if done else ' type="unfinished"'
    lines = ['    <message numerus="yes">' if counts(text) else "    <message>"]
    lines.append(f"        <source>{_escaped(text)}</source>")
    if hint:
        lines.append(f"        <extracomment>{_escaped(hint)}</extracomment>")
    if counts(text):
        lines.append(f"        <translation{kind}>")
        lines += [f"            <numerusform>{_escaped(form)}</numerusform>" for form in said]
        lines.append("        </translation>")
    else:
        lines.append(f"        <translation{kind}>{_escaped(said[0])}</translation>")
    return [*lines, "    </message>"]


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def compile_texts(file: Path, to: Path) -> None:
    """Write what the program reads of a file for translators; what is unfinished stays English."""
    _qt("lrelease", "-silent", "-nounfinished", str(file), "-qm", str(to))


def english() -> str:
    """Return what ``english.json`` holds: the texts and what English says for 1."""
    texts = {call.text: call.one for call in calls() if call.text is not None}
    return json.dumps(texts, indent=0, sort_keys=True, ensure_ascii=False) + "\n"


def _qt(tool: str, *words: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / f"pyside6-{tool}"), *words], check=True)  # noqa: S603 - Qt


def main() -> None:
    """Bring everything in ``resources/languages`` up to date."""
    FOLDER.mkdir(exist_ok=True)
    for call in calls():
        if call.text is None:
            sys.exit(f"{call.place}: a text is one literal, and what varies is a value by name.")
    ENGLISH.write_text(english(), "utf-8")
    for language in FORMS:
        file = update(language)
        compile_texts(file, file.with_suffix(".qm"))
        texts = read(file).values()
        left = sum(message.unfinished for message in texts)
        sys.stderr.write(f"{file.name}: {len(texts)} texts, {left} to translate\n")


if __name__ == "__main__":
    main()
