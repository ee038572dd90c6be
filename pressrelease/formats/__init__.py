"""Formats: a room each, and the verbs over them."""
