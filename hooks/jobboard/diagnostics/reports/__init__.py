"""Diagnostics as text: one renderer for each reader, side by side."""
