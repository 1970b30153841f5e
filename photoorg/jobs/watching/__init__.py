"""Hearing of changes in folders; nothing here knows the window, and nothing is read of photos."""
