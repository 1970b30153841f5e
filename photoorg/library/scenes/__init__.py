"""Groups of pictures that look alike."""
