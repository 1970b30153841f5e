"""Being nobody for a while, because permissions do not bind root."""

import os
from pathlib import Path

NOBODY = 65534


class Nobody:
    """Without root's rights for a while; everything in ``place`` belongs to nobody."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._root = os.geteuid() == 0

    def __enter__(self) -> None:
        if self._root:
            self._place.chmod(0o755)
            for path in (self._place, *self._place.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
            os.seteuid(NOBODY)

    def __exit__(self, *_: object) -> None:
        if self._root:
            os.seteuid(0)
