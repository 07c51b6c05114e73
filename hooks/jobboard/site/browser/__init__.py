"""What the scripts in a reader's browser read."""
