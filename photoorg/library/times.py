"""Moments as the library stores them."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present moment: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
