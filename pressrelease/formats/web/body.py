"""The body of a release on its page: the dateline opens it, tables scroll by themselves, figures align."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pressrelease.formats.registry import Job
from pressrelease.formats.web.options import HtmlOptions
from pressrelease.formats.web.tables import aligned
from pressrelease.markup.xhtml import inline, xhtml
from pressrelease.model import Release
from pressrelease.outline import Outline
from pressrelease.story import Paragraph, Story, Table, words
from pressrelease.wording import wording


def story_of(release: Release, seen: Outline, job: Job, options: HtmlOptions) -> Markup:
    """Return the body, the dateline's words opening its first paragraph, tables in boxes that scroll by themselves."""
    lead = seen.dateline.lead
    blocks = release.story.blocks
    if not lead.strip():
        return body_of(release.story, release.language, job, options)
    mark = Markup('<span class="lead-in">{}</span>').format(lead)
    if blocks and isinstance(blocks[0], Paragraph):
        opening = mark + inline(blocks[0].spans, **_addresses(job, options))
        return Markup("<p>{}</p>\n").format(opening) + body_of(
            Story(blocks[1:]), release.language, job, options
        )
    return Markup('<p class="dateline">{}</p>\n').format(mark) + body_of(
        release.story, release.language, job, options
    )


def body_of(story: Story, language: str, job: Job, options: HtmlOptions) -> Markup:
    """Return a story as markup, each table in a box that scrolls by itself."""
    out = Markup()
    plain: list[Any] = []
    for block in story.blocks:
        if not isinstance(block, Table):
            plain.append(block)
            continue
        out += _blocks(plain, job, options)
        label = words(block.caption) or wording(language)("table")
        out += Markup('<div class="scroll" role="group" tabindex="0" aria-label="{}">{}</div>\n').format(
            label, aligned(_blocks([block], job, options), block, language)
        )
        plain = []
    return out + _blocks(plain, job, options)


def _blocks(blocks: list[Any], job: Job, options: HtmlOptions) -> Markup:
    return xhtml(Story(tuple(blocks)), **_addresses(job, options)) if blocks else Markup()


def _addresses(job: Job, options: HtmlOptions) -> dict[str, Any]:
    room = job.newsroom
    return {
        "base": options.assets_base,
        "rel": room.links.rel_own if room else "",
        "own": room.base_url if room else "",
    }
