"""Two numbers to be fitted."""

FIRST = 1.0
SECOND = 1.0
