"""Running text: Markdown to HTML that is safe to publish."""

from __future__ import annotations
