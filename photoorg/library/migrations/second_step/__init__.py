"""What the second step of the schema takes to be done."""
