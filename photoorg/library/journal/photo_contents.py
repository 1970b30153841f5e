"""By what a photo is told in a journal, for a library with other numbers: by its content."""

from typing import TypeAlias

Content: TypeAlias = tuple[str | None, str | None]
"""What a photo is told by in any library: the hash of its picture, that of its file."""


def told_by(photo: str) -> str:
    """Return the two columns of :data:`Content` of what a question to SQLite calls ``photo``."""
    return (
        f"{photo}.picture_hash, coalesce((SELECT c.content_hash FROM contents AS c "
        f"WHERE c.photo_id = {photo}.id AND c.picture_hash IS {photo}.picture_hash LIMIT 1), "
        f"(SELECT c.content_hash FROM contents AS c WHERE c.photo_id = {photo}.id LIMIT 1))"
    )
