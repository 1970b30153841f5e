"""What tells how good fitted numbers are, by the names that ``fitted.json`` gives it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from photoorg.training.numbers.answers import answers_foreseen
from photoorg.training.numbers.crowds import groups_in_crowds
from photoorg.training.numbers.cuts import groups_by_cut
from photoorg.training.numbers.edited_photos import faces_known_again, pictures_known_again
from photoorg.training.numbers.face_quality import quality_tells_worth
from photoorg.training.numbers.poor_pictures import groups_with_poor_pictures
from photoorg.training.numbers.search import Scores
from photoorg.training.numbers.shared_photos import shared_photos
from photoorg.training.numbers.turned_photos import faces_of_turned_photos
from photoorg.training.numbers.unknown_recognisers import groups_by_the_cosine


@dataclass(frozen=True, slots=True)
class Measure:
    """``scores`` takes the files or folders that the command is given.

    ``data`` says what these are; gains of at most ``least`` are none, however certain.
    """

    scores: Callable[[Sequence[Path]], Scores]
    data: str
    least: float


EMBEDDINGS = "files of labelled embeddings"
PHOTOS = "folders of photos"
NAMED_PHOTOS = "folders of photos whose names begin with the person's"

MEASURES = {
    "groups by the cosine": Measure(groups_by_the_cosine, EMBEDDINGS, 0.001),
    "groups by cut": Measure(
        groups_by_cut, f"{EMBEDDINGS}, and networks trained with people kept out", 0.001
    ),
    "groups in crowds": Measure(groups_in_crowds, EMBEDDINGS, 0.001),
    "groups of people seen together": Measure(shared_photos, EMBEDDINGS, 0.001),
    "answers": Measure(answers_foreseen, EMBEDDINGS, 0.005),
    "faces of edited photos": Measure(faces_known_again, PHOTOS, 0.005),
    "likeness of edited photos": Measure(pictures_known_again, PHOTOS, 0.005),
    "faces of turned photos": Measure(faces_of_turned_photos, PHOTOS, 0.005),
    "groups with poor pictures": Measure(groups_with_poor_pictures, NAMED_PHOTOS, 0.001),
    "worth of pictures": Measure(quality_tells_worth, NAMED_PHOTOS, 0.005),
}
