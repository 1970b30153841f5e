"""Finding groups of pictures: what each photo looks like, then Deep Adaptive Clustering on that.

Photos that look like what was learned before join its groups, and those groups stay as they are.
When many photos have come that are in no group, a further round learns from all of these and makes
groups of its own. Every step is kept as soon as it is done, so that a search that was stopped or
killed goes on where it was, with the same outcome.
"""

import io
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoorg.analysis.picture_features import PictureFeatures
from photoorg.clustering.systems.dac_head import Head, Layer
from photoorg.clustering.systems.dac_layer import LayerLearning, LayerRecipe, begin_with
from photoorg.jobs.messages import LibraryChanged
from photoorg.jobs.progress import Control
from photoorg.jobs.scenes.own_looks import features_of, learn, may_learn
from photoorg.jobs.scenes.request import LEARNING, LOOKING, ScenesRequest, ScenesSummary
from photoorg.library import Library
from photoorg.library.scenes.scenes import FEWEST
from photoorg.library.scenes.values import KnownFeatures, OwnLooks, Round
from photoorg.types import Kind

SURE = 0.9
"""A photo is in a group if it is so similar to what is typical of it."""

FEWEST_TO_LEARN = 12
"""Of fewer photos nothing is learned."""

GROWTH = 0.25
"""A further round learns when so many photos, as a share of those learned from, are in no group."""

_AT_ONCE = 200
"""Photos whose features are kept together."""


class _TimeUpError(Exception):
    """The time is up."""


def run(control: Control, asked: ScenesRequest) -> ScenesSummary:
    """Find groups of pictures that look alike; no file is opened, let alone changed.

    Raises LibraryError, LibraryBusyError.
    """
    end = None if asked.seconds is None else time.monotonic() + asked.seconds
    with Library.open(asked.library, create=False) as library, library.exclusive("searches"):
        search = _Search(control, library, end, asked.seed)
        try:
            search.look()
            search.join()
            search.learn()
        except _TimeUpError:
            finished = False
        else:
            finished = True
        control.send(LibraryChanged(frozenset({Kind.SCENES})))
        return ScenesSummary(
            groups=len(library.scenes.every()),
            unseen=search.unseen() if finished else 0,
            finished=finished,
        )


class _Search:
    def __init__(self, control: Control, library: Library, end: float | None, seed: int) -> None:
        self._control = control
        self._library = library
        self._scenes = library.scenes
        self._end = end
        self._seed = seed
        self._features = features_of(self._scenes)

    @property
    def model(self) -> str:
        """What tells the features."""
        return self._features.model

    def unseen(self) -> int:
        """Return how many photos could not be looked at."""
        return len(self._scenes.waiting(self.model))

    def look(self) -> None:
        """Find out what the photos look like of which that is not known."""
        waiting = self._scenes.waiting(self.model)
        self._control.report(LOOKING, 0, len(waiting))
        for at in range(0, len(waiting), _AT_ONCE):
            some = waiting[at : at + _AT_ONCE]
            self._scenes.keep_features(self.model, self._told(some))
            self._control.report(LOOKING, at + len(some), len(waiting))
            self._watch_the_time()

    def join(self) -> None:
        """Put new photos into the groups that are known, or into none."""
        heads = [
            (Head.unpacked(known.head), known)
            for known in self._scenes.rounds(self.model)
            if known.head is not None
        ]
        self._place(self._scenes.unplaced(self.model), heads, learned=False)

    def learn(self) -> None:
        """Learn from the photos in no group, if they are many, and make groups of them."""
        begun = next((one for one in self._scenes.rounds(self.model) if one.state), None)
        if begun is not None and begun.state is not None:
            photo_ids, state = _unpacked(begun.state)
            known, round_id = self._scenes.some(self.model, photo_ids.tolist()), begun.id
            if not np.array_equal(known.photo_ids, photo_ids):  # some are settled or away by now
                self._scenes.drop_round(begun.id)
                return self.learn()
        else:
            fresh, learned = self._scenes.unlearned(self.model)
            if fresh < max(FEWEST_TO_LEARN, GROWTH * learned):
                return None
            known = self._scenes.ungrouped(self.model)
            state, round_id = None, None
        recipe = replace(LayerRecipe(), groups=begin_with(len(known.photo_ids)), seed=self._seed)
        learning = LayerLearning(known.vectors, recipe, state)
        if round_id is None:
            round_id = self._scenes.begin_round(
                self.model, _packed(known.photo_ids, learning.state())
            )
        while not learning.done:
            self._control.report(LEARNING, learning.epoch, recipe.epochs)
            learning.learn_epoch()
            self._scenes.keep_state(round_id, _packed(known.photo_ids, learning.state()))
            self._watch_the_time()
        self._control.report(LEARNING, recipe.epochs, recipe.epochs)
        if may_learn(self._scenes, self.model, len(known.photo_ids)) and self._learn_whole(
            round_id, known, learning.layer, recipe
        ):
            self.look()
            self.join()
            return self.learn()
        self._finish(round_id, learning.head(), known)
        return None

    def _learn_whole(
        self, round_id: int, known: KnownFeatures, layer: Layer, recipe: LayerRecipe
    ) -> bool:
        """Let the network below the layer learn, too; the round goes on with what it tells."""
        learned = learn(
            self._library, self._control, known.photo_ids, layer, self._seed, self._watch_the_time
        )
        if learned is None:
            return False
        network, layer = learned
        features = PictureFeatures(network)
        state = _packed(known.photo_ids, LayerLearning.state_of(layer, recipe))
        with self._library.write():
            self._scenes.keep_own_looks(OwnLooks(None, network))
            self._scenes.drop_round(round_id)
            self._scenes.begin_round(features.model, state)
        self._features = features
        return True

    def _finish(self, round_id: int, head: Head, known: KnownFeatures) -> None:
        """Keep the groups that are large enough, with the photos that surely are in them."""
        labels, sure = head.groups(known.vectors)
        counts = np.bincount(labels[sure >= SURE], minlength=len(head.reach))
        places = np.flatnonzero(counts >= FEWEST).tolist()
        with self._library.write():
            scenes = self._scenes.finish_round(round_id, head.packed(), places)
            done = Round(round_id, None, b"", scenes)
            self._place(known, [(head, done)], learned=True)

    def _place(
        self, known: KnownFeatures, heads: Sequence[tuple[Head, Round]], *, learned: bool
    ) -> None:
        """Put each photo into the first group that it is surely in, by the oldest round."""
        found: list[int | None] = [None] * len(known.photo_ids)
        how_sure = np.zeros(len(found), np.float32)
        for head, of in heads:
            labels, sure = head.groups(known.vectors)
            for n in np.flatnonzero(sure >= SURE).tolist():
                scene = of.scene_ids.get(int(labels[n]))
                if found[n] is None and scene is not None:
                    found[n], how_sure[n] = scene, sure[n]
        self._scenes.put(
            zip(known.photo_ids.tolist(), found, how_sure.tolist(), strict=True), learned=learned
        )

    def _told(self, photo_ids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        for photo in photo_ids:
            features = self._features(self._library.thumbnails.photo(photo) or b"")
            if features is not None:
                yield photo, features.tobytes()

    def _watch_the_time(self) -> None:
        if self._end is not None and time.monotonic() >= self._end:
            raise _TimeUpError


def _packed(photo_ids: NDArray[np.int64], state: bytes) -> bytes:
    """Return what a round is at, with the photos that it learns from."""
    file = io.BytesIO()
    np.savez_compressed(file, photo_ids=photo_ids, state=np.frombuffer(state, np.uint8))
    return file.getvalue()


def _unpacked(blob: bytes) -> tuple[NDArray[np.int64], bytes]:
    with np.load(io.BytesIO(blob), allow_pickle=False) as file:
        return file["photo_ids"], file["state"].tobytes()
