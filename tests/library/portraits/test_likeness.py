"""Who with a name looks like some faces."""

import numpy as np

from photoorg.library.decisions import actions
from tests.library.conftest import group


def look(library, faces: list[int], *direction: float) -> None:
    """Let these faces have an embedding of this direction."""
    vector = np.array(direction + (0,) * (8 - len(direction)), np.float16).tobytes()
    for face in faces:
        library.connection.execute(
            "UPDATE embeddings SET vector = ? WHERE face_id = ?", (vector, face)
        )


def test_the_likest_come_first(library, family, person_of) -> None:
    group(library, family)
    for name, faces in zip(("Anna", "Ben"), family, strict=False):
        actions.rename(library, person_of(faces[0]), name)
    look(library, family[0], 1, 0)
    look(library, family[1], 0, 1)
    look(library, family[2], 0.2, 0.9)
    anna, ben = (person_of(faces[0]) for faces in family[:2])
    assert library.likeness.people_like(family[2]) == [ben, anna]
    assert library.likeness.people_like(family[2], most=1) == [ben]
    look(library, family[2], 3, 0.5)
    assert library.likeness.people_like(family[2][:1]) == [anna, ben]


def test_faces_without_an_embedding_are_like_nobody(library, family) -> None:
    group(library, family)
    assert library.likeness.people_like(family[0]) == []  # nobody has a name
    assert library.likeness.people_like([]) == []
    library.connection.execute("DELETE FROM embeddings")
    assert library.likeness.people_like(family[0]) == []
