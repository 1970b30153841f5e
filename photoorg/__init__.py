"""photoorg turns folders of photos and videos into named people, on the user's own machine."""

__version__ = "0.1.0"
