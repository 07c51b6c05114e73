"""Posts of other sites to drafts: front matter in other words."""
