"""Cut a story: the opening off a run of spans, links out of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pressrelease.story.nodes import CONTAINERS, Link, Quotation, Span, Spans, Story, Text, words


def without(spans: Spans, count: int) -> Spans:
    """Return `spans` without their first `count` printed characters, a break being one.

    A quotation that the cut goes through stays whole: half of what somebody said is not what they said.
    """
    out: list[Span] = []
    for span in spans:
        size = len(words((span,), " "))
        if count <= 0 or (size > count and isinstance(span, Quotation)):
            out.append(span)
        elif size > count and isinstance(span, Text):
            out.append(Text(span.text[count:]))
        elif size > count and isinstance(span, CONTAINERS):
            out.append(replace(span, spans=without(span.spans, count)))
        elif size > count:
            out.append(span)
        count -= size
    return tuple(out)


def unlinked(story: Story, hrefs: Collection[str]) -> Story:
    """Return `story` without its links to any of `hrefs`; their words stay."""
    return replace(story, blocks=tuple(_unlinked(block, hrefs) for block in story.blocks))


def _unlinked(node: Any, hrefs: Collection[str]) -> Any:
    """Return `node` rebuilt: links to `hrefs` anywhere within it give way to their own spans."""
    if isinstance(node, tuple):
        out: list[Any] = []
        for part in node:
            if isinstance(part, Link) and part.href in hrefs:
                out += _unlinked(part.spans, hrefs)
            else:
                out.append(_unlinked(part, hrefs))
        return tuple(out)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    inner = {f.name: getattr(node, f.name) for f in fields(node)}
    return replace(node, **{n: _unlinked(v, hrefs) for n, v in inner.items() if isinstance(v, tuple)})
