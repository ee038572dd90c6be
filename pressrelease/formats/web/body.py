"""The body of a release on its page: the dateline opens it, tables scroll by themselves, figures align."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from pressrelease.formats.registry import Job
from pressrelease.formats.web.media import image_attributes
from pressrelease.formats.web.options import HtmlOptions
from pressrelease.formats.web.tables import aligned
from pressrelease.markup.xhtml import each
from pressrelease.model import Release
from pressrelease.outline import Outline
from pressrelease.story import Attribution, Paragraph, Quotation, Quote, Story, Table, walk, words
from pressrelease.wording import wording


def story_of(release: Release, seen: Outline, job: Job, options: HtmlOptions) -> Markup:
    """Return the body, the dateline's words opening its first paragraph."""
    lead = seen.dateline.lead
    copies = _copies(release.story, release.language) if options.script else {}
    pieces = _pieces(release.story, release.language, job, options, copies)
    if lead.strip():
        mark = f'<span class="lead-in">{_unbroken(lead)}</span>'
        if isinstance(next(iter(release.story.blocks), None), Paragraph):
            pieces[0] = f"<p>{mark}{pieces[0].removeprefix('<p>')}"
        else:
            pieces.insert(0, f'<p class="dateline">{mark}</p>\n')
    return Markup("".join(pieces))


def _unbroken(lead: str) -> Markup:
    """Return the dateline's words, the two hyphens of a typewriter's dash kept on one line."""
    return Markup(escape(lead).replace("--", Markup('<span class="dash">--</span>')))


def body_of(story: Story, language: str, job: Job, options: HtmlOptions) -> Markup:
    """Return a story as markup, each table in a box that scrolls by itself."""
    return Markup("".join(_pieces(story, language, job, options, {})))


def _pieces(
    story: Story, language: str, job: Job, options: HtmlOptions, copies: Mapping[int, Markup]
) -> list[str]:
    """Return the markup of each block of a story, `copies` after theirs."""
    images = {href: image_attributes(known) for href, known in options.pictures.items()}
    pieces: list[str] = []
    fragments = each(story.blocks, **_addresses(job, options), images=images)
    for place, (block, markup) in enumerate(zip(story.blocks, fragments, strict=True)):
        if isinstance(block, Table):
            label = escape(words(block.caption) or wording(language)("table"))
            box = f'<div class="scroll" role="group" tabindex="0" aria-label="{label}">'
            markup = f"{box}{aligned(markup, block, language)}</div>\n"
        pieces.append(f"{markup}{copies[place]}" if place in copies else markup)
    return pieces


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
