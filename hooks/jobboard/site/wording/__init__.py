"""Running text as it is published: rendered, sanitised, summarised."""
