"""What opens a part beneath the story: a heading, a label with an address, an end mark, a telling line."""

from __future__ import annotations

import re

from pressrelease.anatomy.furniture import (
    ARTICLE,
    ASSET,
    COPYRIGHT,
    DESK,
    END,
    MORE,
    SEPARATOR,
    URL,
    is_mark,
    origin,
)
from pressrelease.anatomy.headings import heading_kind, notice_kind
from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.covering import is_closing
from pressrelease.formats.text.text_read.draft import Draft
from pressrelease.formats.text.text_read.lines import Chunk
from pressrelease.markup.parts import organisation
from pressrelease.markup.points import points

INLINE = re.compile(r"([^\W\d_][^:\n]{1,110}?):[ \t]+(?=\S)")
_STRICT = re.compile(
    r"(?:impressum|imprint|disclaimer|haftungsausschluss|verantwortlich|v\. ?i\. ?s\. ?d\. ?p|visdp|"
    r"responsible (?:for|according|under|editor)|editorial responsibility|"
    r"herausgeber|exemption from|exclusion of|forward[- ]looking|safe harbou?r|clause de non|directeur de "
    r"la publication|responsabile|medieninhaber|"
    r"hinweis|note to|notes? (?:to|for)|anmerkung|nota |noot |redaktioneller|aviso legal|mentions légales|"
    r"responsable de|verantwoordelijk)",
    re.I,
)
KEYWORDS = re.compile(
    r"(?:Keywords|Tags|Schlagw[öo]rter|Stichw[öo]rter|Mots[- ]clés|Palabras clave|Parole chiave|"
    r"Trefwoorden):? *",
    re.I,
)
_LABELLED = re.compile(r"([^\n]{2,80}?:)([ \t]*)(https?://\S+)")
_SENTENCE_END = re.compile(r"[.!?][\"”“»)']?$")
SIGNATURE = re.compile(r"-- ?")


class Openers:
    """Judge the chunks of a text: which of them open a part of its tail."""

    def __init__(self, draft: Draft, chunks: list[Chunk]) -> None:
        self.draft = draft
        self.chunks = chunks
        self.at = 0
        self.inside = False
        """Whether the story is over: from there on any line that ends in a colon is a heading."""
        self.quiet = False
        """Whether an address by itself belongs to the heading above it."""

    def opens(self, at: int) -> bool:
        """Return whether the chunk at `at` opens a part of the tail."""
        chunk = self.chunks[at]
        line = chunk.first
        if SIGNATURE.fullmatch(chunk.lines[0]) or self.closes(at):
            return True
        if len(line) <= 60 and END.fullmatch(line) and len(chunk.lines) == 1:
            return not (SEPARATOR.fullmatch(line) and self.prose(at + 1))
        if SEPARATOR.fullmatch(line) and at + 1 < len(self.chunks):
            following = self.chunks[at + 1]
            return SEPARATOR.fullmatch(following.first) is None and self.opens(at + 1)
        if len(chunk.lines) == 1 and ((origin(line) and len(line) < 260) or ASSET.fullmatch(line)):
            return True
        if (
            COPYRIGHT.match(line)
            and len(chunk.text) <= 240
            and ("©" in line or re.search(r"\d{4}|reserved|vorbehalten", line))
        ):
            return True
        if KEYWORDS.match(line) and ":" in line:
            return True
        if at == len(self.chunks) - 1 and DESK.fullmatch(chunk.text):
            return True
        if self.heading(at) is not None:
            return True
        url = self.url_at(at)
        return url is not None and not self.goes_on(at + (2 if url[0] and url[2] > 0 else 1))

    def closes(self, at: int) -> bool:
        """Return whether the closing of a mail stands at `at`: at the end, and only where its head did too."""
        return bool(self.draft.mail) and at >= len(self.chunks) - 3 and is_closing(self.chunks[at])

    def goes_on(self, at: int) -> bool:
        """Return whether a sentence of the story stands at `at`, further addresses passed over."""
        if self.inside:
            return False
        for place in range(at, min(at + 6, len(self.chunks))):
            text = self.chunks[place].text
            if URL.fullmatch(text):
                continue
            long = len(text) > 100 or (len(text.split()) >= 8 and _SENTENCE_END.search(text) is not None)
            own = notice_kind(text[:80]) or points(text[:600]) or COPYRIGHT.match(text) or is_mark(text)
            return long and not own and self.heading(place) is None
        return False

    def prose(self, at: int) -> bool:
        """Return whether the story goes on at `at`: stars or a line of hyphens before it are a rule, not its end."""
        if self.inside or at >= len(self.chunks):
            return False
        return len(self.chunks[at].text) > 100 and not self.opens(at)

    def url_at(self, at: int) -> tuple[str, str, int] | None:
        """Return label, address and label gap where a web address stands at `at`, alone, beneath or beside a label."""
        chunk = self.chunks[at]
        alone = URL.fullmatch(chunk.text)
        if alone and len(chunk.lines) == 1:
            return ("", chunk.text, 2) if not self.quiet else None
        if len(chunk.lines) != 1:
            return None
        label = _LABELLED.fullmatch(chunk.first)
        if label and URL.fullmatch(label[3]) and not ASSET.fullmatch(chunk.first) and not origin(chunk.first):
            telling = ARTICLE.search(label[1]) or self.inside
            if telling and self.is_address_label(label[1]):
                return label[1], label[3], 0 if label[2] else -1
        labels = chunk.first.endswith(":") or (len(chunk.first.split()) <= 5 and ARTICLE.search(chunk.first))
        if labels and len(chunk.first) <= 100 and at + 1 < len(self.chunks):
            below = self.chunks[at + 1]
            if URL.fullmatch(below.text) and len(below.lines) == 1 and self.is_address_label(chunk.first):
                return chunk.first, below.text, below.gap
        return None

    def is_address_label(self, label: str) -> bool:
        """Return whether an address beneath `label` is one to read more at, not somebody's to ask."""
        return MORE.fullmatch(label.rstrip(": ")) is not None or heading_kind(label, colon=True) != "contact"

    def heading(self, at: int) -> tuple[str, str, int, str] | None:
        """Return kind, heading, label gap and the rest of its line where a part with a heading opens at `at`."""
        chunk = self.chunks[at]
        line = chunk.first
        colon = line.endswith(":")
        below = len(chunk.lines) > 1 or at + 1 < len(self.chunks)
        if below and (colon or len(line) <= 110):
            plain = (
                self.inside
                and len(chunk.lines) == 1
                and ":" not in line
                and len(line.split()) <= 8
                and not line.endswith((".", "!"))
            )
            kind = heading_kind(line, colon=colon or plain, language=self.draft.language)
            if kind and not (kind == "contact" and self.url_at(at)):
                gap = 1 if len(chunk.lines) > 1 else self.chunks[at + 1].gap
                return kind, line, gap, ""
        if self.inside and below and colon and len(line) <= 110 and len(line.split()) <= 14:
            return "other", line, 1 if len(chunk.lines) > 1 else self.chunks[at + 1].gap, ""
        inline = INLINE.match(line)
        if inline is None:
            return None
        label = inline.group(1)
        kind = (
            heading_kind(label + ":", colon=True, language=self.draft.language)
            if len(label.split()) <= 14
            else ""
        )
        if kind in ("boilerplate", "contact", "note-to-editors") or (
            kind and (self.inside or _STRICT.match(label))
        ):
            return kind, label + ":", 0, line[inline.end() :]
        if kind == "provider" and len(chunk.text) < 600 and self.names_imprint(chunk, line[inline.end() :]):
            return kind, label + ":", 0, line[inline.end() :]
        # A part does not open by a word and a colon right beneath a heading: that is how its own text begins.
        named = self.inside and not self.quiet and label.count("(") == label.count(")")
        if named and len(label.split()) <= 5 and not points(line[: inline.end()]):
            return "other", label + ":", 0, line[inline.end() :]
        return None

    def names_imprint(self, chunk: Chunk, rest: str) -> bool:
        """Return whether an organisation with its address stands beside a label."""
        made = organisation("\n".join((rest, *map(one_line, chunk.lines[1:]))))
        return made is not None and made.address is not None
