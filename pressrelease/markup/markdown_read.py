"""Markdown to a Story."""

from __future__ import annotations

from pressrelease.findings import Finding
from pressrelease.story import Story


def story_from_markdown(text: str) -> tuple[Story, tuple[Finding, ...]]:
    """Return the story of a Markdown text, and what was noticed."""
    return Story(text), ()  # type: ignore[arg-type]
