"""Accounts in words."""

from photoorg.jobs.accounting import account_sentence
from photoorg.library.accounting.account import Account, What


def test_everything_is_named_and_nothing_that_is_not_there() -> None:
    assert account_sentence(Account()) == "no files were found yet"
    assert account_sentence(Account(found=1, photos=1)) == "1 file: 1 photo"
    skipped: dict[What, int] = {what: 2 for what in What if what not in (What.VIDEO, What.PROBLEM)}
    full = Account(1204 + 2 * len(skipped), 1200, 1, 2, 1, skipped)
    assert account_sentence(full) == (
        "1,220 files: 1,200 photos, 1 video, 2 that belong to a photo, 1 that could not be read, "
        "16 left out (2 kept by other programs, 2 by your patterns, 2 hidden, 2 in folders marked "
        ".nomedia, 2 links, 2 other files, 2 copies, 2 not read yet)"
    )
