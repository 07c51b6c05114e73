"""Work that two processes share; nothing here knows a posting."""
