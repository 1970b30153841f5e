"""What the user does with groups of pictures, one function each: one undoable step.

Every function returns the kinds of things it changed and raises :class:`UsageError`, with nothing
changed, when it was asked for something that cannot be. What is said of a photo stands until
something else is said of it; no learning overrules it.
"""

from collections.abc import Iterable, Sequence

from photoorg.errors import UsageError
from photoorg.library.decisions.saying import checked_name
from photoorg.library.library import Library
from photoorg.library.scenes.values import Scene
from photoorg.library.times import now
from photoorg.tr import kept, tr
from photoorg.types import Changed, Kind

SCENES: Changed = frozenset({Kind.SCENES})


def rename(library: Library, scene_id: int, name: str) -> Changed:
    """Name a group: the photos in it belong there from now on.

    Raises :class:`UsageError` for a name that another group has.
    """
    name = checked_name(name)
    scene = library.scenes.get(scene_id)
    if library.scenes.named(name) not in (None, scene_id):
        raise UsageError(
            tr("Another group is called {name} already; put them together instead.", name=name)
        )
    label = (
        kept("Name the group of photos {name}", name=name)
        if scene.name is None
        else kept("Rename the group of photos {name} to {new}", name=scene.name, new=name)
    )
    with library.history.edit(label):
        _set_name(library, scene_id, name)
        _say(library, scene.photo_ids, scene_id)
    return SCENES


def unname(library: Library, scene_id: int) -> Changed:
    """Take a group's name away; its photos stay. Raises :class:`UsageError` when there is none."""
    scene = library.scenes.get(scene_id)
    if scene.name is None:
        raise UsageError(tr("This group has no name to take away."))
    with library.history.edit(kept("Take the name {name} away", name=scene.name)):
        _set_name(library, scene_id, None)
    return SCENES


def move(library: Library, photo_ids: Sequence[int], scene_id: int) -> Changed:
    """Put photos into a group."""
    scene, photos = library.scenes.get(scene_id), _chosen(library, photo_ids)
    with library.history.edit(
        kept(
            "Put {n} photos into {name}",
            n=len(photos),
            one="Put a photo into {name}",
            name=_called(scene),
        )
    ):
        _say(library, photos, scene_id)
    return SCENES


def gather(library: Library, photo_ids: Sequence[int], name: str | None = None) -> Changed:
    """Make a new group of photos; with the name of another one they join that."""
    photos = _chosen(library, photo_ids)
    name = None if name is None else checked_name(name)
    known = None if name is None else library.scenes.named(name)
    if known is not None:
        return move(library, photos, known)
    with library.history.edit(
        kept("Make a group of {n} photos", n=len(photos), one="Make a group of a photo")
    ):
        scene = library.connection.execute(
            "INSERT INTO scenes (name, created_at) VALUES (?, ?)", (name, now())
        )
        _say(library, photos, scene)
    return SCENES


def take_out(library: Library, photo_ids: Sequence[int]) -> Changed:
    """Say that photos belong to no group."""
    photos = _chosen(library, photo_ids)
    with library.history.edit(
        kept(
            "Take {n} photos out of their groups",
            n=len(photos),
            one="Take a photo out of its group",
        )
    ):
        _say(library, photos, None)
    return SCENES


def merge(library: Library, into_id: int, from_ids: Sequence[int]) -> Changed:
    """Make several groups one, under the name of the first that has one.

    Photos that come later and look like any of them join it. Raises :class:`UsageError` when
    nothing is left to merge.
    """
    into = library.scenes.get(into_id)
    others = [library.scenes.get(id_) for id_ in dict.fromkeys(from_ids) if id_ != into_id]
    if not others:
        raise UsageError(tr("Choose at least two groups."))
    name = next((one.name for one in (into, *others) if one.name is not None), None)
    with library.history.edit(
        kept(
            "Put {n} groups of photos into {name}",
            n=len(others),
            one="Put a group of photos into {name}",
            name=_called(into),
        )
    ):
        _say(library, [*into.photo_ids, *(id_ for one in others for id_ in one.photo_ids)], into_id)
        for other in others:
            library.connection.execute(
                "UPDATE scenes SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2",
                (into_id, other.id),
            )
        if name != into.name:
            _set_name(library, into_id, name)
    return SCENES


def _called(scene: Scene) -> str:
    return scene.name or kept("a group")


def _set_name(library: Library, scene_id: int, name: str | None) -> None:
    library.connection.execute("UPDATE scenes SET name = ? WHERE id = ?", (name, scene_id))


def _say(library: Library, photo_ids: Iterable[int], scene_id: int | None) -> None:
    library.connection.executemany(
        "INSERT INTO scene_answers (photo_id, scene_id) VALUES (?, ?) "
        "ON CONFLICT (photo_id) DO UPDATE SET scene_id = excluded.scene_id",
        ((photo, scene_id) for photo in photo_ids),
    )


def _chosen(library: Library, photo_ids: Sequence[int]) -> list[int]:
    """Return the photos, each once; raises :class:`UsageError` without any, and for no photo."""
    photos = [library.photos.get(id_).id for id_ in dict.fromkeys(photo_ids)]
    if not photos:
        raise UsageError(tr("Choose at least one photo."))
    return photos
