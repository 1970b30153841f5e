import os
import struct
import sys
from pathlib import Path

import pytest

from photoorg.file_systems import (
    Disk,
    FileSystems,
    Mount,
    disk_of_kind,
    told_mounts,
    type_of_statfs,
)

TOLD = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 0:27 / /home/anna/NAS\040of\040us rw,nosuid shared:9 master:2 - cifs //nas/photos rw,vers=3.1
32 22 0:28 / /media/stick rw - fuseblk /dev/sdb1 rw,user_id=0
33 22 0:29 / /home/anna/phone rw - fuse.jmtpfs jmtpfs rw
34 31 0:30 / /home/anna/NAS\040of\040us/local rw - tmpfs tmpfs rw
""".strip()


def test_a_folder_lies_on_the_mount_that_is_nearest_above_it():
    disks = FileSystems(told_mounts(TOLD))
    assert disks.disk_of(Path("/home/anna/Pictures")) is Disk.LOCAL
    assert disks.disk_of(Path("/home/anna/NAS of us")) is Disk.SHARE
    assert disks.disk_of(Path("/home/anna/NAS of us/2019/July")) is Disk.SHARE
    assert disks.disk_of(Path("/home/anna/NAS of us too")) is Disk.LOCAL
    assert disks.disk_of(Path("/home/anna/NAS of us/local/2019")) is Disk.LOCAL
    assert disks.disk_of(Path("/media/stick/DCIM")) is Disk.LOCAL
    assert disks.disk_of(Path("/home/anna/phone/DCIM")) is Disk.PROGRAM


def test_what_begins_below_a_folder_is_told():
    disks = FileSystems(told_mounts(TOLD))
    assert disks.below(Path("/home/anna")) == {
        Path("/home/anna/NAS of us"): Disk.SHARE,
        Path("/home/anna/phone"): Disk.PROGRAM,
        Path("/home/anna/NAS of us/local"): Disk.LOCAL,
    }
    assert disks.below(Path("/home/anna/phone")) == {}


def test_of_two_mounts_at_one_place_the_last_one_is_seen():
    mounts = [Mount(Path("/"), "ext4"), Mount(Path("/net"), "autofs"), Mount(Path("/net"), "nfs4")]
    assert FileSystems(mounts).disk_of(Path("/net/photos")) is Disk.SHARE


@pytest.mark.parametrize(
    ("kind", "disk"),
    [
        ("nfs4", Disk.SHARE),
        ("smb3", Disk.SHARE),
        ("fuse.sshfs", Disk.SHARE),
        ("smbfs", Disk.SHARE),
        ("fuse", Disk.PROGRAM),
        ("fuse.bindfs", Disk.PROGRAM),
        ("macfuse", Disk.PROGRAM),
        ("fusectl", Disk.LOCAL),
        ("fuseblk", Disk.LOCAL),
        ("apfs", Disk.LOCAL),
        ("btrfs", Disk.LOCAL),
    ],
)
def test_kinds_of_file_systems(kind: str, disk: Disk):
    assert disk_of_kind(kind) is disk


def test_names_that_are_no_text_are_found():
    name = os.fsdecode(b"/media/\xfcber")
    mounts = told_mounts(f"1 0 0:1 / {name} rw - nfs nas:/ rw")
    assert FileSystems(mounts).disk_of(Path(name, "a")) is Disk.SHARE


def test_lines_that_nobody_understands_are_left_out():
    assert told_mounts("nonsense\n\n1 2 - nfs") == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists its mounts")
def test_this_machine_is_asked(tmp_path: Path):
    disks = FileSystems.now()
    assert disks.disk_of(tmp_path) is Disk.LOCAL
    assert Path("/proc") in disks.below(Path("/"))


def test_the_kind_in_the_answer_of_macos():
    head = struct.pack("=Ii5Q2i4I", 4096, 1, 1, 1, 1, 1, 1, 0, 0, 501, 17, 0, 0)
    told = head + b"smbfs".ljust(16, b"\0") + b"/Volumes/NAS".ljust(1024, b"\0")
    assert type_of_statfs(told) == "smbfs"
