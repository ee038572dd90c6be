"""Earlier versions of a release: pages that keep the wording as it stood and say what took its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pressrelease.files import site_path
from pressrelease.formats.verbs import render
from pressrelease.site.addresses import root_of, version_folder
from pressrelease.site.desk import Desk
from pressrelease.site.frame import page_options
from pressrelease.site.kinds.files import beside
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.settings import OF_A_RELEASE
from pressrelease.site.summary import Summary
from pressrelease.theme import Anchor


def of_release(site: Site, s: Summary) -> Iterator[Output]:
    """Yield the pages of the earlier versions of `s`, and the files that they name."""
    for version, following in pairwise((*site.versions(s), s)):
        path = f"{version_folder(s, version)}index.html"
        told = {
            "canonical": s.url,
            "robots": "noindex",
            "assets_base": "../",
            "replaced_by": (
                Anchor("../", s.headline, s.language, published=_replaced(site, version, following)),
            ),
        }
        # It stands for no other language: those are of the current one.
        taken = site.take(version)._replace(tongues=())
        yield Output(
            path,
            "version",
            (told,),
            frame=site.shared(page_options, s.language, root_of(path)),
            releases=(taken,),
        )
        for href, source, digest in beside(site, version):
            yield Output(site_path(s.folder, href), "asset", source=source, source_digest=digest)


def _replaced(site: Site, version: Summary, following: Summary) -> dt.datetime | None:
    """Return when `following` took the place of `version`, if that can be known."""
    at, before = site.changed_at(following), site.changed_at(version)
    return at if before is None or at is None or at > before else None


def make(output: Output, desk: Desk) -> bytes:
    """Write the page of an earlier version."""
    taken = output.releases[0]
    page = render(
        desk.shown(taken),
        "html",
        newsroom=desk.newsroom,
        now=taken.as_of,
        options=replace(output.frame, **output.inputs[0]),
        templates=desk.templates,
        registry=desk.registry,
    )
    assert isinstance(page, str)
    return page.encode()


KINDS = (
    Kind(
        "version",
        "corrections",
        ("earlier version", "earlier versions"),
        make,
        of_release=of_release,
        templates=("web/html.html",),
        settings=OF_A_RELEASE,
    ),
)
