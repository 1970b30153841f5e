"""Whom names without a place may mean: the group that is in most of their photos and few others.

Google's Takeout and keywords tell who is in a photo, not which face it is. A group is offered as a
person only where each is the other's best match and no rival comes near: couples who are in the
same photos always stay undecided.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from photoorg.library.library import Library

MOST = 0.5
"""A group is in more than this share of the photos, and they are more than this share of its own.

Half of them is what "most" means."""

AHEAD = 0.1
"""By so much Dice's coefficient of a match has to be larger than that of any rival."""

FEWEST = 2
"""Fewer photos than so many in common tell nothing."""


class Offer(NamedTuple):
    """A group that may be called ``name``: ``common`` of ``told`` photos, and of its ``shown``."""

    name: str
    group: int
    common: int
    told: int
    shown: int


def offers(library: Library, loose: Mapping[str, AbstractSet[int]]) -> list[Offer]:
    """Return which unnamed groups may be people of whom only photos are told, best first."""
    in_photo: dict[int, set[int]] = defaultdict(set)
    size: Counter[int] = Counter()
    for photo, person in library.connection.rows(
        "SELECT DISTINCT photo_id, person_id FROM faces WHERE shown AND person_id IS NOT NULL"
    ):
        in_photo[photo].add(person)
        size[person] += 1
    named = {person.id: (person.name or "").casefold() for person in library.people.named()}
    bearers_of: dict[str, set[int]] = defaultdict(set)
    for person, called in named.items():
        bearers_of[called].add(person)
    found: list[Offer] = []
    for name, told in loose.items():
        bearers = bearers_of.get(name.casefold(), set())
        # What of this is known already tells nothing new; nor do photos without any face.
        left = [photo for photo in told if in_photo[photo] and not in_photo[photo] & bearers]
        common: Counter[int] = Counter(
            person for photo in left for person in in_photo[photo] - named.keys()
        )
        found += [
            Offer(name, group, count, len(left), size[group])
            for group, count in common.items()
            if count >= FEWEST
        ]
    return sorted(_undisputed(found), key=lambda offer: (-offer.common, offer.name))


def _undisputed(found: list[Offer]) -> list[Offer]:
    """Return those that are far ahead of all others of the same name, and of the same group."""
    of_name: dict[str, list[float]] = defaultdict(list)
    of_group: dict[int, list[float]] = defaultdict(list)
    for offer in found:
        of_name[offer.name].append(_dice(offer))
        of_group[offer.group].append(_dice(offer))
    return [
        offer
        for offer in found
        if offer.common > MOST * max(offer.told, offer.shown)
        and _is_ahead(_dice(offer), of_name[offer.name])
        and _is_ahead(_dice(offer), of_group[offer.group])
    ]


def _dice(offer: Offer) -> float:
    return 2 * offer.common / (offer.told + offer.shown)


def _is_ahead(value: float, values: list[float]) -> bool:
    rivals = sorted(values, reverse=True)
    return value == rivals[0] and (len(rivals) == 1 or value - rivals[1] >= AHEAD)
