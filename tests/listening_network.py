"""Runs a script where whatever it says to a network is heard: in a namespace with loopback only.

``python -m tests.listening_network REPORT.json SCRIPT``, started by ``unshare``. Every name leads
to 127.0.0.1, where somebody answers, so that a program that wants to talk gets as far as it can;
the kernel's counters tell of packets to anywhere else. Outside tests it is of no use.
"""

import fcntl
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

NAMESERVER, NAME_ORDER = Path("/etc/resolv.conf"), Path("/etc/nsswitch.conf")
COUNTERS = {
    "/proc/net/snmp": ("Ip OutRequests", "Ip OutNoRoutes", "Tcp ActiveOpens", "Udp OutDatagrams"),
    "/proc/net/snmp6": ("Ip6OutRequests", "Ip6OutNoRoutes", "Udp6OutDatagrams"),
}
_SIOCGIFFLAGS, _SIOCSIFFLAGS, _IFF_UP = 0x8913, 0x8914, 1


def alone() -> list[str] | None:
    """Return the words that start a command in namespaces of its own, None if that is forbidden."""
    words = ["unshare", "--net", "--mount"]
    if os.geteuid() != 0:
        words += ["--user", "--map-root-user"]
    if shutil.which("unshare") is None or not NAMESERVER.exists():
        return None
    trial = [*words, "mount", "--bind", os.devnull, str(NAMESERVER)]
    allowed = subprocess.run(trial, capture_output=True, check=False).returncode == 0
    return words if allowed else None


def main(report: Path, script: str) -> None:
    """Run the script and write what was heard meanwhile."""
    _bring_up_loopback()
    with tempfile.TemporaryDirectory() as place:
        _cover(NAMESERVER, "nameserver 127.0.0.1\n", Path(place))
        if NAME_ORDER.exists():  # a daemon that resolves names would ask outside
            _cover(NAME_ORDER, "hosts: files dns\n", Path(place))
    heard: list[str] = []
    ending = threading.Event()
    listeners = [_serve_names(heard.append, ending)]
    for family in (socket.AF_INET, socket.AF_INET6):
        for port in (80, 443):
            listeners += _serve_connections(family, port, heard.append, ending)
    before = _counted()
    code = subprocess.run(["bash", "-c", script], check=False).returncode
    sent = {name: now - before[name] for name, now in _counted().items() if now != before[name]}
    ending.set()  # what was said last may wait to be heard
    for listener in listeners:
        listener.join()
    report.write_text(json.dumps({"code": code, "heard": heard, "sent": sent}), encoding="utf-8")


def _bring_up_loopback() -> None:
    with socket.socket() as any_socket:
        asked = struct.pack("16sh14x", b"lo", 0)
        (flags,) = struct.unpack_from("h", fcntl.ioctl(any_socket, _SIOCGIFFLAGS, asked), 16)
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | _IFF_UP))


def _cover(file: Path, text: str, place: Path) -> None:
    (place / file.name).write_text(text, encoding="ascii")
    subprocess.run(["mount", "--bind", str(place / file.name), str(file)], check=True)


def _listen(
    server: socket.socket, ending: threading.Event, answer: Callable[[], None]
) -> threading.Thread:
    """Call ``answer`` as long as somebody waits, and until the end."""
    server.settimeout(0.1)

    def serve() -> None:
        while True:
            try:
                answer()
            except TimeoutError:
                if ending.is_set():
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    return thread


def _serve_names(hear: Callable[[str], None], ending: threading.Event) -> threading.Thread:
    server = socket.socket(type=socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))

    def answer_name() -> None:
        packet, asker = server.recvfrom(4096)
        labels, at = [], 12
        while packet[at]:
            labels.append(packet[at + 1 : at + 1 + packet[at]].decode("latin-1"))
            at += packet[at] + 1
        hear(f"asked for {'.'.join(labels)}")
        question, wants_ipv4 = packet[12 : at + 5], packet[at + 1 : at + 3] == b"\0\1"
        counts = struct.pack(">4H", 1, wants_ipv4, 0, 0)
        address = b"\xc0\x0c\0\1\0\1\0\0\0\x05\0\4\x7f\0\0\1" if wants_ipv4 else b""
        server.sendto(packet[:2] + b"\x81\x80" + counts + question + address, asker)

    return _listen(server, ending, answer_name)


def _serve_connections(
    family: socket.AddressFamily, port: int, hear: Callable[[str], None], ending: threading.Event
) -> list[threading.Thread]:
    try:
        server = socket.create_server(("", port), family=family)
    except OSError:
        return []  # a kernel without IPv6

    def answer_call() -> None:
        connection, _ = server.accept()
        hear(f"connected to port {port}")
        connection.close()

    return [_listen(server, ending, answer_call)]


def _counted() -> dict[str, int]:
    """Return how many packets, and tries to send some, the namespace has seen."""
    counts: dict[str, int] = {}
    for file, names in COUNTERS.items():
        if not Path(file).exists():
            continue
        lines = [line.split() for line in Path(file).read_text(encoding="ascii").splitlines()]
        if file.endswith("snmp6"):
            found = dict(lines)
        else:  # a line of names, then one of numbers, each begun with the protocol
            found = {
                f"{names_[0][:-1]} {name}": number
                for names_, numbers in zip(lines[::2], lines[1::2], strict=True)
                for name, number in zip(names_[1:], numbers[1:], strict=True)
            }
        counts |= {name: int(found.get(name, 0)) for name in names}
    return counts


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
