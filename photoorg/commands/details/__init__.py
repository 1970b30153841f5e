"""Commands about what is kept besides names: of people, of photos, and searches."""
