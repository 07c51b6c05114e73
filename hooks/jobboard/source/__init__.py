"""A file's bytes to text, and its front matter to nodes that know their places."""
