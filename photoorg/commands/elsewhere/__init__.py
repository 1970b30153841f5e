"""Commands about what lies beside photos: films, other programs, other places."""
