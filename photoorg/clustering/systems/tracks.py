"""Tracks of videos grouped among themselves, where an engine has left them to nobody.

An engine that groups all faces of a library decides which tracks are people of the photos, and
which are with groups that were there before. What is left are tracks of people whom only videos
show: how many there are is unknown, which is what Ball Cluster Learning is made for
(:mod:`.ball_cluster`). Its balls may hold tracks that the engine has put with somebody: then the
others of the ball go there, too, the likest first. No rule is broken, and nobody else moves.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.engine import Constraints, FaceSet, Labels
from photoorg.clustering.rules.constraints import compile_rules
from photoorg.clustering.rules.groups import Groups, Pairs
from photoorg.clustering.rules.unconstrained import in_order
from photoorg.clustering.systems.ball_cluster import default_engine
from photoorg.types import BoolArray


def regroup_tracks(
    labels: Labels,
    faces: FaceSet,
    before: Labels,
    constraints: Constraints | None = None,
    *,
    pack: str | None = None,
) -> Labels:
    """Return labels ``(n,)`` like ``labels``, with tracks that are nobody's yet grouped by BCL.

    Tracks are the rows with one of their own in ``faces.track_ids``. Groups that hold a photo's
    face, or a face that is in a group ``before (n,)`` (-1: in none), stay as they are but for
    tracks that join them. Raises ContradictionError.
    """
    if faces.track_ids is None or (faces.track_ids >= 0).sum() < 2:
        return labels
    track = faces.track_ids >= 0
    fixed = _fixed_groups(labels, ~track | (before >= 0))
    loose = track & (fixed < 0)
    if not loose.any():
        return labels
    rules = compile_rules(faces, constraints)
    rules = replace(rules, names=fixed, poor=np.zeros(len(faces), bool))
    groups = Groups.start(rules)
    groups.join(_within_balls(faces, np.flatnonzero(track), loose, pack))
    return groups.labels()


def _fixed_groups(labels: Labels, holding: BoolArray) -> NDArray[np.int64]:
    """Return the groups ``(n,)`` that hold some of these faces, -1 for the faces of others.

    A face without a group is one of its own.
    """
    alone = labels.max(initial=-1) + 1 + np.arange(len(labels))
    own = np.where(labels >= 0, labels, alone)
    return np.where(np.isin(own, own[holding]), own, -1).astype(np.int64)


def _within_balls(
    faces: FaceSet, tracks: NDArray[np.int64], loose: BoolArray, pack: str | None
) -> Pairs:
    """Return the edges ``(m, 2)`` between tracks of one ball, one of them loose, the likest first.

    Tracks are grouped without any rules: these are kept where the edges join.
    """
    shown = replace(in_order(faces, tracks), photo_ids=None)
    balls = default_engine(pack).fit_predict(shown)
    found: list[Pairs] = [np.empty((0, 2), np.int64)]
    cosines = [np.empty(0, np.float32)]
    order = np.argsort(balls, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(balls[order])) + 1):
        if balls[rows[0]] < 0 or len(rows) < 2:
            continue
        one, other = np.triu_indices(len(rows), 1)
        members = tracks[rows]
        embeddings = faces.embeddings[members]
        pairs = np.stack([members[one], members[other]], axis=1)
        kept = loose[pairs].any(axis=1)
        found.append(pairs[kept])
        cosines.append((embeddings @ embeddings.T)[one, other][kept])
    edges, likeness = np.concatenate(found), np.concatenate(cosines)
    return edges[np.lexsort((edges[:, 1], edges[:, 0], -likeness))]
