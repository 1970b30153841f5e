"""Names brought from other programs, and to them."""
