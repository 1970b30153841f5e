"""Names that other programs gave to the people of photos, and those that are written for them."""
