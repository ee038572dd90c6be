"""Reading plain text by its structure, whatever house set it."""

from pressrelease.formats.text.text_read.reading import read_text

__all__ = ["read_text"]
