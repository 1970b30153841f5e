"""Names without a place lead to groups, as Google Takeout and keywords tell them."""

import random

from photoorg.library.decisions import actions
from photoorg.library.elsewhere.offers import offers
from tests.library.conftest import add_photos, group

PEOPLE = [f"Person {n}" for n in range(20)]


def album(chance: random.Random) -> list[list[str]]:
    """Return who is in each of 1,000 photos: some often, some seldom, some mostly together."""
    weights = [1 / (n + 2) for n in range(20)]
    shown = []
    for _ in range(1000):
        wanted = set(chance.choices(PEOPLE, weights, k=chance.choice((1, 1, 2, 3, 4))))
        if PEOPLE[3] in wanted and chance.random() < 0.8:
            wanted.add(PEOPLE[4])
        shown.append(sorted(wanted))
    return shown


def place_of(who: str, chance: random.Random) -> str:
    """Return the group of a face: one in ten in a shard, one in fifty with somebody else."""
    if who == "stranger":
        return f"stranger {chance.random()}"
    if chance.random() < 0.02:
        return chance.choice(PEOPLE)
    return who if chance.random() < 0.9 else f"{who} {chance.randrange(3)}"


def test_a_takeout_of_a_thousand_photos(library, tmp_path) -> None:
    """Of 20 people at least 18 are offered to the right group and none to a wrong one."""
    chance = random.Random(7)
    shown = album(chance)
    # One in ten faces is not found, and one in thirty photos has a stranger in the background.
    found = [
        [who for who in some if chance.random() < 0.9] + ["stranger"] * (chance.random() < 1 / 30)
        for some in shown
    ]
    faces = add_photos(library, tmp_path, list(map(len, found)))
    right = {
        face: who
        for own, some in zip(faces, found, strict=True)
        for face, who in zip(own, some, strict=True)
    }
    groups: dict[str, list[int]] = {}
    for face, who in right.items():
        groups.setdefault(place_of(who, chance), []).append(face)
    group(library, list(groups.values()))
    loose: dict[str, set[int]] = {}
    for own, some in zip(faces, shown, strict=True):
        for who in some:
            if own and chance.random() < 0.95:  # one in twenty was not told
                loose.setdefault(who, set()).add(library.faces.get(own[0]).photo_id)
    right_ones = set()
    for offer in offers(library, loose):
        members = [right[face.id] for face in library.faces.of_person(offer.group)]
        assert max(set(members), key=members.count) == offer.name
        right_ones.add(offer.name)
    assert len(right_ones) >= 18


def test_couples_who_are_always_together_stay_undecided(library, family) -> None:
    photos = {library.faces.get(face).photo_id for face in family[0]}
    assert offers(library, {"Anna": photos}) == []


def test_who_has_the_name_already_is_not_offered_again(library, tmp_path) -> None:
    faces = add_photos(library, tmp_path, [1, 1, 1, 1])
    group(library, [[own[0] for own in faces[:2]], [own[0] for own in faces[2:]]])
    photos = [library.faces.get(own[0]).photo_id for own in faces]
    (offer,) = offers(library, {"Anna": set(photos[:2])})
    assert (offer.common, offer.told, offer.shown) == (2, 2, 2)
    actions.rename(library, offer.group, "Anna")
    assert offers(library, {"Anna": set(photos[:2])}) == []
    # The other half of her photos shows another group, which may be hers as well.
    (more,) = offers(library, {"anna": set(photos)})
    assert more.group == library.faces.get(faces[2][0]).person_id


def test_one_photo_tells_nothing(library, tmp_path) -> None:
    faces = add_photos(library, tmp_path, [1])
    group(library, [faces[0]])
    assert offers(library, {"Anna": {library.faces.get(faces[0][0]).photo_id}}) == []
