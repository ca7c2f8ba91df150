"""Dialogs of this tab."""
