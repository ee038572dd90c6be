"""The body of a release on its page: the dateline opens it, tables scroll by themselves, figures align."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from pressrelease.formats.registry import Job
from pressrelease.formats.web.media import image_attributes
from pressrelease.formats.web.options import HtmlOptions
from pressrelease.formats.web.tables import aligned
from pressrelease.markup.xhtml import each, inline
from pressrelease.model import Release
from pressrelease.outline import Outline
from pressrelease.story import Attribution, Paragraph, Quotation, Quote, Story, Table, walk, words
from pressrelease.wording import wording


def story_of(release: Release, seen: Outline, job: Job, options: HtmlOptions) -> Markup:
    """Return the body, the dateline's words opening its first paragraph."""
    lead = seen.dateline.lead
    blocks = release.story.blocks
    copies = _copies(release.story, release.language) if options.script else {}
    if not lead.strip():
        return body_of(release.story, release.language, job, options, copies)
    mark = Markup(f'<span class="lead-in">{_unbroken(lead)}</span>')
    if blocks and isinstance(blocks[0], Paragraph):
        opening = inline(blocks[0].spans, **_addresses(job, options))
        first = Markup(f"<p>{mark}{opening}</p>\n") + copies.get(0, Markup())
        later = {place - 1: button for place, button in copies.items() if place}
        return first + body_of(Story(blocks[1:]), release.language, job, options, later)
    alone = Markup(f'<p class="dateline">{mark}</p>\n')
    return alone + body_of(release.story, release.language, job, options, copies)


def _unbroken(lead: str) -> Markup:
    """Return the dateline's words, the two hyphens of a typewriter's dash kept on one line."""
    return Markup(escape(lead).replace("--", Markup('<span class="dash">--</span>')))


def body_of(
    story: Story, language: str, job: Job, options: HtmlOptions, copies: Mapping[int, Markup] | None = None
) -> Markup:
    """Return a story as markup, each table in a box that scrolls by itself, `copies` after their blocks."""
    images = {href: image_attributes(known) for href, known in options.pictures.items()}
    out: list[Markup] = []
    fragments = each(story.blocks, **_addresses(job, options), images=images)
    for place, (block, markup) in enumerate(zip(story.blocks, fragments, strict=True)):
        if isinstance(block, Table):
            label = words(block.caption) or wording(language)("table")
            markup = Markup(
                '<div class="scroll" role="group" tabindex="0" aria-label="{}">{}</div>\n'
            ).format(label, aligned(markup, block, language))
        out.append(markup)
        if copies and place in copies:
            out.append(copies[place])
    return Markup("".join(out))


def _copies(story: Story, language: str) -> dict[int, Markup]:
    """Return, by the place of the block they stand after, the buttons that copy a quotation with its speaker.

    They are part of the page, not made by its script, so that nothing moves when the script has come; without script
    the style sheet does not show them.
    """
    said: set[str] = set()
    last: dict[str, int] = {}
    found: dict[int, Markup] = {}
    label = escape(wording(language)("copy_quote"))
    for place, block in enumerate(story.blocks):
        if isinstance(block, Quote):
            found[place] = _copy("", label)
        for node in walk(block):
            if isinstance(node, Attribution):
                said.add(node.quote)
            elif isinstance(node, Quotation) and isinstance(block, Paragraph):
                last[node.quote] = place
    for key, place in last.items():
        if key and key in said:
            found[place] = found.get(place, Markup()) + _copy(key, label)
    return found


def _copy(key: str, label: Markup) -> Markup:
    button = f'<button type="button" class="copy" data-quote="{escape(key)}">{label}</button>\n'
    return Markup(button)


def _addresses(job: Job, options: HtmlOptions) -> dict[str, Any]:
    room = job.newsroom
    return {
        "base": options.assets_base,
        "rel": room.links.rel_own if room else "",
        "own": room.base_url if room else "",
    }
