"""A Story to Markdown."""

from __future__ import annotations

from pressrelease.story import Story


def markdown_from_story(story: Story) -> str:
    """Return `story` as Markdown."""
    return story.text
