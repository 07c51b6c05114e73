"""What editors are told about a posting's fields."""
