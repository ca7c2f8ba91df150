"""Pieces any document page is made of: typefaces, wrapped text, sheets, flow over pages."""
