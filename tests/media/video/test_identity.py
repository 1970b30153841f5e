"""A video is known by its pictures, whatever is written into its file."""

from pathlib import Path

from photoorg.media.video.identity import content_hash, pictures_hash
from photoorg.media.video.reading import open_video
from tests.media.video.clips import noise, still, turned, write_clip


def of(file: Path) -> str:
    with open_video(file) as video:
        return pictures_hash(video)


def test_titles_and_dates_leave_it_alone(tmp_path: Path) -> None:
    frames = [noise(n) for n in range(5)]
    one = write_clip(tmp_path / "one.mp4", frames)
    other = write_clip(tmp_path / "other.mp4", frames, told={"title": "The sea", "comment": "x"})
    assert content_hash(one) != content_hash(other)
    assert of(one) == of(other)


def test_other_pictures_more_of_them_and_another_side_up_are_another_video(tmp_path: Path) -> None:
    files = [
        write_clip(tmp_path / "one.mp4", still(1, 10)),
        write_clip(tmp_path / "other.mp4", still(2, 10)),
        write_clip(tmp_path / "longer.mp4", still(1, 200)),
        turned(write_clip(tmp_path / "turned.mp4", still(1, 10)), 0, 1, -1, 0),
    ]
    assert len({of(file) for file in files}) == len(files)


def test_bytes_in_the_middle_of_a_large_file_count(tmp_path: Path) -> None:
    file = tmp_path / "large.mp4"
    data = bytearray(40 << 20)
    file.write_bytes(data)
    before = content_hash(file)
    data[20 << 20 : 28 << 20] = b"x" * (8 << 20)
    file.write_bytes(data)
    assert content_hash(file) != before
