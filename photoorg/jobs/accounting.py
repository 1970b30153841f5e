"""An account of a folder's files in words."""

from photoorg.library.accounting.account import Account, What
from photoorg.tr import tr


def account_sentence(account: Account) -> str:
    """Return "1,204 files: 900 photos, 12 videos, 292 left out (280 thumbnails and ...)".

    What there is none of is not named; the numbers add up.
    """
    if not account.found:
        return tr("no files were found yet")
    parts = [
        tr("{n} photos", n=account.photos, one="{n} photo"),
        tr("{n} videos", n=account.videos, one="{n} video") if account.videos else "",
        tr("{n} that belong to a photo", n=account.pairs) if account.pairs else "",
        tr("{n} that could not be read", n=account.problems) if account.problems else "",
    ]
    if account.left_out:
        reasons = ", ".join(_reason(why, n) for why, n in account.skipped.items())
        parts.append(tr("{n} left out ({reasons})", n=account.left_out, reasons=reasons))
    files = tr("{n} files", n=account.found, one="{n} file")
    return tr("{files}: {parts}", files=files, parts=", ".join(filter(None, parts)))


def _reason(why: What, n: int) -> str:
    match why:
        case What.OTHER_PROGRAM:
            return tr("{n} kept by other programs", n=n)
        case What.PATTERN:
            return tr("{n} by your patterns", n=n)
        case What.HIDDEN:
            return tr("{n} hidden", n=n)
        case What.ASKED:
            return tr("{n} in folders marked .nomedia", n=n)
        case What.LINK:
            return tr("{n} links", n=n, one="{n} link")
        case What.COPY:
            return tr("{n} copies", n=n, one="{n} copy")
        case What.WAITING:
            return tr("{n} not read yet", n=n)
        case _:
            return tr("{n} other files", n=n, one="{n} other file")
