"""Commands that bring photos and names to other places and programs."""
