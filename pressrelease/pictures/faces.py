"""The faces of a card: found on the machine by the letters they have, or none, never boxes.

Nothing is downloaded and nothing comes with the library; where a house has faces of its own, its files come first.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding, Where
from pressrelease.newsroom import Look
from pressrelease.pictures.fontfile import Coverage, Font, InvalidFont, coverage, fonts_in, unusable
from pressrelease.pictures.machine import font_files
from pressrelease.pictures.opening import library
from pressrelease.pictures.stacks import Stack, Voice, stack

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_BOXES = frozenset(("LastResort", ".LastResort", "Last Resort", "Last Resort High-Efficiency", "Adobe Blank"))
"""Faces that have every character, and print a box or nothing for it."""
_SHAPED = re.compile("[\u0590-\u109f\u1780-\u18af\u1a00-\u1c4f\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters that run from right to left, join or change places: only a layout engine sets them right."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face that has every letter of the text it was found for."""

    font: Font
    digest: str
    """SHA-256 of its file."""

    def sized(self, size: int) -> FreeTypeFont:
        """Return it ready to draw, `size` pixels high."""
        return _sized(self.font.path, self.font.index, size)


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of the texts of a card, in their order."""

    faces: tuple[Face | None, ...]
    """None for a text of no letters."""
    digest: str
    """Changes with each face's file and with the libraries that draw: part of what the bytes of a card depend on."""


def faces(
    texts: Iterable[tuple[str, Voice]], language: str, look: Look, own: tuple[Path, ...] = ()
) -> Faces | Finding:
    """Return a face for each text, or what keeps this machine from setting one of them right.

    `own` are font files of the house: the first that has all letters of a text sets it. Then come the families that
    `look` names, those that suit the text's script, and any other that has its letters. Fonts are read once in a
    process. Raises InvalidFont where a file of `own` is no font.
    """
    found: list[Face | None] = []
    for text, voice in texts:
        letters = "".join(sorted({c for c in text if _leaves_ink(c)}))
        if _SHAPED.search(letters) and not shapes():
            return UNSHAPED
        face = _face(letters, stack(text, language, voice, look), own) if letters else None
        if letters and face is None:
            return _without_face(letters, own)
        found.append(face)
    return Faces(tuple(found), _digest(found))


def shapes() -> bool:
    """Return whether Pillow has its layout engine: Raqm, which its wheels bring, and FriBiDi, which the system has."""
    return bool(library("features").check("raqm"))


def _leaves_ink(c: str) -> bool:
    return unicodedata.category(c) not in ("Cc", "Cf", "Zs", "Zl", "Zp") and not "\ufe00" <= c <= "\ufe0f"


def _face(letters: str, wanted: Stack, own: tuple[Path, ...]) -> Face | None:
    """Return the first face that has all `letters`: the house's, the machine's, the one that Pillow brings."""
    ranked = (*_house(own), *_ranked(wanted), *_fonts(""))
    font = next((f for f in ranked if not _lacking(letters, f)), None)
    return None if font is None else Face(font, _file_digest(font.path))


def _lacking(letters: str, font: Font) -> str:
    try:
        has = _coverage(font)
    except InvalidFont:
        return letters  # a broken file among those of the system has none; the house's were looked at before
    return "".join(c for c in letters if c not in has)


def _digest(found: Iterable[Face | None]) -> str:
    """Return a digest of the faces' files and of what draws with them."""
    features = library("features")
    told = [
        f"{part} {features.version(part)}" for part in ("pil", "freetype2", "raqm", "fribidi", "harfbuzz")
    ]
    told += [f"{face.digest} {face.font.index}" if face else "" for face in found]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


# --- findings ------------------------------------------------------------------------------------------------------

UNSHAPED = Finding(
    "card-without-shaping",
    "warning",
    "no card: its letters join or run from right to left, and Pillow finds no FriBiDi to order them",
    fix="install FriBiDi: libfribidi0 (Debian), fribidi (Fedora, Homebrew), fribidi.dll on the path (Windows)",
)


def _without_face(letters: str, own: tuple[Path, ...]) -> Finding:
    """Return what is to be said of letters that no face has together: those that the nearest of the faces lacks."""
    fonts = (*_house(own), *_machine_fonts(), *_fonts(""))
    lacking = min((_lacking(letters, font) for font in fonts), key=len)
    return Finding(
        "card-without-face",
        "warning",
        f"no card: no face on this machine has {shown(lacking[:12])} beside the other letters of the text",
        fix="install one that has, such as those of Noto (fonts-noto-core, fonts-noto-cjk on Debian),"
        " or name a file in `card_fonts` under `[theme]`",
    )


# --- what was read once --------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _house(own: tuple[Path, ...]) -> tuple[Font, ...]:
    """Return the faces of the house's files; raise InvalidFont where one cannot be used."""
    found = tuple(font for path in own for font in _fonts(str(path)))
    for font in found:
        _coverage(font)
    return found


@lru_cache(maxsize=1)
def _machine_fonts() -> tuple[Font, ...]:
    found: list[Font] = []
    for path in font_files():
        try:
            found += _fonts(path)
        except InvalidFont:
            continue  # a system's folder of fonts holds other things too
    return tuple(f for f in found if not f.coloured and f.family not in _BOXES)


@lru_cache(maxsize=64)
def _ranked(wanted: Stack) -> tuple[Font, ...]:
    return tuple(sorted(_machine_fonts(), key=wanted.rank))


@cache
def _fonts(path: str) -> tuple[Font, ...]:
    try:
        with _opened(path) as file:
            return fonts_in(file, path)
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise InvalidFont(Problem(problem, Where(path), expected="a font file")) from None


@lru_cache(maxsize=64)
def _coverage(font: Font) -> Coverage:
    """Return the characters of `font`; raise InvalidFont where they cannot be told or drawn."""
    _sized(font.path, font.index, 16)
    with _opened(font.path) as file:
        return coverage(file, font)


@lru_cache(maxsize=64)
def _file_digest(path: str) -> str:
    with _opened(path) as file:
        return hashlib.sha256(file.read()).hexdigest()


@lru_cache(maxsize=256)
def _sized(path: str, index: int, size: int) -> FreeTypeFont:
    fonts = library("ImageFont")
    try:
        font: FreeTypeFont = fonts.truetype(path or _opened(""), size, index=index)
    except OSError as error:
        raise unusable(path, error) from None
    return font


def _opened(path: str) -> BinaryIO:
    """Open a font file; that of the face which Pillow brings where there is no path."""
    return open(path, "rb") if path else io.BytesIO(library("ImageFont").load_default(10).font_bytes)
