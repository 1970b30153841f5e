"""The list of the engines there are, and what each of them is to a user.

They are named as ``"module:name"`` strings and imported only when one is asked for, so that naming
them costs nothing and deleting one is deleting one file and one entry.
"""

import importlib
from dataclasses import dataclass
from typing import NamedTuple, cast

from photoorg.clustering.engine import ClusterEngine
from photoorg.errors import UsageError
from photoorg.tr import kept, tr


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """An engine in the list.

    ``factory`` is the function ``(pack: str | None) -> ClusterEngine`` that makes it, ``about``
    one sentence for a user. ``why_not`` says in one sentence why it forms no sensible groups of
    people in just any library, and is empty where it does.
    """

    factory: str
    about: str
    why_not: str = ""


class EngineChoice(NamedTuple):
    """What a user is told of an engine: ``why_not`` is empty where it is ``usable``."""

    name: str
    about: str
    usable: bool
    why_not: str


_NAMES_ONLY = kept("It recognises people who have a name and leaves everybody else alone.")
_PICTURES = kept("It sorts whole pictures into ten kinds by their looks, not faces into people.")
_NUMBER = kept("It has to be told how many people there are, which no library knows.")
_OWN_MODEL = kept(
    "Its limit fits the face model of that program; with others it finds hardly anybody."
)
_TRAINED_ONLY = kept("It works only with face models that a network of its kind was trained for.")

_SYSTEMS = "photoorg.clustering.systems"
_PEERS, _PROGRAMS = "photoorg.clustering.peers", "photoorg.clustering.peers.programs"

# Whether groups are sensible was measured: BCubed F at least .9 on 2,000 photos of 726 people
# (every face alone: .53), both with a strong and with a weak face model.
ENGINES: dict[str, EngineInfo] = {
    "ndde-tpdi": EngineInfo(
        "photoorg.clustering.ndde_tpdi.default:default_engine",
        kept(
            "The standard: looks at whole neighbourhoods of faces and learns from the library "
            "itself."
        ),
    ),
    "ndde-tpdi-finer": EngineInfo(
        "photoorg.clustering.ndde_tpdi.default:finer_engine",
        kept("The standard with smaller groups: fewer strangers in them, more to merge."),
    ),
    "ndde-tpdi-coarser": EngineInfo(
        "photoorg.clustering.ndde_tpdi.default:coarser_engine",
        kept("The standard with larger groups: less to merge, more strangers in them."),
    ),
    "ndde-tpdi-cosine": EngineInfo(
        "photoorg.clustering.ndde_tpdi.default:cosine_engine",
        kept("The standard without its trained network: compares faces by likeness alone."),
    ),
    "ndde-tpdi-map": EngineInfo(
        f"{_SYSTEMS}.map_equation:default_engine",
        kept("The standard's neighbourhoods, divided as a random walk through them suggests."),
    ),
    "ndde-tpdi-paper": EngineInfo(
        f"{_SYSTEMS}.refinement:default_engine",
        kept("The method of the paper that the standard grew from (ECCV 2022), as published."),
        _TRAINED_ONLY,
    ),
    "facenet": EngineInfo(
        f"{_SYSTEMS}.facenet:default_engine",
        kept("Joins groups while their faces stay near each other on average (FaceNet, 2015)."),
    ),
    "facenet-kmeans": EngineInfo(
        f"{_SYSTEMS}.facenet:k_means_engine",
        kept("Counts people as facenet does, then moves every face to the nearest of them."),
    ),
    "facenet-knn": EngineInfo(
        f"{_SYSTEMS}.facenet:knn_engine",
        kept("The five most similar named faces vote on who somebody is (FaceNet, 2015)."),
        _NAMES_ONLY,
    ),
    "facenet-lmnn": EngineInfo(
        f"{_SYSTEMS}.facenet:large_margin_engine",
        kept("As facenet-knn, with a sense of likeness that is learned from the named faces."),
        _NAMES_ONLY,
    ),
    "bcl": EngineInfo(
        f"{_SYSTEMS}.ball_cluster:default_engine",
        kept("Gives all people equally wide balls in a space learned for this (2020)."),
    ),
    "dac": EngineInfo(
        f"{_SYSTEMS}.dac:default_engine",
        kept("Learns by itself which pictures are of one kind (Deep Adaptive Clustering, 2017)."),
        _PICTURES,
    ),
    "dac-star": EngineInfo(
        f"{_SYSTEMS}.dac:single_threshold_engine",
        kept("As dac, without the answers it leaves open at first."),
        _PICTURES,
    ),
    "facemap": EngineInfo(
        f"{_SYSTEMS}.facemap:default_engine",
        kept("Drops neighbours that stand out, then follows a random walk (FaceMap, 2022)."),
    ),
    "facemap-paper": EngineInfo(
        f"{_SYSTEMS}.facemap:published_engine",
        kept("FaceMap exactly as published."),
        kept(
            "It joins every face with eleven others at least, so that nobody has only a few photos."
        ),
    ),
    "fc-es": EngineInfo(
        f"{_SYSTEMS}.fc_es:default_engine",
        kept("Joins faces that share neighbours, then follows a random walk (FC-ES, 2024)."),
        kept("It is made for millions of photos; where people have few, it joins strangers."),
    ),
    "lgcn": EngineInfo(
        f"{_SYSTEMS}.lgcn:default_engine",
        kept("A graph network tells around every face who belongs to it (L-GCN, 2019)."),
    ),
    "average-linkage": EngineInfo(
        f"{_PEERS}.linkage:average_engine",
        kept("Joins groups while their faces are alike on average."),
    ),
    "complete-linkage": EngineInfo(
        f"{_PEERS}.linkage:complete_engine",
        kept("Joins groups while even their least similar faces are alike."),
    ),
    "dbscan": EngineInfo(
        f"{_PEERS}.dbscan:default_engine",
        kept("Follows chains of similar faces through people with three photos or more."),
    ),
    "hdbscan": EngineInfo(
        f"{_PEERS}.hdbscan:default_engine",
        kept(
            "Follows chains of similar faces and chooses for each person how similar they must be."
        ),
    ),
    "k-means": EngineInfo(
        f"{_PEERS}.kmeans:default_engine",
        kept("Divides faces among a number of centres that is fixed beforehand."),
        _NUMBER,
    ),
    "rank-order": EngineInfo(
        f"{_PEERS}.rank_order:default_engine",
        kept("Joins groups that are high in each other's list of similar faces (2011)."),
        kept("As published it joins strangers: hundreds of people become one group."),
    ),
    "damselfly": EngineInfo(
        f"{_PROGRAMS}.damselfly:default_engine",
        kept("Groups faces as Damselfly does: each joins the most similar one before it."),
    ),
    "digikam": EngineInfo(
        f"{_PROGRAMS}.digikam:default_engine",
        kept("Recognises faces as digiKam does."),
        _NAMES_ONLY,
    ),
    "ente": EngineInfo(
        f"{_PROGRAMS}.ente:default_engine", kept("Groups faces as Ente Photos does."), _OWN_MODEL
    ),
    "facerecognition": EngineInfo(
        f"{_PROGRAMS}.facerecognition:default_engine",
        kept("Groups faces as Nextcloud's Face Recognition does."),
        _OWN_MODEL,
    ),
    "fotema": EngineInfo(
        f"{_PROGRAMS}.fotema:default_engine", kept("Recognises faces as Fotema does."), _NAMES_ONLY
    ),
    "immich": EngineInfo(
        f"{_PROGRAMS}.immich:default_engine",
        kept("Groups faces as Immich does: each joins the nearest person there already."),
    ),
    "insightface-desktop": EngineInfo(
        f"{_PROGRAMS}.insightface_desktop:default_engine",
        kept("Groups faces as InsightFace's desktop program does; small faces stay alone."),
    ),
    "lap": EngineInfo(
        f"{_PROGRAMS}.lap:default_engine", kept("Groups faces as Lap does, never two of one photo.")
    ),
    "librephotos": EngineInfo(
        f"{_PROGRAMS}.librephotos:default_engine",
        kept(
            "Groups faces as LibrePhotos does; people with few photos stay alone in large "
            "libraries."
        ),
    ),
    "lrgenius": EngineInfo(
        f"{_PROGRAMS}.lrgenius:default_engine",
        kept("Groups faces as LrGeniusAI does for Lightroom."),
        _OWN_MODEL,
    ),
    "omoide": EngineInfo(
        f"{_PROGRAMS}.omoide:default_engine",
        kept("Groups faces as Omoide does."),
        kept("It joins strangers who are a little alike."),
    ),
    "photoprism": EngineInfo(
        f"{_PROGRAMS}.photoprism:default_engine",
        kept("Groups faces as PhotoPrism did until 2025."),
        _OWN_MODEL,
    ),
    "photoprism-2026": EngineInfo(
        f"{_PROGRAMS}.photoprism_2026:default_engine",
        kept("Groups faces as PhotoPrism does since 2026."),
        kept("Its limit fits the face model of that program; with others it joins strangers."),
    ),
    "recognize": EngineInfo(
        f"{_PROGRAMS}.recognize:default_engine",
        kept("Groups faces as Nextcloud's Recognize does."),
        kept("It leaves people with few photos alone."),
    ),
}
"""All engines by name."""


def load_engine(name: str, pack: str | None = None) -> ClusterEngine:
    """Return the engine of that name, set up for a face model pack.

    ``pack`` is the name of a pack, of its recogniser, or the model id stored with embeddings;
    None or an unknown one lets the engine calibrate itself on the album. Raises UsageError.
    """
    try:
        module, factory = ENGINES[name].factory.split(":")
    except KeyError:
        known = ", ".join(sorted(ENGINES))
        raise UsageError(
            tr("There is no engine “{name}”; choose one of {known}.", name=name, known=known)
        ) from None
    make = getattr(importlib.import_module(module), factory)
    return cast("ClusterEngine", make(pack))


def engine_list() -> list[EngineChoice]:
    """Return what a user is told of every engine, in the order of the list."""
    return [
        EngineChoice(name, info.about, not info.why_not, info.why_not)
        for name, info in ENGINES.items()
    ]
