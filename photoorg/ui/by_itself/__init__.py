"""What the window does without being asked."""
