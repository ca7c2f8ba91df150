"""The window; the only Qt, and no rule."""
