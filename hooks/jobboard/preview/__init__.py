"""A server that follows changes."""
