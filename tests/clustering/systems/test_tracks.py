"""Tracks that an engine has left to nobody are grouped; all else stays where it is."""

import numpy as np
import pytest

from photoorg.clustering.engine import Constraints, FaceSet, Labels, face_set
from photoorg.clustering.systems.tracks import regroup_tracks
from photoorg.evaluation.metrics import score

PEOPLE, TRACKS, PHOTOS = 12, 5, 3


@pytest.fixture
def library() -> tuple[FaceSet, Labels]:
    """Return faces of photos of some people and tracks of all, and who they are."""
    rng = np.random.default_rng(4)
    centres = rng.normal(size=(PEOPLE, 64))
    photos = np.repeat(np.arange(PEOPLE // 2), PHOTOS)
    tracks = np.repeat(np.arange(PEOPLE), TRACKS)
    who = np.concatenate([photos, tracks])
    rows = centres[who] + 0.5 * rng.normal(size=(len(who), 64))
    ids = np.concatenate([np.full(len(photos), -1), np.arange(len(tracks))])
    return face_set(rows, track_ids=ids, photo_ids=-1 - np.arange(len(who))), who.astype(np.int64)


def test_tracks_of_people_of_no_photo_are_grouped(library: tuple[FaceSet, Labels]) -> None:
    faces, who = library
    photo = faces.track_ids == -1
    alone = np.where(photo, who, 100 + np.arange(len(who)))
    labels = regroup_tracks(alone, faces, np.full(len(who), -1))
    found = score(who[~photo], labels[~photo])
    assert found.bcubed_precision > 0.99
    assert found.bcubed_recall > 0.9
    assert set(labels[photo].tolist()).isdisjoint(labels[~photo].tolist())


def test_tracks_go_where_one_of_them_was_put(library: tuple[FaceSet, Labels]) -> None:
    faces, who = library
    photo = faces.track_ids == -1
    first = np.arange(len(who)) % TRACKS == 3  # of every five tracks, the engine knows one
    labels = regroup_tracks(
        np.where(photo | first, who, 100 + np.arange(len(who))), faces, np.full(len(who), -1)
    )
    found = score(who, labels)
    assert found.bcubed_precision > 0.99
    assert found.bcubed_recall > 0.9


def test_groups_of_photos_neither_join_nor_fall_apart(library: tuple[FaceSet, Labels]) -> None:
    faces, who = library
    halves = np.where(np.arange(len(who)) % 2, who, who + 50)
    labels = regroup_tracks(halves, faces, np.full(len(who), -1))
    photos = np.flatnonzero(faces.track_ids == -1)
    before = halves[photos][:, None] == halves[photos]
    assert np.array_equal(labels[photos][:, None] == labels[photos], before)


def test_groups_that_were_there_stay(library: tuple[FaceSet, Labels]) -> None:
    faces, who = library
    alone = np.arange(len(who))
    before = np.where(np.arange(len(who)) % 2, alone, -1)
    labels = regroup_tracks(alone, faces, before)
    kept = np.flatnonzero(before >= 0)
    assert len(set(labels[kept].tolist())) == len(kept)


def test_no_rule_is_broken(library: tuple[FaceSet, Labels]) -> None:
    faces, who = library
    first = PEOPLE // 2 * PHOTOS
    pairs = np.array([(first, first + 1), (first + 2, first + 3)])
    answers = np.array([(0, 0, first + 4), (0, 1, first)])
    labels = regroup_tracks(
        np.arange(len(who)),
        faces,
        np.full(len(who), -1),
        Constraints(cannot_link=pairs, different=answers),
    )
    for one, other in [*pairs.tolist(), (first + 4, first)]:
        assert labels[one] != labels[other]


def test_without_tracks_nothing_is_done(library: tuple[FaceSet, Labels]) -> None:
    faces, who = library
    photos = face_set(faces.embeddings)
    assert regroup_tracks(who, photos, np.full(len(who), -1)) is who
    none = face_set(faces.embeddings, track_ids=np.full(len(who), -1))
    assert regroup_tracks(who, none, np.full(len(who), -1)) is who
