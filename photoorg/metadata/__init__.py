"""What files tell about a photo: when and where it was taken, with what, and what it shows.

Pure functions from bytes and tags to values. Nothing here raises for what a file holds: what is not
understood says nothing.
"""
