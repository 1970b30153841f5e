"""Commands for the library as a file: copies of it, and what it forgets."""
