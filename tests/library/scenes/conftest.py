"""A library of photos in two groups that the machine has learned."""

from pathlib import Path

import numpy as np
import pytest

from photoorg.library import Library
from tests.library.conftest import add_photos

MODEL = "looks-1"
PHOTOS = 12


def learn(library: Library, groups: dict[int, list[int]], count: int = 2) -> list[int]:
    """Let the machine learn groups, photos by place; return the ids of the groups."""
    round_id = library.scenes.begin_round(MODEL, b"begun")
    scenes = [*library.scenes.finish_round(round_id, b"head", range(count)).values()]
    library.scenes.put(
        (
            (photo, scenes[place], 1 - photo / 1000)
            for place, photos in groups.items()
            for photo in photos
        ),
        learned=True,
    )
    return scenes


def shown(library: Library) -> dict[str, list[int]]:
    """Return the photos of each group that is shown, by its name or number."""
    return {
        scene.name or str(scene.id): sorted(scene.photo_ids) for scene in library.scenes.every()
    }


@pytest.fixture
def photos(library: Library, tmp_path: Path) -> list[int]:
    """Return photos without faces, whose features are known."""
    add_photos(library, tmp_path / "photos", [0] * PHOTOS)
    ids = [id_ for (id_,) in library.connection.rows("SELECT id FROM photos ORDER BY id")]
    library.scenes.keep_features(
        MODEL, ((id_, np.full(4, id_, np.float16).tobytes()) for id_ in ids)
    )
    return ids


@pytest.fixture
def scenes(library: Library, photos: list[int]) -> list[int]:
    """Return two groups of five photos each; of the last two photos the machine is not sure."""
    found = learn(library, {0: photos[:5], 1: photos[5:10]})
    library.scenes.put(((photo, None, 0.3) for photo in photos[10:]), learned=False)
    return found
