"""The saved searches of a journal, and what is left out of folders, chosen again in a library."""

from photoorg.library.journal.choice_lines import ChoiceState
from photoorg.library.storage import choices
from photoorg.library.storage.connection import Connection


def restore_choices(
    connection: Connection, told: ChoiceState, *, alone: bool = False, adding: bool = False
) -> None:
    """Choose again what is told; with ``alone`` nothing else is chosen any more.

    With ``adding`` a search stays whose name is taken here, and a folder of which something is left
    out already.
    """
    searches, patterns = choices.searches(connection), choices.patterns(connection)
    if adding:
        new = told.searches | searches
        kept = {path: lines for path, lines in told.patterns.items() if path not in patterns}
    else:
        new = dict(told.searches) if alone else searches | told.searches
        kept = ({path: [] for path in patterns} if alone else {}) | told.patterns
    if new != searches:
        choices.keep_searches(connection, new)
    choices.keep_patterns(connection, kept)
