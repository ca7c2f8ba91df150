"""Codes and parameters to sentences, in the reader's language."""
