"""Groups of photos that look alike."""
