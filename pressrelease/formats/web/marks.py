"""How a page holds a release's values, so that it can be read back.

Every value that stands on the page is marked with its field's path: `data-field="PATH"` (the element's words are the
value), `data-field-href="PATH"` (its attribute is), `data-story="PATH"` (its content is a story). Values without a
visible place stand in `<meta name="pressrelease:PATH">`.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from pressrelease.formats.losses import Branches, branched, values_at
from pressrelease.model import Release
from pressrelease.outline import Outline
from pressrelease.patterns import filled
from pressrelease.wording import moment_words

UNSEEN = (
    *("id", "version", "status", "language", "slug", "url", "genre", "urgency"),
    *("change.kind", "change.at", "embargo.until", "published", "updated", "expires"),
    *("dateline.places.*." + n for n in ("name", "region", "country", "uri", "latitude", "longitude")),
    *("dateline." + n for n in ("date", "time", "zone", "zone_printed", "date_printed", "credit", "style")),
    *("contacts.*.phones.*.kind", "publisher.phones.*.kind", "provider.phones.*.kind"),
    *("organisations.*.phones.*.kind", "publisher.logo", "provider.logo", "organisations.*.logo"),
    *("publisher.uri", "provider.uri", "organisations.*.uri", "people.*.uri"),
    *("notices.*.kind", "notices.*.jurisdiction"),
    *("subjects.*.code", "places.*.uri", "places.*.latitude", "places.*.longitude"),
    *("assets.*.role", "assets.*.id"),
    *("assets.*.renditions.*." + n for n in ("name", "media_type", "width", "height", "duration", "size")),
    *("related.*.rel", "translations.*.language", "translations.*.id", "translations.*.version"),
    *("translations.*.title", "translations.*.href"),
    *("rights.holder", "rights.year", "rights.data_mining"),
)
"""Paths whose values the page holds in `<meta>` elements, since it shows them to nobody, or in other words."""

STILL_SAID = (
    "id",
    "version",
    "status",
    "language",
    "slug",
    "url",
    "change",
    "embargo",
    "published",
    "updated",
    "contacts",
    "notices",
)
"""Fields whose unseen values the page of a withdrawn release still holds."""


def unseen(release: Release, outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield path and text of each value that has no visible place of its own; of a withdrawn release only its state."""
    told = {state.kind for state in outline.states}
    shown = "withdrawn" not in told
    patterns = _patterns(shown, "embargo" in told, bool(told - {"embargo"}))
    private = tuple(f"contacts.{i}." for i, contact in enumerate(release.contacts) if contact.for_editors)
    for path, value in values_at(release, patterns):
        if not path.startswith(private):
            yield path, guarded(_text(value))
    # `values_at` passes over what is empty; where that is not what a field has by itself, it has to be said.
    yield from ((f"related.{i}.rel", "") for i, r in enumerate(release.related) if not r.rel and shown)
    yield from ((f"assets.{i}.role", "") for i, a in enumerate(release.assets) if not a.role and shown)
    if release.embargo is not None and not release.embargo.binding:
        yield "embargo.binding", "false"
    if release.embargo is not None and release.embargo.until is None:
        yield "embargo.until", ""


@functools.cache
def _patterns(shown: bool, embargoed: bool, changed: bool) -> Branches:
    """Return which paths are unseen: what a state says in words of its own has its place there."""
    return branched(
        *(p for p in UNSEEN if shown or p.partition(".")[0] in STILL_SAID),
        *(() if embargoed else ("embargo.printed",)),
        *(() if changed else ("change.note", "change.wrong", "change.right")),
    )


_SCHEMES = ["javascript", "vbscript", "livescript", "jscript", "mocha", "data", "blob", "filesystem"]
# Browsers take white space out of addresses, and heed no case.
_BETWEEN = "['\\s\u200b\ufeff]*"
_SCRIPT = re.compile(
    f"{_BETWEEN}(?:{'|'.join(_BETWEEN.join(f'[{c}{c.upper()}]' for c in name) for name in _SCHEMES)}){_BETWEEN}:"
)


def _like_a_script(text: str) -> bool:
    """Return whether `text` opens like an address of something that runs."""
    return _SCRIPT.match(text, 0, 400) is not None


def guarded(text: str) -> str:
    """Return `text` for a `<meta>` that is read back: an apostrophe stands before what could pass for a script.

    A reader takes one leading apostrophe away, so one of the text's own is doubled.
    """
    return f"'{text}" if text.startswith("'") or _like_a_script(text) else text


def inert(text: str) -> str:
    """Return `text` for a `<meta>` that others read: cards are made into links, and no word is to be run there."""
    return f"\u2060{text}" if _like_a_script(text) else text


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else str(value)


def marked(words: str, path: str, tag: str = "span") -> Markup:
    """Return `words` in an element marked as the value of the field at `path`."""
    # Tag and path are the library's own words; only `words` come from outside.
    return Markup(f'<{tag} data-field="{path}">{escape(words)}</{tag}>')


def moment_element(moment: dt.datetime, language: str, zone: str, pattern: str = "{moment}") -> Markup:
    """Return a moment in words within a `<time>` element."""
    words = f'<time datetime="{iso(moment)}">{escape(moment_words(moment, language, zone))}</time>'
    return Markup(filled(str(escape(pattern)), {"moment": words}))


def iso(moment: dt.datetime) -> str:
    """Return an aware moment as HTML and schema.org read it: to the second, with offset."""
    return (
        moment.isoformat(timespec="seconds")
        if not moment.microsecond
        else moment.isoformat(timespec="milliseconds")
    )
