"""A text as numbered lines with its syntax marked: every character of it, and nothing else.

Pygments takes the languages apart (an extra); what it calls a token is one of a few marks here, which the style sheet
colours. Control characters, which wires are made of, are shown by their pictures (Unicode, 2400 to 2421).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

_PICTURES = {i: 0x2400 + i for i in range(0x20) if chr(i) not in "\t\n"} | {0x7F: 0x2421}
_BIGGEST = 400_000
"""Longer texts are shown without marks: they would take longer than anybody waits."""
_MARKS = (
    ("Token.Comment", "comment"),
    ("Token.Generic.Heading", "heading"),
    ("Token.Generic.Subheading", "heading"),
    ("Token.Generic.Strong", "strong"),
    ("Token.Generic.Emph", "emphasis"),
    ("Token.Name.Tag", "name"),
    ("Token.Name.Attribute", "field"),
    ("Token.Literal.String.Double", "value"),
    ("Token.Literal.String", "value"),
    ("Token.Literal.Number", "number"),
    ("Token.Keyword", "name"),
)
_LEXERS = (("xml", "xml"), ("html", "html"), ("json", "json"), ("yaml", "yaml"), ("markdown", "markdown"))


def language_of(media_type: str) -> str:
    """Return the language in which a document of `media_type` is marked; empty: none.

    >>> language_of("application/vnd.iptc.g2.newsitem+xml"), language_of("text/plain")
    ('xml', '')
    """
    return next((name for part, name in _LEXERS if part in media_type), "")


def lines(text: str, language: str = "") -> tuple[Markup, ...]:
    """Return the lines of `text` as HTML, `language` marked in them."""
    made: list[list[str]] = [[]]
    for mark, piece in _pieces(text, language):
        for number, part in enumerate(piece.split("\n")):
            if number:
                made.append([])
            if part:
                words = escape(part.translate(_PICTURES))
                made[-1].append(f'<span class="{mark}">{words}</span>' if mark else words)
    if text.endswith("\n"):
        made.pop()  # the break that ends the last line begins no other
    return tuple(Markup("".join(line)) for line in made)


def _pieces(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of `text`, each with its mark."""
    if not language or len(text) > _BIGGEST:
        yield "", text
        return
    if language == "markdown" and text.startswith("---\n"):
        end = text.find("\n---\n", 3) + 1
        if end:
            yield from _pieces(text[:end], "yaml")
            text = text[end:]
    # Not `get_tokens`, which takes carriage returns and blank lines away.
    for _, kind, piece in _lexer(language).get_tokens_unprocessed(text):
        yield _mark(str(kind)), piece


@lru_cache(maxsize=256)
def _mark(kind: str) -> str:
    return next((mark for start, mark in _MARKS if kind.startswith(start)), "")


@lru_cache(maxsize=8)
def _lexer(language: str) -> Any:
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - an extra

    return get_lexer_by_name(language)
