"""Lists of releases: the newsroom's home with its further pages, one set for each language."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.site.desk import Desk
from pressrelease.site.frame import frame, home_of, item, root_of
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.theme import Anchor, values


def of_site(site: Site) -> Iterator[Output]:
    """Yield the pages of each list; the first one shows its newest release large."""
    for language in ("", *site.languages):
        every = site.listed(language)
        per_page = site.newsroom.site.per_page
        pages = max(1, -(-len(every) // per_page))
        for number in range(1, pages + 1):
            yield _page(site, language, number, pages)


def _page(site: Site, language: str, number: int, pages: int) -> Output:
    base = f"{language.lower()}/" if language else ""
    path = f"{base}index.html" if number == 1 else f"{base}page/{number}/index.html"
    per_page = site.newsroom.site.per_page
    root = root_of(path)
    address = home_of(site.newsroom, language)
    page = frame(
        site,
        language or site.newsroom.language,
        root,
        canonical=address if number == 1 else f"{address}page/{number}/",
        alternates=_language_homes(site) if number == 1 else (),
    )
    items = [item(s, root) for s in site.listed(language)[(number - 1) * per_page : number * per_page]]
    large = number == 1 and bool(items)
    return Output(
        path,
        "list",
        (
            page,
            {
                "newest": items[0] if large else None,
                "items": tuple(items[1:] if large else items),
                "description": site.newsroom.site.description if not language else "",
                "heading": "",
                "later": _page_address(root + base, number - 1, pages),
                "earlier": _page_address(root + base, number + 1, pages),
            },
        ),
    )


def _page_address(first: str, number: int, pages: int) -> str:
    if not 1 <= number <= pages:
        return ""
    return first or "./" if number == 1 else f"{first}page/{number}/"


def _language_homes(site: Site) -> tuple[Anchor, ...]:
    if not site.languages:
        return ()
    own = Anchor(home_of(site.newsroom, ""), "", site.newsroom.language)
    return (own, *(Anchor(home_of(site.newsroom, tag), "", tag) for tag in site.languages))


def make(output: Output, desk: Desk) -> bytes:
    """Fill the template of lists."""
    page, more = output.inputs
    return desk.templates.render("site/index.html", "html", **values(page, **more)).encode()


KINDS = (
    Kind(
        "list",
        "pages",
        ("list page", "list pages"),
        make,
        of_site=of_site,
        templates=("site/index.html",),
    ),
)
