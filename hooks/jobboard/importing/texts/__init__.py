"""Plain texts to drafts: what their sentences and labels say."""
