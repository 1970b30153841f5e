"""How a folder is kept up to date, and how that is said."""

from enum import Enum

from photoorg.tr import tr

EVERY_S = 15 * 60
"""A folder whose changes cannot be heard is looked at this often."""


class Way(Enum):
    """WATCHED: every change is heard. UNASKED: the user does not want it to be looked at.

    All others are looked at in rounds. PARTLY: changes are heard in parts of it only; SHARE: it
    lies on a network share; PROGRAM: on a program's own file system; MANY: it holds more folders
    than may be watched; REFUSED: the system lets no more be watched; AWAY: it is not there.
    """

    WATCHED = "watched"
    PARTLY = "partly"
    SHARE = "share"
    PROGRAM = "program"
    MANY = "many"
    REFUSED = "refused"
    AWAY = "away"
    UNASKED = "unasked"

    @property
    def is_heard(self) -> bool:
        """Whether changes are heard, at least of a part."""
        return self in (Way.WATCHED, Way.PARTLY)

    @property
    def in_rounds(self) -> bool:
        """Whether the folder is looked at now and then."""
        return self not in (Way.WATCHED, Way.UNASKED)


def way_sentence(way: Way) -> str:
    """Say how a folder is kept up to date; "" for one that is not there, which is told anyway."""
    minutes = EVERY_S // 60
    match way:
        case Way.WATCHED:
            return tr("Watched")
        case Way.PARTLY:
            return tr(
                "Watched, and looked at every {minutes} minutes: parts tell of no changes",
                minutes=minutes,
            )
        case Way.SHARE:
            return tr("Looked at every {minutes} minutes: on a network share", minutes=minutes)
        case Way.PROGRAM:
            return tr("Looked at every {minutes} minutes: it tells of no changes", minutes=minutes)
        case Way.MANY:
            return tr(
                "Looked at every {minutes} minutes: too many folders to watch", minutes=minutes
            )
        case Way.REFUSED:
            return tr(
                "Looked at every {minutes} minutes: the system lets no more be watched",
                minutes=minutes,
            )
        case Way.UNASKED:
            return tr("Looked at when the program starts")
        case Way.AWAY:
            return ""
