"""Which settings of a newsroom change what: an output is made anew when one changes that its maker reads."""

from __future__ import annotations

from pressrelease.newsroom import Newsroom

AT_READING = tuple(
    name
    for name in Newsroom.model_fields
    if name
    not in ("root", "sources", "feeds", "links", "theme", "site", "title", "check", "terms", "security")
)
"""What joins a release when it is read and completed."""

OF_A_RELEASE = tuple(
    name
    for name in Newsroom.model_fields
    if name not in ("root", "sources", "senders", "feeds", "site", "check", "terms", "security")
)
"""What a writer of one release may read."""

WITHOUT_LOOK = tuple(name for name in OF_A_RELEASE if name != "theme")
"""The same, of what has no colours."""
