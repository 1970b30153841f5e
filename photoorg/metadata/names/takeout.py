"""Names in the JSON files of Google Takeout: who is in a photo, never where."""

from photoorg.metadata.names.values import MOST, Told
from photoorg.metadata.takeout import read_object

AUTHOR = "google"


def read_json(data: bytes) -> Told:
    """Return who is in a photo; nobody where it is no such file."""
    people = read_object(data).get("people")
    names = [
        one["name"].strip()
        for one in (people if isinstance(people, list) else [])
        if isinstance(one, dict) and isinstance(one.get("name"), str)
    ]
    return Told(AUTHOR, names=tuple(dict.fromkeys(name for name in names if name))[:MOST])
