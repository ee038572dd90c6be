"""Which faces a card is set in, by script: the pages' own stacks first, then what systems bring."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pressrelease.newsroom import Look
from pressrelease.pictures.fontfile import Font

Voice = Literal["headline", "label", "fact"]
"""What a text of a card says, and so how it is set."""
_KINDS: dict[Voice, Literal["serif", "sans"]] = {"headline": "serif", "label": "sans", "fact": "sans"}
WEIGHTS: dict[Voice, int] = {"headline": 700, "label": 700, "fact": 400}

_SCRIPTS = (
    ("arabic", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
    ("hebrew", "\u0590-\u05ff\ufb1d-\ufb4f"),
    ("kana", "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d"),
    ("hangul", "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"),
    ("han", "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"),
)
_PATTERNS = tuple((script, re.compile(f"[{ranges}]")) for script, ranges in _SCRIPTS)

_STACKS: dict[tuple[str, str], tuple[str, ...]] = {
    ("latin", "serif"): (
        "Iowan Old Style", "Palatino Linotype", "URW Palladio L", "P052", "Noto Serif", "Georgia", "Source Serif 4",
        "Charter", "Liberation Serif", "Times New Roman", "DejaVu Serif",
    ),
    ("latin", "sans"): (
        "Seravek", "Gill Sans Nova", "Ubuntu", "Calibri", "Source Sans 3", "Noto Sans", "Open Sans", "Segoe UI",
        "Helvetica Neue", "Liberation Sans", "Arial", "DejaVu Sans",
    ),
    ("arabic", "serif"): (
        "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic", "Scheherazade New", "Times New Roman",
    ),
    ("arabic", "sans"): (
        "Noto Sans Arabic", "Noto Kufi Arabic", "Geeza Pro", "Segoe UI", "Tahoma", "DejaVu Sans", "Amiri",
    ),
    ("hebrew", "serif"): ("Noto Serif Hebrew", "Frank Ruehl CLM", "New Peninim MT", "David", "Times New Roman"),
    ("hebrew", "sans"): ("Noto Sans Hebrew", "Arial Hebrew", "Segoe UI", "Arial", "DejaVu Sans"),
    ("kana", "serif"): (
        "Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho", "IPAexMincho",
    ),
    ("kana", "sans"): (
        "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Hiragino Sans", "Yu Gothic", "Meiryo", "IPAexGothic",
    ),
    ("hangul", "serif"): ("Noto Serif CJK KR", "Noto Serif KR", "AppleMyungjo", "NanumMyeongjo", "Batang"),
    ("hangul", "sans"): (
        "Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "NanumGothic", "Malgun Gothic",
    ),
    ("hant", "serif"): ("Noto Serif CJK TC", "Noto Serif TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    ("hant", "sans"): (
        "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei",
    ),
    ("han", "serif"): ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    ("han", "sans"): (
        "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
        "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
    ),
}  # fmt: skip


def script_of(text: str, language: str) -> str:
    """Return the script whose faces `text` needs; that of any word in it that Latin faces lack.

    Han is drawn as its language writes it: `ja`, `ko`, `zh-Hant`, `zh-TW`, `zh-HK`; else as simplified Chinese.
    """
    found = next((script for script, pattern in _PATTERNS if pattern.search(text)), "latin")
    if found != "han":
        return found
    primary, *rest = language.lower().split("-")
    if primary in ("ja", "ko"):
        return {"ja": "kana", "ko": "hangul"}[primary]
    return "hant" if {"hant", "tw", "hk", "mo"} & set(rest) or primary == "yue" else "han"


@dataclass(frozen=True, slots=True)
class Stack:
    """Families that suit a text, best first."""

    names: tuple[str, ...]
    kind: str
    """`serif` or `sans`."""
    weight: int

    def rank(self, font: Font) -> tuple[object, ...]:
        """Return what fonts are ordered by; the same fonts always come in the same order."""
        if font.family in self.names:
            place = self.names.index(font.family)
        else:
            place = len(self.names) + (self.kind not in font.family.lower())
        odd = font.slanted + font.narrow + font.fixed
        away = abs(font.weight - self.weight)
        return place, odd, away, font.family, font.style, font.path, font.index


def stack(text: str, language: str, voice: Voice, look: Look) -> Stack:
    """Return the families for `text`: those that the house names for its pages, then those of the script."""
    kind = _KINDS[voice]
    named = (name.strip(" \"'") for name in getattr(look, kind).split(","))
    return Stack((*filter(None, named), *_STACKS[script_of(text, language), kind]), kind, WEIGHTS[voice])
