"""Pages and fragments for the web."""
