"""Dialogs of a sentence, something to fill in, and a button to save it."""
