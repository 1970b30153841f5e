"""A real street with nine faces that are seen for a second or more, some of them far away."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from photoorg.analysis.faces import FaceAnalyzer
from photoorg.analysis.tracking.tracker import Tracker
from photoorg.analysis.tracking.watching import watch
from photoorg.media.video.reading import open_video
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack
from photoorg.types import Box, overlap

SOON = 0.1


@pytest.fixture(scope="module")
def annotated() -> dict[str, dict[float, Box]]:
    """Return where everybody is, by name and second."""
    told = json.loads(Path(__file__).with_name("party.json").read_text("utf-8"))
    del told["about"]
    return {
        name: {float(at): Box(*map(float, box)) for at, box in seen.items()}
        for name, seen in told.items()
    }


def test_everybody_has_a_track_and_hardly_anybody_is_split(
    shared: Path, annotated: dict[str, dict[float, Box]]
) -> None:
    pieces: dict[str, set[int]] = defaultdict(set)
    people: dict[int, Counter[str]] = defaultdict(Counter)
    analyzer = FaceAnalyzer(read_pack(STARTER), threads=1)
    tracker = Tracker(analyzer.embed)
    places = []
    with open_video(shared / "data" / "video" / "party.mp4") as video:
        for sample in watch(video, analyzer, tracker):
            here = [track for track in tracker.open if track.times[-1] == sample.at]
            places += [(track, sample.at, track.boxes[-1]) for track in here]
    kept = {id(track) for track in tracker.take()}
    for track, at, box in places:
        for name, seen in annotated.items():
            near = [where for when, where in seen.items() if abs(when - at) <= SOON]
            if id(track) in kept and near and overlap(near[0], box) >= 0.3:
                pieces[name].add(id(track))
                people[id(track)][name] += 1
    assert pieces.keys() == annotated.keys()
    assert sum(len(tracks) for tracks in pieces.values()) / len(pieces) <= 2
    pure = sum(seen.most_common(1)[0][1] for seen in people.values())
    assert pure / sum(seen.total() for seen in people.values()) >= 0.95
