"""Finding groups of pictures that look alike."""
