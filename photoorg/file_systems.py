"""What a folder lies on: a disk of this machine, a network share, or what tells of no changes.

Linux says so in ``/proc/self/mountinfo``, where a folder is found by its name: nothing is asked of
the disk itself, which may be away and never answer.
"""

import ctypes
import os
import re
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")

_SHARES = frozenset(
    {"9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "gfs2"}
    | {"glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "orangefs"}
    | {"prl_fs", "pvfs2", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs", "webdav"}
    | {"fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse"}
    | {"fuse.glusterfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.juicefs"}
)
_OF_A_PROGRAM = ("fuse", "fuse.", "macfuse", "osxfuse")
"""How the kinds of file systems begin that a program makes; ``fuseblk`` is a real disk."""

_OCTAL = re.compile(r"\\([0-7]{3})")
_STATFS_TYPE = slice(72, 88)
"""Where ``f_fstypename`` stands in the ``struct statfs`` of macOS."""
_STATFS_SIZE = 4096
_DRIVE_REMOTE = 4


class Disk(Enum):
    """What a folder lies on.

    LOCAL: the system tells of every change in it. SHARE: others change it without this machine
    hearing. PROGRAM: a program's own file system (FUSE), which may be like either.
    """

    LOCAL = "local"
    SHARE = "share"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Mount:
    """A place where a file system is mounted, and its kind in the system's word."""

    place: Path
    kind: str


def told_mounts(text: str) -> list[Mount]:
    """Read ``mountinfo``; of several at one place the last one is what is seen."""
    found = []
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if dash and len(fields) > 4:
            found.append(Mount(Path(_OCTAL.sub(_letter, fields[4])), kinds[0]))
    return found


def _letter(octal: re.Match[str]) -> str:
    return os.fsdecode(bytes([int(octal[1], 8)]))


def disk_of_kind(kind: str) -> Disk:
    """Return what a kind of file system, in the system's word, means."""
    low = kind.lower()
    if low in _SHARES:
        return Disk.SHARE
    if low in _OF_A_PROGRAM or low.startswith("fuse."):
        return Disk.PROGRAM
    return Disk.LOCAL


class FileSystems:
    """What is mounted at one moment; folders are told by their names, links are not followed."""

    def __init__(self, mounts: list[Mount]) -> None:
        self._disks = {mount.place: disk_of_kind(mount.kind) for mount in mounts}

    @classmethod
    def now(cls) -> "FileSystems":
        """Ask the system; where it cannot be asked for all, each folder is asked for."""
        try:
            return cls(told_mounts(MOUNTS.read_text("utf-8", "surrogateescape")))
        except OSError:
            return cls([])

    def disk_of(self, folder: Path) -> Disk:
        """Return what an absolute ``folder`` lies on."""
        if not self._disks:
            return _disk_asked(folder)
        places = (folder, *folder.parents)
        return next((self._disks[place] for place in places if place in self._disks), Disk.LOCAL)

    def below(self, folder: Path) -> dict[Path, Disk]:
        """Return the places below ``folder`` where something else begins, and what it is."""
        return {place: disk for place, disk in self._disks.items() if folder in place.parents}


if sys.platform == "win32":

    def _disk_asked(folder: Path) -> Disk:
        drive = folder.drive
        remote = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
        return Disk.SHARE if drive.startswith("\\\\") or remote else Disk.LOCAL

elif sys.platform == "darwin":

    def _disk_asked(folder: Path) -> Disk:
        told = ctypes.create_string_buffer(_STATFS_SIZE)
        library = ctypes.CDLL(None)
        statfs = getattr(library, "statfs$INODE64", None) or library.statfs
        if statfs(os.fsencode(folder), told):
            return Disk.LOCAL
        return disk_of_kind(type_of_statfs(told.raw))

else:

    def _disk_asked(folder: Path) -> Disk:
        del folder
        return Disk.LOCAL


def type_of_statfs(told: bytes) -> str:
    """Return the kind of file system in the ``struct statfs`` of macOS."""
    return told[_STATFS_TYPE].split(b"\0")[0].decode("ascii", "replace")
