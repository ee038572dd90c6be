"""Cut the opening off a run of spans."""

from __future__ import annotations

from dataclasses import replace

from pressrelease.story.nodes import CONTAINERS, Quotation, Span, Spans, Text, words


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
