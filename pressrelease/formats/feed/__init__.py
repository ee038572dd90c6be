"""Feeds: many releases in one document."""
