"""Markdown to a Story and back."""

from pressrelease.markup.markdown_read import story_from_markdown
from pressrelease.markup.markdown_write import markdown_from_story

__all__ = ["markdown_from_story", "story_from_markdown"]
