"""Style sheet, script, icon and logo of every page."""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.site.beside import house_file
from pressrelease.site.desk import Desk
from pressrelease.site.kinds.files import copied
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.theme import palettes, style_sheet


def style_of(site: Site) -> Iterator[Output]:
    """Yield the style sheet."""
    yield Output("style.css", "style")


def make_style(output: Output, desk: Desk) -> bytes:
    """Set the theme's colours and faces into the style sheet."""
    return style_sheet(desk.newsroom.theme, desk.templates).encode()


def script_of(site: Site) -> Iterator[Output]:
    """Yield the script."""
    yield Output("site.js", "script")


def make_script(output: Output, desk: Desk) -> bytes:
    """Give the script."""
    return desk.templates.render("site/site.js", "text").encode()


def icon_of(site: Site) -> Iterator[Output]:
    """Yield the picture beside the title of a window."""
    yield Output("icon.svg", "icon")


def make_icon(output: Output, desk: Desk) -> bytes:
    """Set the first letter of the newsroom's name on its colour."""
    house = desk.newsroom
    letter = next((c for c in house.title if c.isalnum()), "").upper()
    palette = palettes(house.theme.accent)[0]
    return desk.templates.render("site/icon.svg", "xml", letter=letter, palette=palette).encode()


def logo_of(site: Site) -> Iterator[Output]:
    """Yield the logo, where `[theme] logo` names a file of the newsroom's folder."""
    house = site.newsroom
    if not house.theme.logo or ":" in house.theme.logo:
        return
    path = house_file(house, house.theme.logo, "theme.logo")
    yield Output(house.theme.logo, "logo", source=path, source_digest=site.digest(path))


KINDS = (
    Kind("logo", "pages", ("logo", "logos"), copied, of_site=logo_of),
    Kind(
        "icon",
        "pages",
        ("icon", "icons"),
        make_icon,
        of_site=icon_of,
        templates=("site/icon.svg",),
        settings=("theme", "title"),
    ),
    Kind(
        "style",
        "pages",
        ("style sheet", "style sheets"),
        make_style,
        of_site=style_of,
        templates=("site/style.css",),
        settings=("theme",),
    ),
    Kind(
        "script",
        "pages",
        ("script", "scripts"),
        make_script,
        of_site=script_of,
        templates=("site/site.js",),
    ),
)
