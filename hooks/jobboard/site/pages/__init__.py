"""Pages as HTML fragments, for any shell: the header and footer are put around them elsewhere."""
