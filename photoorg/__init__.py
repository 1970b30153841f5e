"""photoorg turns folders of photos and videos into named people, on the user's own machine."""

import os

__version__ = "0.1.0"

# onnxruntime tells its maker about the machine unless this is set before it is imported; what it
# offers for afterwards comes too late. Processes that are started from here inherit it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
