from pathlib import Path

from photoorg.file_systems import FileSystems, Mount
from photoorg.jobs.watching.directories import Root
from photoorg.jobs.watching.plan import make_plan
from photoorg.jobs.watching.ways import Way, way_sentence

HERE = Mount(Path("/"), "ext4")


def folder(path: Path, *inside: str) -> Root:
    path.mkdir(parents=True, exist_ok=True)
    for name in inside:
        (path / name).mkdir()
    return Root(path)


def test_each_folder_has_its_way(tmp_path: Path):
    near = folder(tmp_path / "near", "a", "b")
    mixed = folder(tmp_path / "mixed", "nas")
    large = folder(tmp_path / "large", *(f"{n}" for n in range(30)))
    linked = Root(tmp_path / "link")
    linked.path.symlink_to(tmp_path / "share")
    roots = [
        near,
        mixed,
        large,
        folder(tmp_path / "share"),
        folder(tmp_path / "phone"),
        linked,
        Root(tmp_path / "none"),
    ]
    disks = FileSystems(
        [
            HERE,
            Mount(tmp_path / "share", "cifs"),
            Mount(tmp_path / "mixed" / "nas", "nfs"),
            Mount(tmp_path / "phone", "fuse.jmtpfs"),
        ]
    )
    plan = make_plan(roots, disks, 20)
    ways = [Way.WATCHED, Way.PARTLY, Way.MANY, Way.SHARE, Way.PROGRAM, Way.SHARE, Way.AWAY]
    assert list(plan.ways.values()) == ways
    near_ones = {tmp_path / "near", tmp_path / "near/a", tmp_path / "near/b", tmp_path / "mixed"}
    assert {Path(path) for path in plan.paths} == near_ones
    assert plan.heard() == [near.path, mixed.path]


def test_one_folder_leaves_the_next_what_it_does_not_take(tmp_path: Path):
    first, second = folder(tmp_path / "a", "x"), folder(tmp_path / "b", "x")
    disks = FileSystems([HERE])
    assert list(make_plan([first, second], disks, 4).ways.values()) == [Way.WATCHED] * 2
    assert list(make_plan([first, second], disks, 3).ways.values()) == [Way.WATCHED, Way.MANY]


def test_where_the_system_counts_nothing_roots_are_watched_as_a_whole(tmp_path: Path):
    plan = make_plan([folder(tmp_path, "a", "b")], FileSystems([HERE]), None)
    assert plan.recursive
    assert plan.paths == [str(tmp_path)]


def test_a_share_is_not_even_touched(tmp_path: Path):
    dead = Root(tmp_path / "share" / "photos")
    plan = make_plan([dead], FileSystems([HERE, Mount(tmp_path / "share", "nfs4")]), 10)
    assert plan.ways == {dead.path: Way.SHARE}  # it is not there: who had asked would say so


def test_drives_that_come_and_go(tmp_path: Path):
    disks = FileSystems([HERE])
    drive, stays = Root(tmp_path / "drive"), folder(tmp_path / "stays", "stick")
    plan = make_plan([drive, stays], disks, 10)
    assert plan.moved(disks) == []
    folder(drive.path)
    assert plan.moved(disks) == [drive.path]
    plan = make_plan([drive, stays], disks, 10)
    drive.path.rename(tmp_path / "gone")
    assert plan.moved(disks) == [drive.path]
    plan = make_plan([drive, stays], disks, 10)
    assert plan.moved(FileSystems([HERE, Mount(stays.path / "stick", "vfat")])) == [stays.path]


def test_what_is_refused_is_looked_at_in_rounds(tmp_path: Path):
    plan = make_plan([folder(tmp_path)], FileSystems([HERE]), 10)
    plan.refuse()
    assert plan.ways == {tmp_path: Way.REFUSED}
    assert plan.paths == []


def test_every_way_is_told():
    told = {way: way_sentence(way) for way in Way}
    assert told.pop(Way.AWAY) == ""
    assert len(set(told.values())) == len(told)
    assert all(("every 15 minutes" in told[way]) == way.in_rounds for way in told)
