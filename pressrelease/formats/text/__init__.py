"""Plain text, as agencies send it and people read it."""
