"""What can be followed: channels of entries, and their files."""
