"""All that other programs tell of who is in some photos: in them, beside them, in their folders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from photoorg.metadata.beside import Folder, read
from photoorg.metadata.names import picasa, takeout
from photoorg.metadata.names.embedded import read_embedded
from photoorg.metadata.names.picasa import Ini
from photoorg.metadata.names.regions import read_packet
from photoorg.metadata.names.values import Told
from photoorg.metadata.takeout import LARGEST

SIDECAR, EMBEDDED = "sidecar", "file"
"""Authors of names that XMP holds."""


@dataclass(frozen=True, slots=True)
class PhotoTold:
    """What is told of the photo at ``path``, by the source that counts most first.

    ``orientation`` (1 to 8) leads from the picture as it is stored to how it stands.
    """

    path: Path
    told: tuple[Told, ...]
    orientation: int


class Gathering:
    """Reads what is told of photos at ``paths``; folders are listed once.

    Whoever Picasa knows in one of these folders or in those ``above`` is known in all of them.
    """

    def __init__(self, paths: Iterable[Path], above: Iterable[Path] = ()) -> None:
        self._paths = sorted(paths)
        self._folders = {path.parent: Folder(path.parent) for path in self._paths}
        self._inis: dict[Path, Ini] = {}
        self._contacts: dict[str, str] = {}
        others = {path: Folder(path) for path in above if path not in self._folders}
        for place, folder in sorted((self._folders | others).items()):
            ini = picasa.read_ini(read(folder.picasa(), picasa.LARGEST))
            self._inis[place] = ini
            listed = picasa.read_contacts(read(folder.find(picasa.CONTACTS)))
            for key, name in (*ini.contacts.items(), *listed.items()):
                self._contacts.setdefault(key, name)

    def __len__(self) -> int:
        return len(self._paths)

    def __iter__(self) -> Iterator[PhotoTold]:
        for path in self._paths:
            folder = self._folders[path.parent]
            embedded = read_embedded(path)
            may_turn = not embedded.turned_inside
            found = (
                read_packet(read(folder.sidecar(path.name)), SIDECAR, may_turn=may_turn),
                read_packet(embedded.packet, EMBEDDED, may_turn=may_turn),
                picasa.told(self._inis[path.parent], path.name, self._contacts),
                takeout.read_json(read(folder.takeout(path.name), LARGEST)),
            )
            yield PhotoTold(path, tuple(one for one in found if one), embedded.orientation)
