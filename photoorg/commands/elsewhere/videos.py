"""``photoorg videos``: who is seen in videos, and when."""

import argparse

from photoorg.commands.terminal import DONE, Commands, add_json, add_library, reply, table
from photoorg.jobs.messages import shown
from photoorg.library import Library
from photoorg.library.videos.values import Moment
from photoorg.plain_text import clock


def register(commands: Commands) -> None:
    """Add the command."""
    videos = commands.add_parser("videos", help="list the videos, and who is seen in them when")
    add_json(
        videos,
        '[{"path", "seconds", "tracks": [{"id": the face that stands for the track, "person": id, '
        '"begin", "end", "frames", "score"}]}], times in seconds',
    )
    add_library(videos)
    videos.set_defaults(command=run_videos)


def run_videos(asked: argparse.Namespace) -> int:
    """List every video once, with its tracks in the order of time."""
    with Library.open(asked.library, create=False) as library:
        videos = library.videos.every()
    found = [
        {
            "path": str(video.path),
            "seconds": round(video.seconds, 3),
            "tracks": [
                {
                    "id": moment.face_id,
                    "person": moment.person_id,
                    "begin": round(moment.begin, 3),
                    "end": round(moment.end, 3),
                    "frames": moment.frames,
                    "score": round(moment.score, 4),
                }
                for moment in video.moments
            ],
        }
        for video in videos
    ]
    rows: list[tuple[object, ...]] = []
    for video in videos:
        path = shown(video.path)
        if not video.moments:
            rows.append(("-", clock(video.seconds), "-", "-", path))
        rows += [
            (clock(one.begin), clock(one.end), one.face_id, _who(one), path)
            for one in video.moments
        ]
    reply(asked, found, *table(("FROM", "TO", "FACE", "WHO", "VIDEO"), rows))
    return DONE


def _who(moment: Moment) -> str:
    return moment.person_name or ("-" if moment.person_id is None else str(moment.person_id))
