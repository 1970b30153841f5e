"""Looking for pictures that are there more than once."""
