"""How words were set: `{speaker}, {role}` names fields and keeps what stands between them.

A pattern holds labels and separators, never the words of a field, so that one changed field moves only its own words.
It is data from documents: unlike `str.format` it reaches no attribute and runs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"\{\{|\}\}|\{([a-z_]+(?:\.[a-z_0-9]+)*)\}")


def fields(pattern: str) -> tuple[str, ...]:
    """Return the names a pattern asks for, in its order."""
    return tuple(name for name in _TOKEN.findall(pattern) if name)


def filled(pattern: str, values: Mapping[str, str]) -> str:
    """Return `pattern` with each `{name}` replaced by its value; a name without a value leaves nothing."""
    if "{" not in pattern and "}" not in pattern:
        return pattern

    def word(match: re.Match[str]) -> str:
        token = match.group()
        return token[0] if token in ("{{", "}}") else values.get(match.group(1), "")

    return _TOKEN.sub(word, pattern)


def literal(text: str) -> str:
    """Return `text` as it must stand in a pattern to be printed as it is."""
    return text.replace("{", "{{").replace("}", "}}")
