"""When something was done, as people say it: the library keeps moments of universal time."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

from photoorg.tr import tr


def day_of(at: str) -> str:
    """Return "3 March 2024"."""
    #: How a day is written, in Qt's letters: d is the day, MMMM the month, yyyy the year
    return QLocale().toString(_local(at).date(), tr("d MMMM yyyy"))


def birth_of(born: str) -> str:
    """Return "14 July 2019", "July 2019" or "2019", as much as is known of a birth."""
    year, *rest = (int(part) for part in born.split("-"))
    if not rest:
        return born
    day = QDate(year, rest[0], rest[1] if len(rest) > 1 else 1)
    return QLocale().toString(day, tr("d MMMM yyyy") if len(rest) > 1 else tr("MMMM yyyy"))


def moment_of(at: str, today: QDate | None = None) -> str:
    """Return "Today 14:03", "Yesterday 09:10" or "3 March 2024, 14:03"."""
    moment = _local(at)
    time = QLocale().toString(moment.time(), "HH:mm")
    days = moment.date().daysTo(today or QDate.currentDate())
    if days in (0, 1):
        return tr("Yesterday {time}", time=time) if days else tr("Today {time}", time=time)
    return f"{day_of(at)}, {time}"


def _local(at: str) -> QDateTime:
    return QDateTime.fromString(at, Qt.DateFormat.ISODate).toLocalTime()
