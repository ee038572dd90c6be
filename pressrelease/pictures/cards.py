"""The card of a release: what a network or a messenger shows where somebody links to its page.

A rule in the house's colour, the topic, the headline as large as it fits, and beneath a hairline who says it, where and
when. Right-to-left languages mirror it.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressrelease.characters import one_line
from pressrelease.findings import Finding
from pressrelease.newsroom import Look
from pressrelease.pictures.faces import Face, Faces, faces
from pressrelease.pictures.lines import broken, shortened
from pressrelease.pictures.opening import SVG, decoding, library, media_type, opened
from pressrelease.pictures.pen import Pen
from pressrelease.pictures.stacks import script_of
from pressrelease.theme import direction, palettes

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH, HEIGHT = 1200, 630
"""What Facebook, LinkedIn, X, Slack and WhatsApp show whole."""
MARGIN = 80
ACROSS = WIDTH - 2 * MARGIN
SIZES = (120, 108, 96, 88, 80, 72, 64, 58, 52, 46, 42)
"""Of the headline: the largest in which it fits."""
LINES = 4
"""The most that a headline takes in any size but the smallest."""
LEADING = {"latin": 1.12, "hebrew": 1.15, "arabic": 1.42}
"""Height of a line by script, in sizes; of the rest, which fill their squares, 1.28."""
RULE, KICKER, FOOT, HAIRLINE, LAST = 72, 138, 506, 524, 587
"""From the top: the rule, the kicker's base line, where a headline ends, the hairline, the last base line."""
LOGO = (360, 60)
"""The largest a logo is drawn."""


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card."""

    headline: str
    kicker: str = ""
    place: str = ""
    date: str = ""
    """In words."""
    house: str = ""
    """Name of the newsroom."""
    logo: bytes | None = None
    """A picture that stands for the name. An SVG is not drawn: the name stands there."""
    accent: str = Look().accent
    language: str = "en"
    """BCP 47."""

    def __post_init__(self) -> None:
        for name in ("headline", "kicker", "place", "date", "house"):
            object.__setattr__(self, name, one_line(getattr(self, name)))

    @property
    def facts(self) -> str:
        """Place and date, on one line."""
        return " · ".join(filter(None, (self.place, self.date)))


def card_faces(it: Card, look: Look | None = None, own: tuple[Path, ...] = ()) -> Faces | Finding:
    """Return the faces that `card` sets `it` in, or a finding where this machine cannot set it right.

    `look` names families, `own` are font files of the house; see `faces`. Raises InvalidFont where one is no font.
    """
    return faces(
        ((it.kicker, "label"), (f"{it.headline}…", "headline"), (it.house, "label"), (it.facts, "fact")),
        it.language,
        look or Look(),
        own,
    )


def card_key(it: Card, found: Faces) -> str:
    """Return a digest of all that the bytes of a card depend on, but for this library's own version."""
    return hashlib.sha256(repr((astuple(it), found.digest)).encode()).hexdigest()


def card(it: Card, found: Faces) -> bytes:
    """Return a PNG of 1200 × 630 pixels. Same card and faces, same bytes.

    Raises InvalidPicture where the logo is a picture that cannot be opened, ImagesMissing without Pillow.
    """
    kicker, headline, house, facts = found.faces
    colours = palettes(it.accent)[0]
    mirrored = direction(it.language) == "rtl"
    pen = Pen((WIDTH, HEIGHT), MARGIN, colours.paper, mirrored=mirrored, language=it.language)
    pen.bar(RULE, 96, 8, colours.accent)
    if kicker:
        text = shortened(it.kicker, lambda words: pen.width(words, kicker.sized(30)) <= ACROSS)
        pen.write(text, kicker.sized(30), KICKER, colours.accent)
    if headline:
        _headline(pen, it, headline, KICKER + 36 if kicker else RULE + 44, colours.ink)
    pen.bar(HAIRLINE, ACROSS, 2, colours.line)
    taken = _facts(pen, it.facts, facts, colours.quiet) if facts else 0
    logo = _logo(it.logo)
    if logo is not None:
        pen.place(logo, (HAIRLINE + HEIGHT - logo.height) // 2)
    elif house:
        _house(pen, it.house, house, ACROSS - taken, colours.ink)
    return pen.png()


def _headline(pen: Pen, it: Card, face: Face, top: int, ink: str) -> None:
    """Write the headline in the largest size in which it fits; cut at a piece where it fits in none."""
    leading = LEADING.get(script_of(it.headline, it.language), 1.28)

    def set_in(size: int, text: str) -> tuple[str, ...]:
        """Return the lines of `text`; none where they are too many, or where a word would be broken that need not."""
        font, smallest = face.sized(size), size == SIZES[-1]
        room = int((FOOT - top) / (size * leading))
        most = room if smallest else min(room, LINES)
        if pen.width(text, font) > most * ACROSS:
            return ()
        lines = broken(text, lambda part: pen.width(part, font), ACROSS, whole=not smallest)
        return lines if len(lines) <= most else ()

    found = next(((size, lines) for size in SIZES if (lines := set_in(size, it.headline))), None)
    if found is None:
        cut = shortened(it.headline, lambda text: bool(set_in(SIZES[-1], text)))
        found = SIZES[-1], set_in(SIZES[-1], cut) or (cut,)
    size, lines = found
    font = face.sized(size)
    first = top + pen.rise(lines[0], font)
    for place, line in enumerate(lines):
        pen.write(line, font, first + round(place * size * leading), ink)


def _facts(pen: Pen, text: str, face: Face, colour: str) -> int:
    """Write place and date at the end of the last line; return how much of it they and the space before them take."""
    font = face.sized(28)
    text = shortened(text, lambda words: pen.width(words, font) <= ACROSS * 0.6)
    pen.write(text, font, LAST, colour, at_end=True)
    return round(pen.width(text, font)) + 48


def _house(pen: Pen, name: str, face: Face, room: float, colour: str) -> None:
    font = face.sized(30)
    if pen.width(name, font) > room:
        font = face.sized(24)
    pen.write(shortened(name, lambda words: pen.width(words, font) <= room), font, LAST, colour)


def _logo(data: bytes | None) -> Image | None:
    """Return a logo as large as there is room for, never larger than it is; None for an SVG, which is not drawn."""
    if not data or media_type(data) == SVG:
        return None
    image = opened(data, "logo")
    with decoding("logo"):
        logo: Image = image.convert("RGBA")
    part = min(1.0, LOGO[0] / logo.width, LOGO[1] / logo.height)
    size = max(1, round(logo.width * part)), max(1, round(logo.height * part))
    return logo.resize(size, library("Image").Resampling.LANCZOS)
