"""Cut a story: the opening off a run of spans, links and marks of quotations out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pressrelease.story.nodes import CONTAINERS, Attribution, Link, Quotation, Span, Spans, Story, Text, words


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


def relinked(story: Story, led: Mapping[str, str]) -> Story:
    """Return `story` with its links to the keys of `led` led to their values; to an empty one: their words alone."""

    def swap(node: Any) -> Spans | None:
        if not isinstance(node, Link) or (href := led.get(node.href, node.href)) == node.href:
            return None
        return (replace(node, href=href),) if href else node.spans

    made: Story = _swapped(story, swap)
    return made


def unmarked(story: Story) -> Story:
    """Return `story` with quotations within its paragraphs as plain words between their marks, as they are seen."""
    made: Story = _swapped(story, _printed)
    return made


def _printed(node: Any) -> Spans | None:
    if isinstance(node, Quotation):
        return (Text(node.opening), *node.spans, Text(node.closing))
    return (Text(words((node,))),) if isinstance(node, Attribution) else None


def _swapped(node: Any, swap: Callable[[Any], Spans | None]) -> Any:
    """Return `node` rebuilt: each span anywhere within it gives way to those that `swap` returns for it."""
    if isinstance(node, tuple):
        out: list[Any] = []
        for part in node:
            instead = swap(part)
            out += [_swapped(part, swap)] if instead is None else _swapped(instead, swap)
        return tuple(out)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    inner = {f.name: getattr(node, f.name) for f in fields(node)}
    return replace(node, **{n: _swapped(v, swap) for n, v in inner.items() if isinstance(v, tuple)})
