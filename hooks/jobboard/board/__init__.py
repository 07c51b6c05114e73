"""The board as of an instant, and everything that is known of it."""
