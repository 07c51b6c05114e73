"""What is published, as text and bytes."""
