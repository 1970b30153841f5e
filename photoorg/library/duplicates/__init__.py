"""Pictures that are there more than once."""
