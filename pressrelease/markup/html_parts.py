"""What the elements of HTML are to a story, and what their attributes say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, cast
from urllib.parse import urljoin

from pressrelease.characters import cleaned, one_line, settled
from pressrelease.markup.xhtml import attribution_layout
from pressrelease.patterns import filled
from pressrelease.story import Align, Attribution, InvalidStory, address


class Element(Protocol):
    """What is asked of an element, in a tree of HTML (Beautiful Soup's) or of XML (lxml's, see `xml_tags`)."""

    @property
    def name(self) -> str:
        """Its name without a namespace."""

    @property
    def contents(self) -> Sequence[object]:
        """Its texts (strings) and elements."""

    def get(self, key: str, /) -> str | Sequence[str] | None:
        """Return an attribute's value, or None."""

    def has_attr(self, key: str, /) -> bool:
        """Return whether it has that attribute."""

    def get_text(self) -> str:
        """Return all words within it."""


def within(tag: Element) -> Iterator[Element]:
    """Yield the elements within `tag`, a parent before its children."""
    # A walk of our own: Beautiful Soup's first looks for its end, which costs the whole depth each time.
    open_ = [iter(tag.contents)]
    while open_:
        for node in open_[-1]:
            if not isinstance(node, str):
                element = cast(Element, node)
                yield element
                open_.append(iter(element.contents))
                break
        else:
            open_.pop()


INLINE = {
    "b": "strong", "strong": "strong",
    "i": "em", "em": "em", "cite": "em", "dfn": "em", "var": "em",
    "sup": "sup", "sub": "sub",
}  # fmt: skip
"""Elements that become a kind of span."""

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "ul",
        "blockquote",
        "dt",
        "hr",
        "listing",
        "xmp",
        "plaintext",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    ]
)
"""Elements that end the line before and after them."""

SILENT = frozenset(
    [
        "head",
        "title",
        "base",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "col",
        "colgroup",
        "wbr",
        "area",
        "map",
        "rp",
    ]
)
"""Elements without words of the text: nobody misses them."""

DROPPED = {
    **dict.fromkeys(["script", "style", "template", "noscript", "noframes"], "info"),
    **dict.fromkeys(
        [
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "portal",
            "fencedframe",
            "svg",
            "math",
            "canvas",
        ],
        "warning",
    ),
    **dict.fromkeys(
        [
            "input",
            "button",
            "select",
            "textarea",
            "datalist",
            "output",
            "progress",
            "meter",
            "option",
            "keygen",
        ],
        "info",
    ),
}
"""Elements that are left out with all they hold, and how much that matters."""

LAYOUT = frozenset(["table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "form"])
"""What a table holds that only places things."""
_MARKS = {
    "de": "„“‚‘", "cs": "„“‚‘", "sk": "„“‚‘", "sl": "„“‚‘", "bg": "„“‚‘", "is": "„“‚‘", "lt": "„“‚‘",
    "fr": "«»“”", "it": "«»“”", "es": "«»“”", "pt": "«»“”", "ca": "«»“”", "ru": "«»„“", "uk": "«»„“", "el": "«»“”",
    "no": "«»‘’", "nb": "«»‘’", "nn": "«»‘’", "sv": "””’’", "fi": "””’’", "da": "»«›‹", "pl": "„”«»", "hu": "„”»«",
    "ro": "„”«»", "hr": "„”‚’", "ja": "「」『』",
}  # fmt: skip


def marks(language: str, depth: int) -> tuple[str, str]:
    """Return the marks that `<q>` stands for in `language`, within `depth` other quotations."""
    primary, _, region = language.lower().partition("-")
    pairs = "«»‹›" if primary == "de" and region.startswith("ch") else _MARKS.get(primary, "“”‘’")
    pair = pairs[2:] if depth % 2 else pairs[:2]
    opening, closing = pair[0], pair[1]
    return (
        (f"{opening}\u00a0", f"\u00a0{closing}") if primary == "fr" and opening == "«" else (opening, closing)
    )


def attribute(tag: Element, name: str) -> str:
    """Return an attribute's value as one line of legal text; empty where there is none."""
    value = tag.get(name)
    if not value:
        return ""
    return one_line(cleaned(value if isinstance(value, str) else " ".join(value)))


def classes(tag: Element) -> frozenset[str]:
    """Return the classes of an element."""
    value = tag.get("class")
    return frozenset(value.split() if isinstance(value, str) else value or ())


def number(tag: Element, name: str, low: int, high: int, default: int) -> int:
    """Return an attribute as a whole number between `low` and `high`, else `default`."""
    text = attribute(tag, name)
    match = re.match(r"[ ]*([0-9]{1,12})", text) if text else None
    return min(high, int(match.group(1))) if match and int(match.group(1)) >= low else default


def is_hidden(tag: Element) -> bool:
    """Return whether the page does not show the element."""
    if tag.has_attr("hidden"):
        return attribute(tag, "hidden").lower() != "until-found"
    style = attribute(tag, "style")
    return bool(style) and _HIDDEN.search(style) is not None


_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


def is_tiny(tag: Element) -> bool:
    """Return whether a picture is a counting pixel."""
    return any(re.fullmatch(r"[01](?:px)?", attribute(tag, side)) for side in ("width", "height"))


def styled(tag: Element) -> str | None:
    """Return the kind of span that the element's own style makes of it: strong, em, empty for neither, or None."""
    style = attribute(tag, "style").lower()
    if not style:
        return None
    weight = re.search(r"font-weight\s*:\s*([a-z0-9]+)", style)
    if weight:
        if weight.group(1) in ("bold", "bolder", "600", "700", "800", "900"):
            return "strong"
        return ""
    slant = re.search(r"font-style\s*:\s*([a-z]+)", style)
    if slant:
        return "em" if slant.group(1) in ("italic", "oblique") else ""
    return None


def align(tag: Element) -> Align:
    """Return how a cell is set: by class (ours, or a usual one), `align`, or `style`."""
    value = tag.get("class") or ""
    known = value.split() if isinstance(value, str) else value
    found = _ALIGNED.search(" ".join(sorted(known) if len(known) > 1 else known)) if known else None
    word = found.group(1) if found else attribute(tag, "align").lower()
    if not word:
        style = attribute(tag, "style").lower()
        told = re.search(r"text-align\s*:\s*([a-z]+)", style) if style else None
        word = told.group(1) if told else ""
    if word == "left":
        return "left"
    if word == "right":
        return "right"
    return "center" if word in ("center", "middle") else ""


_ALIGNED = re.compile(r"(?:^|\s)(?:align|text|has-text-align|u-text)-?(left|right|center)(?:\s|$)")


def href(value: object, base: str, schemes: tuple[str, ...]) -> str:
    """Return `value` as an address a story may hold, absolute where `base` is given, or an empty string."""
    if not isinstance(value, str):
        return ""
    # As a browser reads it: tabs and line ends within an address are not there (WHATWG URL, 4.4).
    text = _BROKEN.sub("", value).strip(" \f\v\0")
    if not text:
        return ""
    try:
        return address(urljoin(base, text) if base else text, schemes)
    except (InvalidStory, ValueError):
        return ""


_BROKEN = re.compile("[\t\r\n]")


def picture(tag: Element) -> Iterator[str]:
    """Yield where the picture of an `img` may be, the likeliest first: pages that load lazily keep it elsewhere."""
    yield attribute(tag, "src")
    for name in ("data-src", "data-lazy-src", "data-original", "data-orig-file"):
        yield attribute(tag, name)
    for name in ("srcset", "data-srcset"):
        yield attribute(tag, name).split(",")[0].strip().split(" ")[0]


def is_layout(table: Element) -> bool:
    """Return whether a table only places things: it holds tables, headings, quotes or figures."""
    if attribute(table, "role").lower() in ("presentation", "none"):
        return True
    return any(element.name in LAYOUT for element in within(table))


def text_of(node: object) -> str:
    """Return the words of a node: an element's, or a text's own; a comment has none."""
    told = getattr(node, "get_text", None)
    return cast(str, told()) if told is not None else cast(str, node)


def language_of(tag: Element) -> str:
    """Return the language an element declares, or an empty string."""
    return attribute(tag, "lang") or attribute(tag, "xml:lang")


# --- attributions -----------------------------------------------------------------------------------------------

_FIELDS = ("speaker", "role", "organisation")


def attribution(tag: Element, *, printed: bool = True) -> Attribution | None:
    """Return the attribution an element of our own form holds, or None where it is none.

    What is printed is right: where somebody changed the words of the element, its layout follows them.
    """
    inside = [(c, frozenset() if isinstance(c, str) else classes(cast(Element, c))) for c in tag.contents]
    if not tag.has_attr("data-speaker") and not any("speaker" in known for _, known in inside):
        return None
    values = {n: attribute(tag, f"data-{n}") for n in _FIELDS}
    pieces: list[tuple[str, str]] = []
    for child, known in inside if printed else ():
        text = settled(cleaned(text_of(child)))
        name = next((field for field in _FIELDS if field in known), "") if known else ""
        if name and (words := one_line(text)) and values[name] in ("", words):
            values[name] = words
            pieces.append((name, text))
        elif text:
            pieces.append(("", text))
    if not values["speaker"] and not tag.has_attr("data-speaker"):
        return None
    layout = settled(attribution_layout(pieces)).strip(" ")
    told = tag.get("data-layout")
    if isinstance(told, str):
        told = settled(cleaned(told))
        shown = one_line("".join(text for _, text in pieces))
        layout = told if not printed or one_line(filled(told, values)) == shown else layout
    quote = attribute(tag, "data-quote")
    return Attribution(values["speaker"], values["role"], values["organisation"], layout, quote)
