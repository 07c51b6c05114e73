"""Saved web pages to drafts: structured data, and what the page shows."""
