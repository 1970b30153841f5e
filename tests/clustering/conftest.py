"""Properties are checked without a deadline: the first call of a kernel compiles it."""

from hypothesis import settings

settings.register_profile("clustering", deadline=None, max_examples=60)
settings.load_profile("clustering")
