"""Videos are opened, sampled, and refused with a sentence."""

import os
from pathlib import Path

import numpy as np
import pytest

from photoorg.errors import PhotoError
from photoorg.media.photo_files import CUT_OFF, EMPTY, GONE, NO_FILE, ONLY_ZEROS
from photoorg.media.video import reading
from photoorg.media.video.faults import DAMAGED, GROWING, NO_PICTURES, UNKNOWN
from photoorg.media.video.names import is_video
from photoorg.media.video.reading import Sample, open_video
from tests.media.video.clips import noise, still, write_clip


def samples(file: Path, start: float = 0.0, step: float = 0.5) -> list[Sample]:
    with open_video(file) as video:
        video.step = step
        return list(video.samples(start))


def times(found: list[Sample]) -> list[float]:
    return [round(sample.at, 2) for sample in found]


def reason(file: Path) -> str:
    with pytest.raises(PhotoError) as caught:
        samples(file)
    return caught.value.reason


def test_there_is_a_frame_every_so_often(tmp_path: Path) -> None:
    file = write_clip(tmp_path / "clip.mp4", still(1, 50), bf="0")
    assert times(samples(file)) == [0, 0.52, 1.04, 1.56]
    with open_video(file) as video:
        found = []
        for sample in video.samples():
            found.append(sample)
            video.step = 0.1 if sample.at > 1 else 0.5
        assert len(found) > 8
        assert video.announced == pytest.approx(2.0)
        assert video.seconds == pytest.approx(2.0, abs=0.05)


def test_each_shot_begins_with_a_frame(tmp_path: Path) -> None:
    frames = still(1, 12) + still(2, 5) + still(3, 30)
    found = samples(write_clip(tmp_path / "clip.mp4", frames, bf="0"))
    assert [round(s.at, 2) for s in found if s.begins_shot] == [0, 0.48, 0.68]
    assert np.abs(found[1].picture.pixels.astype(int) - noise(2)).mean() < 12


def test_a_flash_begins_no_shot(tmp_path: Path) -> None:
    frames = [*still(1, 12), np.full((96, 128, 3), 255, np.uint8), *still(1, 12)]
    found = samples(write_clip(tmp_path / "clip.mp4", frames, bf="0"))
    assert [s.at for s in found if s.begins_shot] == [0]


@pytest.mark.parametrize("seconds", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("step", [0.16, 0.2, 0.5])
def test_a_picture_that_fades_into_another_begins_a_shot(
    tmp_path: Path, seconds: float, step: float
) -> None:
    count = int(25 * seconds)
    one, other = noise(1).astype(float), noise(2).astype(float)
    fade = [(one + (other - one) * n / count).astype(np.uint8) for n in range(count)]
    file = write_clip(tmp_path / "clip.mp4", [*still(1, 25), *fade, *still(2, 25)], bf="0")
    begun = [s.at for s in samples(file, step=step) if s.begins_shot]
    assert begun[0] == 0
    assert begun[1:]
    assert all(1 < at < 1.1 + seconds for at in begun[1:])


def test_it_goes_on_in_the_middle(tmp_path: Path) -> None:
    file = write_clip(tmp_path / "clip.mp4", still(1, 25) + still(2, 25) + still(3, 25), g="10")
    found = samples(file, start=1.2)
    assert times(found)[0] == pytest.approx(1.2, abs=0.1)
    assert [round(s.at, 1) for s in found if s.begins_shot][1:] == [2.0]


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("clip.mp4", "libx264"),
        ("clip.mov", "libx265"),
        ("clip.mkv", "libx264"),
        ("clip.webm", "libvpx-vp9"),
        ("clip.avi", "mpeg4"),
        ("CLIP.AVI", "mjpeg"),
        ("clip.3gp", "mpeg4"),
        ("clip.mts", "libx264"),
        ("clip.mpg", "mpeg2video"),
        ("clip.wmv", "wmv2"),
    ],
)
def test_what_cameras_write_is_read(tmp_path: Path, name: str, codec: str) -> None:
    file = tmp_path / name
    file.write_bytes(
        write_clip(tmp_path / f"it{file.suffix.lower()}", still(4, 30), codec=codec).read_bytes()
    )
    found = samples(file)
    assert len(found) >= 2
    assert np.abs(found[0].picture.pixels.astype(int) - noise(4)).mean() < 15
    assert is_video(file)


def test_frames_of_a_variable_rate_have_their_own_times(tmp_path: Path) -> None:
    shown = [0, 1, 2, 40, 41, 42, 100, 101]
    file = write_clip(tmp_path / "clip.mkv", still(1, 8), times=shown, bf="0")
    assert times(samples(file)) == [0, 1.6, 4.0]


def test_large_frames_are_given_smaller_and_narrow_pixels_as_they_are_shown(tmp_path: Path) -> None:
    frames = [noise(1, (1440, 2560))] * 2
    (picture,) = [s.picture for s in samples(write_clip(tmp_path / "clip.mp4", frames))]
    assert (picture.width, picture.height) == (2560, 1440)
    assert picture.pixels.shape == (1080, 1920, 3)
    assert picture.scale == 0.75


def test_what_is_no_video_says_why(tmp_path: Path) -> None:
    file = tmp_path / "clip.mp4"
    assert reason(file) == GONE
    for data, why in [
        (b"", EMPTY),
        (bytes(5000), ONLY_ZEROS),
        (b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/a.ts\n", UNKNOWN),
        (b"hello " * 1000, UNKNOWN),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"x" * 999, CUT_OFF),
        (b"RIFF\0\0\0\0AVI " + b"x" * 999, DAMAGED),
    ]:
        file.write_bytes(data)
        assert reason(file) == why
    os.mkfifo(tmp_path / "pipe.mp4")
    assert reason(tmp_path / "pipe.mp4") == NO_FILE


def test_a_video_without_its_index_is_cut_off(tmp_path: Path) -> None:
    file = write_clip(tmp_path / "clip.mp4", [noise(n) for n in range(25)])
    file.write_bytes(file.read_bytes()[:-400])
    assert reason(file) == CUT_OFF


def test_of_a_video_that_ends_early_there_is_what_there_is(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    frames = [rng.integers(0, 256, (96, 128, 3), dtype=np.uint8) for _ in range(100)]
    file = write_clip(tmp_path / "clip.mkv", frames)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with open_video(file) as video:
        found = list(video.samples())
        assert 1 < video.seconds < 3
        assert video.announced == pytest.approx(4.0, abs=0.1)
    assert len(found) >= 2


def test_damaged_parts_are_passed_over(tmp_path: Path) -> None:
    file = write_clip(tmp_path / "clip.mp4", [noise(n) for n in range(100)], g="5")
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(3000)
    file.write_bytes(data)
    assert times(samples(file))[-1] > 3


def test_sound_alone_is_no_video(tmp_path: Path) -> None:
    import av

    file = tmp_path / "sound.mp4"
    with av.open(str(file), "w") as out:
        stream = out.add_stream("aac", rate=44100)
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 44100), np.float32), "fltp", "mono")
        frame.rate = 44100
        out.mux(stream.encode(frame))
        out.mux(stream.encode())
    assert reason(file) == NO_PICTURES


def test_frames_of_too_many_pixels_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write_clip(tmp_path / "clip.mp4", still(1, 3))
    monkeypatch.setattr(reading, "MAX_PIXELS", 1000)
    assert "claims 128 x 96 pixels" in reason(file)


def test_a_file_that_grows_meanwhile_is_read_by_the_next_scan(tmp_path: Path) -> None:
    file = write_clip(tmp_path / "clip.mp4", still(1, 30))

    def read_while_it_grows() -> None:
        with open_video(file) as video:
            next(video.samples())
            file.write_bytes(file.read_bytes() + b"more")

    with pytest.raises(PhotoError) as caught:
        read_while_it_grows()
    assert caught.value.reason == GROWING
    assert caught.value.passing


def test_odd_names_are_opened(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"http:|\xff%20 clip.mp4")
    write_clip(tmp_path / "clip.mp4", still(1, 3)).rename(file)
    assert samples(file)
