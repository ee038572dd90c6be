"""What every page of a newsroom shares: colours from its one accent, the style sheet, the frame around the content.

Tints are reckoned in OKLCH (CSS Color 4, section 9.4), where equal lightness looks equally light: each colour moves in
lightness alone until it reads well on its ground, so that any accent, a pale yellow too, gives a page that can be read.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pressrelease.model import in_zone
from pressrelease.newsroom import Look
from pressrelease.templating import Templates
from pressrelease.wording import LANGUAGES, date_words, moment_words, wording

TEXT_CONTRAST = 7.0
"""Of anything that is read (WCAG 2.2, 1.4.6)."""
SIGN_CONTRAST = 4.5
"""Of marks and borders that mean something."""

Rgb = tuple[float, float, float]


# --- colours --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme, each `#rrggbb`."""

    paper: str
    """The ground."""
    ink: str
    """Headline and story."""
    quiet: str
    """Labels and facts."""
    line: str
    """Hairlines."""
    accent: str
    """Links and marks."""
    strong: str
    """A link under the pointer."""
    wash: str
    """The ground of a state line and of marked words."""


@functools.lru_cache(maxsize=256)
def palettes(accent: str) -> tuple[Palette, Palette]:
    """Return the light and the dark scheme made from `accent` (`#rrggbb`)."""
    _, chroma, hue = _oklch(accent)
    tint = min(chroma, 0.012)
    return (
        _palette(
            accent, hue, paper=(0.988, tint / 4), ink=(0.21, tint), quiet=0.42, line=0.87, wash=(0.957, tint)
        ),
        _palette(
            accent,
            hue,
            paper=(0.178, tint / 1.5),
            ink=(0.93, tint / 4),
            quiet=0.78,
            line=0.34,
            wash=(0.235, tint),
        ),
    )


def _palette(
    accent: str, hue: float, *, paper: tuple[float, float], ink: tuple[float, float], quiet: float, line: float,
    wash: tuple[float, float],
) -> Palette:  # fmt: skip
    ground, washed = _hex(paper[0], paper[1], hue), _hex(wash[0], wash[1], hue)
    lightness, chroma, _ = _oklch(accent)
    down = -1 if paper[0] > 0.5 else 1
    linked = _readable(lightness, chroma, hue, (ground, washed), down)
    return Palette(
        paper=ground,
        ink=_hex(ink[0], ink[1], hue),
        quiet=_readable(quiet, ink[1], hue, (ground, washed), down),
        line=_hex(line, paper[1], hue),
        accent=linked,
        strong=_readable(_oklch(linked)[0] + down * 0.1, chroma, hue, (ground, washed), down),
        wash=washed,
    )


def _readable(lightness: float, chroma: float, hue: float, grounds: tuple[str, ...], step: int) -> str:
    """Return the colour nearest to `lightness`, going darker (-1) or lighter (1), that reads on all `grounds`."""
    while 0 < lightness < 1:
        colour = _hex(lightness, chroma, hue)
        if min(contrast(colour, g) for g in grounds) >= TEXT_CONTRAST:
            return colour
        lightness += step * 0.005
    return "#000000" if step < 0 else "#ffffff"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (`#rrggbb`), 1 to 21 (WCAG 2.2)."""
    a, b = sorted((_luminance(one), _luminance(other)))
    return (b + 0.05) / (a + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Rgb:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def _oklch(colour: str) -> Rgb:
    """Return lightness (0 to 1), chroma and hue (radians)."""
    r, g, b = _linear(colour)
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    mid = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * long + 0.7936177850 * mid - 0.0040720468 * short
    one = 1.9779984951 * long - 2.4285922050 * mid + 0.4505937099 * short
    two = 0.0259040371 * long + 0.7827717662 * mid - 0.8086757660 * short
    return lightness, math.hypot(one, two), math.atan2(two, one)


def _hex(lightness: float, chroma: float, hue: float) -> str:
    """Return a colour as `#rrggbb`; chroma that sRGB does not have is given up, lightness and hue stay."""
    while True:
        one, two = chroma * math.cos(hue), chroma * math.sin(hue)
        long = (lightness + 0.3963377774 * one + 0.2158037573 * two) ** 3
        mid = (lightness - 0.1055613458 * one - 0.0638541728 * two) ** 3
        short = (lightness - 0.0894841775 * one - 1.2914855480 * two) ** 3
        rgb = (
            4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short,
        )
        if chroma <= 0.001 or all(-0.0005 <= c <= 1.0005 for c in rgb):
            return "#" + "".join(f"{_byte(c):02x}" for c in rgb)
        chroma *= 0.96


def _byte(linear: float) -> int:
    linear = min(1.0, max(0.0, linear))
    return round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))


# --- the style sheet ------------------------------------------------------------------------------------------------


def style_sheet(look: Look, templates: Templates) -> str:
    """Return the CSS of every page, from the template `site/style.css`."""
    return _style_sheet(look.accent, look.serif, look.sans, templates)


@functools.lru_cache(maxsize=64)
def _style_sheet(accent: str, serif: str, sans: str, templates: Templates) -> str:
    light, dark = palettes(accent)
    css = templates.render(
        "site/style.css", "text", light=light, dark=dark, serif=_faces(serif), sans=_faces(sans)
    )
    # Comments and indents are for those who override it, not for those who wait for it.
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", css).strip() + "\n"


def _faces(names: str) -> str:
    """Return names of type faces as CSS strings, each followed by a comma."""
    bare = (re.sub(r"[^\w -]", "", name).strip() for name in names.split(","))
    return "".join(f'"{name}",' for name in bare if name)


# --- the frame of a page --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link that a page shows: to a page, a feed, a file."""

    href: str
    title: str = ""
    language: str = ""
    """Of what it leads to, BCP 47; `x-default` for none."""
    media_type: str = ""
    size: int = 0
    """Bytes; 0: unknown."""
    published: dt.datetime | None = None
    """Aware."""


@dataclass(frozen=True, slots=True)
class Page:
    """What `web/base.html` needs besides the content: the frame of every page."""

    title: str
    """Of the window."""
    language: str = "en"
    name: str = ""
    """The newsroom's."""
    description: str = ""
    canonical: str = ""
    robots: str = ""
    """Empty: may be indexed."""
    css: str = ""
    """The style sheet itself; empty: `stylesheet` is linked."""
    stylesheet: str = ""
    script: str = ""
    """Address of `site.js`; empty: none."""
    icon: str = ""
    """Address of the picture beside the title of the window; empty: none."""
    accent: str = Look().accent
    home: str = ""
    """Address of the newsroom's first page; empty: none."""
    logo: str = ""
    logo_size: str = ""
    """Width and height of the logo in pixels, `240x60`; empty: unknown."""
    imprint: str = ""
    """Address of the imprint; empty: none."""
    sections: tuple[Anchor, ...] = ()
    """The newsroom's own pages: archive, topics, contacts."""
    section: str = ""
    """Which of their addresses the page belongs to."""
    more: tuple[Anchor, ...] = ()
    """What the footer leads to beside the imprint."""
    search: str = ""
    """Address of the search page, which takes the words as `q`; empty: none."""
    navigation: tuple[Anchor, ...] = ()
    """The newsroom in its languages."""
    feeds: tuple[Anchor, ...] = ()
    alternates: tuple[Anchor, ...] = ()
    """The same page in other languages (hreflang)."""
    time_zone: str = ""
    """IANA zone in which moments are set in words."""
    twin: str = ""
    """Address of the page as Markdown; empty: none."""
    hub: str = ""
    """WebSub hub of the feeds; empty: none."""
    rsl: str = ""
    """Address of the RSL file; empty: none."""
    tdm_reservation: str = ""
    """`1` where text and data mining is reserved, `0` where it is allowed (TDMRep); empty: nothing is said."""
    tdm_policy: str = ""
    """Address of its policy."""

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, by the language's script."""
        return direction(self.language)

    @property
    def interface(self) -> str:
        """The language the page's own words are in: its own where the interface speaks it, else English."""
        primary = self.language.partition("-")[0]
        return primary if primary in LANGUAGES else "en"

    @property
    def light(self) -> Palette:
        """The light scheme."""
        return palettes(self.accent)[0]

    @property
    def dark(self) -> Palette:
        """The dark scheme."""
        return palettes(self.accent)[1]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page."""

    href: str
    alt: str = ""
    width: int | None = None
    """Pixels, as it is seen."""
    height: int | None = None
    srcset: str = ""
    """Its copies, each with its width (WHATWG HTML, 4.8.4.2); how wide it is shown, the template knows."""


@dataclass(frozen=True, slots=True)
class Item:
    """A release in a list."""

    headline: str
    href: str
    subheadline: str = ""
    kicker: str = ""
    published: dt.datetime | None = None
    """Aware."""
    place: str = ""
    language: str = ""
    image: Picture | None = None


RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)
"""Languages whose usual script runs from right to left."""


def direction(language: str) -> str:
    """Return the direction in which `language` (BCP 47) is written; a script subtag decides before the language."""
    parts = language.lower().split("-")
    script = next((p for p in parts[1:] if len(p) == 4 and p.isalpha()), "")
    if script:
        return "rtl" if script in ("arab", "hebr", "nkoo", "syrc", "thaa", "adlm", "rohg") else "ltr"
    return "rtl" if parts[0] in RIGHT_TO_LEFT else "ltr"


_NAMES = {
    **{"bg": "Български", "ca": "Català", "cs": "Čeština", "da": "Dansk", "el": "Ελληνικά", "et": "Eesti"},
    **{"eu": "Euskara", "fa": "فارسی", "fi": "Suomi", "ga": "Gaeilge", "gl": "Galego", "he": "עברית"},
    **{
        "hi": "हिन्दी",
        "hr": "Hrvatski",
        "hu": "Magyar",
        "id": "Bahasa Indonesia",
        "ja": "日本語",
        "ko": "한국어",
    },
    **{
        "lt": "Lietuvių",
        "lv": "Latviešu",
        "nb": "Norsk bokmål",
        "no": "Norsk",
        "pl": "Polski",
        "pt": "Português",
    },
    **{
        "ro": "Română",
        "ru": "Русский",
        "sk": "Slovenčina",
        "sl": "Slovenščina",
        "sr": "Српски",
        "sv": "Svenska",
    },
    **{"tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文"},
}
"""What languages call themselves that the interface does not speak."""


def language_name(language: str) -> str:
    """Return what `language` calls itself, or its tag where that is not known."""
    primary, _, rest = language.partition("-")
    if primary in LANGUAGES:
        name = wording(primary)("language_name")
    elif primary in _NAMES:
        name = _NAMES[primary]
    else:
        return language
    return f"{name} ({rest})" if rest else name


def size_words(size: int) -> str:
    """Return a number of bytes in words: `1.4 MB`."""
    if size < 1000:
        return f"{size} B"
    for unit in ("kB", "MB"):
        size_in = size / (1000 if unit == "kB" else 1_000_000)
        if size_in < 999.5:
            return f"{size_in:.1f} {unit}" if size_in < 10 else f"{size_in:.0f} {unit}"
    return f"{size / 1_000_000_000:.1f} GB"


def values(page: Page, **more: Any) -> Mapping[str, Any]:
    """Return what a template that extends `web/base.html` is rendered with: the page, words, and `more`."""
    primary = page.language.partition("-")[0]
    return {
        "page": page,
        "w": wording(page.language),
        "date_words": lambda day: date_words(day, page.language),
        "moment_words": lambda moment: moment_words(moment, page.language, page.time_zone),
        "local": lambda moment: in_zone(moment, page.time_zone),
        "iso": lambda moment: moment.isoformat(timespec="seconds"),
        "language_name": language_name,
        "foreign": lambda tag: bool(tag) and tag.partition("-")[0] != primary,
        "direction": direction,
        "size_words": size_words,
        **more,
    }
