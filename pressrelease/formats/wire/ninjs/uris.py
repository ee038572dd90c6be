"""Identifiers and addresses as JSON Schema's format `uri` accepts them (RFC 3986): absolute, and all ASCII."""

from __future__ import annotations

import functools
from urllib.parse import quote

from pressrelease.envelope import iri, is_absolute
from pressrelease.formats.wire.naming import identified
from pressrelease.markup.nitf import OWN, absolute
from pressrelease.model import Release


@functools.lru_cache(maxsize=1024)
def uri(text: str) -> str:
    """Return `text` as an absolute URI, odd characters percent-encoded; empty where it is none."""
    known = iri(text) if is_absolute(text) else ""
    return known if known.isascii() else "".join(c if c.isascii() else quote(c) for c in known)


@functools.lru_cache(maxsize=1024)
def reference(href: str, base: str) -> str:
    """Return `href`, absolute against `base`, as a URI; empty where it can be none."""
    return uri(absolute(href, base))


def made(name: str) -> str:
    """Return a URI of ours for `name`, which is none itself."""
    return f"{OWN}:id:{quote(name, safe='')}"


def is_made(text: str) -> bool:
    """Return whether `text` is a URI that `made` made."""
    return text.startswith(f"{OWN}:id:")


def identifier(release: Release) -> str:
    """Return the item's `uri`, the same in every version; raise Unwritable where nothing identifies the release."""
    name = identified(release, "a ninjs item has a `uri` that stays the same in every version")
    return uri(name) or made(name)
