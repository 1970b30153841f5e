"""Properties are checked without a deadline: other work may slow the machine down."""

from hypothesis import settings

settings.register_profile("evaluation", deadline=None, max_examples=60)
settings.load_profile("evaluation")
