"""Formats of pictures that need more than Pillow knows, one module each."""
