"""Real faces that come with libraries the program needs, found by the models that are shipped."""

from functools import cache

from photoorg.analysis.demonstration import source_files
from photoorg.analysis.faces import Detected, FaceAnalyzer
from photoorg.media.images import Picture, read_picture
from photoorg.packs.assembly import STARTER
from photoorg.packs.models import read_pack

SURE = 0.7


@cache
def real_faces() -> list[tuple[Picture, Detected]]:
    """Return each face with its picture: a group of six, a portrait, an astronaut."""
    analyzer = FaceAnalyzer(read_pack(STARTER))
    return [
        (picture, face)
        for picture in map(read_picture, source_files())
        for face in analyzer.detect_in_frame(picture)
        if face.score > SURE
    ]
