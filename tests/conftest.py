"""Settings every test shares."""

import os

# A window needs a platform; the tests bring their own where there is no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
