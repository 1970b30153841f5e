import numpy as np
import pytest

from photoorg.clustering.engine import Constraints, face_set
from photoorg.clustering.rules.unconstrained import photo_order, satisfy
from photoorg.errors import ContradictionError

FACES = face_set(np.array([[1.0, 0.0], [0.9, 0.1], [0.0, 1.0], [0.1, 0.9], [0.7, 0.7]]))
APART = np.array([0, 0, 1, 1, -1])


def test_without_answers_nothing_changes():
    assert satisfy(APART, FACES, None).tolist() == [0, 0, 1, 1, -1]
    assert satisfy(np.array([7, 7, 3, 3, 7]), FACES, None).tolist() == [0, 0, 1, 1, 0]


def test_answers_are_obeyed():
    together = Constraints(must_link=np.array([0, -1, 0, -1, -1], np.int32))
    labels = satisfy(APART, FACES, together)
    assert labels[0] == labels[2]
    apart = Constraints(cannot_link=np.array([[0, 1]], np.int32))
    labels = satisfy(APART, FACES, apart)
    assert labels[0] != labels[1]
    assert labels[2] == labels[3]
    sides = Constraints(different=np.array([[9, 1, 0], [9, 0, 1], [4, 0, 3], [4, 1, 2]], np.int8))
    assert satisfy(APART, FACES, sides).tolist() == [0, 1, 2, 3, -1]
    nobody = Constraints(not_faces=np.array([False, False, True, False, False]))
    assert satisfy(APART, FACES, nobody)[2] == -1


def test_a_lone_face_is_put_into_a_group_by_an_answer():
    answer = Constraints(must_link=np.array([-1, -1, -1, 4, 4], np.int32))
    labels = satisfy(APART, FACES, answer)
    assert labels[4] == labels[3] >= 0


def test_contradictions_name_the_rows_they_came_with():
    answers = Constraints(
        must_link=np.array([-1, -1, -1, 4, 4], np.int32),
        cannot_link=np.array([[3, 4]], np.int32),
    )
    with pytest.raises(ContradictionError, match="3 and 4"):
        satisfy(APART, FACES, answers)


def test_answers_about_sides_name_the_rows_they_came_with():
    answers = Constraints(different=np.array([[0, 0, 3], [0, 1, 3]], np.int32))
    with pytest.raises(ContradictionError, match="3 and 3"):
        satisfy(APART, FACES, answers)


def test_photos_come_before_content():
    photos = face_set(FACES.embeddings, photo_ids=[3, 1, 2, 0, 4])
    assert photo_order(photos).tolist() == [3, 1, 2, 0, 4]
