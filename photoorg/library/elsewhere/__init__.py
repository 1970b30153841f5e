"""Names of other programs in the library, and names of the library for other programs."""
