"""What a screen reader does: it asks another process for its window, through AT-SPI on D-Bus."""

import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

from tests.conftest import REPOSITORY

ROOT = "/org/a11y/atspi/accessible/root"
NOTHING = "/org/a11y/atspi/null"
ACCESSIBLE = "org.a11y.atspi.Accessible"
REGISTRY = "org.a11y.atspi.Registry"
EVENTS = "org.a11y.atspi.Event.Object"
STATES = {  # numbers of AtspiStateType
    "checked": 4,
    "focusable": 11,
    "focused": 12,
    "selectable": 22,
    "selected": 23,
    "showing": 25,
}
WINDOW = "tests.ui.window_to_read"
PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen, as it was when it was asked for; ``place`` is its address."""

    place: tuple[str, str]
    role: str
    name: str
    description: str
    states: frozenset[str]


class ScreenReader:
    """Knows one program on the bus for accessibility at ``address``."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(address)
        self._program = ("", "")
        self._told: deque[Message] = deque()

    def close(self) -> None:
        self._bus.close()

    def wait_for_program(self) -> None:
        """Wait until a program has told the registry of itself."""
        end = time.monotonic() + PATIENCE_S
        while not (programs := self._children_of((REGISTRY, ROOT))):
            assert time.monotonic() < end, "no program has come to the bus for accessibility"
            time.sleep(0.1)
        self._program = programs[0]

    def listen(self) -> None:
        """Hear from now on what gets the focus."""
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        self._ask(registry, "RegisterEvent", "s", ("object:state-changed:focused",))
        rule = MatchRule(type="signal", interface=EVENTS, member="StateChanged")
        assert Proxy(message_bus, self._bus).AddMatch(rule) == ()
        self._bus.filter(rule, queue=self._told)

    def heard_last(self) -> Node:
        """Return what got the focus last, of what the program has told until now."""
        place: tuple[str, str] | None = None
        self._call(self._program, "GetRole")  # what was told before this answer has come, too
        while self._told:
            message = self._told.popleft()
            kind, on = message.body[:2]
            if kind == "focused" and on:
                fields = message.header.fields
                place = fields[HeaderFields.sender], fields[HeaderFields.path]
        assert place is not None, "nothing has got the focus"
        return self.node(place)

    def nodes(self, inside: Node | None = None) -> list[Node]:
        """Return all that is shown, depth first; what lies in something hidden is left out."""
        found: list[Node] = []
        waiting = [self._program if inside is None else inside.place]
        while waiting:
            node = self.node(waiting.pop())
            if node.role in ("application", "menu bar") or "showing" in node.states:
                found.append(node)
                waiting += reversed(self._children_of(node.place))
        return found

    def below(self, node: Node) -> list[Node]:
        """Return what is shown in ``node``."""
        inside = map(self.node, self._children_of(node.place))
        return [node for node in inside if "showing" in node.states]

    def node(self, place: tuple[str, str]) -> Node:
        """Return what is at an address now."""
        low, high = self._call(place, "GetState")[0]
        bits = low | high << 32
        return Node(
            place,
            self._call(place, "GetRoleName")[0],
            self._property(place, "Name"),
            self._property(place, "Description"),
            frozenset(state for state, bit in STATES.items() if bits >> bit & 1),
        )

    def press(self, node: Node) -> None:
        """Do what a button does."""
        self._ask(_address(node.place, "org.a11y.atspi.Action"), "DoAction", "i", (0,))

    def _children_of(self, place: tuple[str, str]) -> list[tuple[str, str]]:
        children = self._call(place, "GetChildren")[0]
        return [(program, path) for program, path in children if path != NOTHING]

    def _call(self, place: tuple[str, str], method: str) -> tuple[Any, ...]:
        return self._ask(_address(place, ACCESSIBLE), method)

    def _property(self, place: tuple[str, str], name: str) -> str:
        address = _address(place, "org.freedesktop.DBus.Properties")
        return str(self._ask(address, "Get", "ss", (ACCESSIBLE, name))[0][1])

    def _ask(
        self, address: DBusAddress, method: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        return ask(self._bus, address, method, signature, body)


def _address(place: tuple[str, str], interface: str) -> DBusAddress:
    return DBusAddress(place[1], place[0], interface)


def ask(
    bus: DBusConnection,
    address: DBusAddress,
    method: str,
    signature: str = "",
    body: tuple[Any, ...] = (),
) -> tuple[Any, ...]:
    """Return the answer of another process; an error that it gives fails the test."""
    message = new_method_call(address, method, signature or None, body)
    reply = bus.send_and_get_reply(message, timeout=PATIENCE_S)
    assert reply.header.message_type == MessageType.method_return, (method, reply.body)
    answer: tuple[Any, ...] = reply.body
    return answer


@dataclass(frozen=True, slots=True)
class Told:
    """A window in another process that does what it is told, and who reads it."""

    window: subprocess.Popen[str]
    reader: ScreenReader

    def tell(self, words: str) -> None:
        """Let the window do something, and wait until it is done."""
        assert self.window.stdin is not None
        assert self.window.stdout is not None
        self.window.stdin.write(f"{words}\n")
        self.window.stdin.flush()
        assert self.window.stdout.readline() == "done\n", words


@contextmanager
def read_window(place: Path, kind: str) -> Iterator[Told]:
    """Open a window on a library made in ``place``, on a screen and a bus of their own.

    The programs are in Debian's packages xvfb, dbus and at-spi2-core; ``packaging/test`` installs
    them, and without them this fails.
    """
    with ExitStack() as stack:
        # the bus is a socket in there, whose path may be a hundred letters long
        runtime = stack.enter_context(tempfile.TemporaryDirectory(prefix="atspi"))
        environment = os.environ | {"XDG_RUNTIME_DIR": runtime, "PYTHONPATH": str(REPOSITORY)}
        environment |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}

        def started(*words: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                words,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if words[0] == sys.executable else subprocess.DEVNULL,
                text=True,
                env=environment,
                cwd=place,
            )
            stack.callback(_end, process)
            return process

        screen = started("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
        environment["DISPLAY"] = f":{_line(screen)}"
        session = _line(started("dbus-daemon", "--session", "--nofork", "--print-address=1"))
        environment["DBUS_SESSION_BUS_ADDRESS"] = session
        bus = open_dbus_connection(session)
        stack.callback(bus.close)
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        reader = ScreenReader(ask(bus, launcher, "GetAddress")[0])
        stack.callback(reader.close)
        told = Told(started(sys.executable, "-m", WINDOW, str(place), kind), reader)
        assert _line(told.window) == "shown"
        reader.wait_for_program()
        yield told


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{process.args!r} has said nothing"
    return line


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.communicate(timeout=PATIENCE_S)
