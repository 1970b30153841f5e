"""Dialogs about other places and other programs."""
