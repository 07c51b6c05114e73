"""From what people really have (a saved page, a post of another site, a plain text) to a posting of this board."""
