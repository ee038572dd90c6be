"""What stands beneath the story: addresses, boilerplates, contacts, notices, imprint, each with its heading."""

from __future__ import annotations

import re
from typing import cast

from pressrelease.characters import one_line
from pressrelease.formats.text.text_read import furniture as words
from pressrelease.formats.text.text_read.blocks import merged, story_pieces
from pressrelease.formats.text.text_read.draft import Draft, text_pieces
from pressrelease.formats.text.text_read.head import furniture
from pressrelease.formats.text.text_read.lines import Chunk, Piece
from pressrelease.formats.text.text_read.notices import label_end, responsibility, worded
from pressrelease.markup.parts import contact, organisation
from pressrelease.markup.points import points
from pressrelease.model import (
    Asset,
    Boilerplate,
    Contact,
    InvalidRelease,
    Notice,
    NoticeKind,
    Organisation,
    Related,
    Rendition,
    Rights,
)
from pressrelease.story import InvalidStory, Story, address

_INLINE = re.compile(r"([^\W\d_][^:\n]{1,110}?):[ \t]+(?=\S)")
_STRICT = re.compile(
    r"(?:impressum|imprint|disclaimer|haftungsausschluss|verantwortlich|v\. ?i\. ?s\. ?d\. ?p|visdp|"
    r"responsible (?:for|according|under|editor)|editorial responsibility|"
    r"herausgeber|exemption from|exclusion of|forward[- ]looking|safe harbou?r|clause de non|directeur de "
    r"la publication|responsabile|medieninhaber|"
    r"hinweis|note to|notes? (?:to|for)|anmerkung|nota |noot |redaktioneller|aviso legal|mentions légales|"
    r"responsable de|verantwoordelijk)",
    re.I,
)
_KEYWORDS = re.compile(
    r"(?:Keywords|Tags|Schlagw[öo]rter|Stichw[öo]rter|Mots[- ]clés|Palabras clave|Parole chiave|"
    r"Trefwoorden):? *",
    re.I,
)
_SIGNATURE = re.compile(r"-- ?")


class Tail:
    """The chunks beneath the story, read one part at a time."""

    def __init__(self, draft: Draft, chunks: list[Chunk]) -> None:
        self.draft = draft
        self.chunks = chunks
        self.at = 0
        self.inside = False
        """Whether the story is over: from there on any line that ends in a colon is a heading."""
        self.quiet = False

    # --- what opens a part ---------------------------------------------------------------------------------------

    def opens(self, at: int) -> bool:
        """Return whether the chunk at `at` opens a part of the tail."""
        chunk = self.chunks[at]
        line = chunk.first
        if _SIGNATURE.fullmatch(chunk.lines[0]):
            return True
        if len(line) <= 60 and words.END.fullmatch(line) and len(chunk.lines) == 1:
            return not (words.SEPARATOR.fullmatch(line) and self.prose(at + 1))
        if words.SEPARATOR.fullmatch(line) and at + 1 < len(self.chunks):
            following = self.chunks[at + 1]
            return words.SEPARATOR.fullmatch(following.first) is None and self.opens(at + 1)
        if len(chunk.lines) == 1 and (
            (words.origin(line) and len(line) < 260) or words.ASSET.fullmatch(line)
        ):
            return True
        if (
            words.COPYRIGHT.match(line)
            and len(chunk.text) <= 240
            and ("©" in line or re.search(r"\d{4}|reserved|vorbehalten", line))
        ):
            return True
        if _KEYWORDS.match(line) and ":" in line:
            return True
        return self.url_at(at) is not None or self.heading(at) is not None

    def prose(self, at: int) -> bool:
        """Return whether the story goes on at `at`: stars or a line of hyphens before it are a rule, not its end."""
        if self.inside or at >= len(self.chunks):
            return False
        return len(self.chunks[at].text) > 100 and not self.opens(at)

    def url_at(self, at: int) -> tuple[str, str, int] | None:
        """Return label, address and label gap where a web address stands at `at`, alone or beneath or beside a label."""
        chunk = self.chunks[at]
        alone = words.URL.fullmatch(chunk.text)
        if alone and len(chunk.lines) == 1:
            return ("", chunk.text, 2) if not self.quiet else None
        if len(chunk.lines) != 1:
            return None
        label = re.compile(r"([^\n]{2,80}?:)[ \t]+(https?://\S+)").fullmatch(chunk.first)
        if (
            label
            and words.URL.fullmatch(label.group(2))
            and not words.ASSET.fullmatch(chunk.first)
            and not words.origin(chunk.first)
        ):
            named = words.heading_kind(label.group(1), colon=True)
            if named not in ("contact",) and (words.ARTICLE.search(label.group(1)) or self.inside):
                return label.group(1), label.group(2), 0
        if chunk.first.endswith(":") and len(chunk.first) <= 100 and at + 1 < len(self.chunks):
            below = self.chunks[at + 1]
            if (
                words.URL.fullmatch(below.text)
                and len(below.lines) == 1
                and words.heading_kind(chunk.first, colon=True) != "contact"
            ):
                return chunk.first, below.text, below.gap
        return None

    def heading(self, at: int) -> tuple[str, str, int, str] | None:
        """Return kind, heading, label gap and the rest of its line where a part with a heading opens at `at`."""
        chunk = self.chunks[at]
        line = chunk.first
        colon = line.endswith(":")
        below = len(chunk.lines) > 1 or at + 1 < len(self.chunks)
        if below and (colon or len(line) <= 110):
            kind = words.heading_kind(line, colon=colon)
            if kind == "boilerplate" and not self._about(line):
                kind = ""
            if kind:
                gap = 1 if len(chunk.lines) > 1 else self.chunks[at + 1].gap
                return kind, line, gap, ""
        if self.inside and below and colon and len(line) <= 110 and len(line.split()) <= 14:
            return "other", line, 1 if len(chunk.lines) > 1 else self.chunks[at + 1].gap, ""
        inline = _INLINE.match(line)
        if inline is None:
            return None
        label = inline.group(1)
        kind = words.heading_kind(label, colon=True) if len(label.split()) <= 14 else ""
        if kind == "boilerplate" and not self._about(label):
            kind = ""
        if kind in ("boilerplate", "contact", "note-to-editors") or (
            kind and (self.inside or _STRICT.match(label))
        ):
            return kind, label + ":", 0, line[inline.end() :]
        if kind == "provider" and len(chunk.text) < 600 and self.names_imprint(chunk, line[inline.end() :]):
            return kind, label + ":", 0, line[inline.end() :]
        if self.inside and len(label.split()) <= 5 and not points(line[: inline.end()]):
            return "other", label + ":", 0, line[inline.end() :]
        return None

    def names_imprint(self, chunk: Chunk, rest: str) -> bool:
        """Return whether an organisation with its address stands beside a label."""
        made = organisation("\n".join((rest, *map(one_line, chunk.lines[1:]))))
        return made is not None and made.address is not None

    def _about(self, line: str) -> bool:
        """Return whether a heading that begins like `About` is one in this language, and names somebody."""
        bare = line.rstrip(":").strip()
        language = self.draft.language.split("-")[0]
        if re.match(r"Over ", bare) and language != "nl":
            return False
        if re.match(r"Sobre ", bare) and language not in ("es", "pt"):
            return False
        named = re.match(r"(?:About|ABOUT|Über|ÜBER|Over|Sobre)(?: d(?:ie|as|en)| the)? (.)", bare)
        return named is None or named.group(1).isupper() or (named.group(1).isdigit() and line.endswith(":"))

    # --- reading -------------------------------------------------------------------------------------------------

    def read(self, start: int) -> None:
        """Read every chunk from `start` on."""
        self.at = start
        self.inside = True
        while self.at < len(self.chunks):
            self.part()

    def part(self) -> None:
        """Read one part and step behind it."""
        chunk = self.chunks[self.at]
        if _SIGNATURE.fullmatch(chunk.lines[0]):
            self.signature()
            return
        url = self.url_at(self.at)
        if url is not None and self.url(chunk, *url):
            return
        if self.single(chunk) or furniture(self.draft, chunk):
            self.at += 1
            return
        found = self.heading(self.at)
        if found is None:
            self.loose(chunk)
            return
        self.section(chunk, *found)

    def signature(self) -> None:
        for chunk in self.chunks[self.at :]:
            self.draft.leftovers.append("\n".join(map(one_line, chunk.lines)))
        self.draft.tell(
            "mail-signature", "info", "a mail signature was left out", self.chunks[self.at].number
        )
        self.at = len(self.chunks)

    def url(self, chunk: Chunk, label: str, found: str, label_gap: int) -> bool:
        bare = found.removeprefix("<").removesuffix(">")
        try:
            if address(bare) != found:
                return False
            if "url" not in self.draft.values:
                self.draft.values["url"] = found
                path = "url"
            else:
                self.draft.related.append(Related(href=found))
                path = f"related.{len(self.draft.related) - 1}"
        except (InvalidStory, InvalidRelease):
            return False
        self.draft.slot(path, chunk.gap, label=label, label_gap=min(label_gap, 99))
        self.at += 2 if label and label_gap else 1
        return True

    def single(self, chunk: Chunk) -> bool:
        """Take a line that is a part by itself: origin, picture, copyright, keywords."""
        draft, line = self.draft, chunk.text
        source = words.origin(line) if len(line) < 700 else {}
        if source:
            draft.notices.append(Notice(kind="origin", **source))
            draft.slot(f"notices.{len(draft.notices) - 1}", chunk.gap)
            return True
        asset = words.ASSET.fullmatch(line) if len(chunk.lines) == 1 else None
        if asset:
            return self.asset(chunk, asset)
        if (
            words.COPYRIGHT.match(line)
            and len(line) <= 240
            and "rights" not in draft.values
            and self.heading(self.at) is None
        ):
            draft.values["rights"] = Rights(notice=line)
            pieces = [p for _, p in text_pieces([chunk])]
            draft.slot(
                "rights", chunk.gap, wrap=pieces[0].width[0] if len(pieces) == 1 and pieces[0].width else 0
            )
            return True
        tags = _KEYWORDS.match(line)
        if tags and ":" in tags.group() and len(chunk.lines) == 1 and "keywords" not in draft.values:
            found = tuple(filter(None, map(one_line, line[tags.end() :].split(","))))
            if found:
                draft.values["keywords"] = found
                draft.slot("keywords", chunk.gap, label=tags.group().strip(), label_gap=0)
                return True
        return False

    def asset(self, chunk: Chunk, match: re.Match[str]) -> bool:
        role = match.group("role").lower()
        kind = (
            "logo"
            if role.startswith("logo")
            else "video"
            if role.startswith("video")
            else "audio"
            if role == "audio"
            else "main"
        )
        try:
            made = Asset(renditions=(Rendition(href=match.group("href")),), role=kind)
        except InvalidRelease:
            return False
        if made.renditions[0].href != match.group("href"):
            return False
        self.draft.assets.append(made)
        label = one_line(chunk.first[: match.start("href")])
        self.draft.slot(f"assets.{len(self.draft.assets) - 1}", chunk.gap, label=label, label_gap=0)
        return True

    def body(self, chunk: Chunk, rest: str) -> list[Chunk]:
        """Return the chunks of the part that opens with `chunk`: what stands beside and beneath its heading."""
        found: list[Chunk] = []
        if rest:
            found.append(Chunk((rest, *chunk.lines[1:]), 0, chunk.number))
        elif len(chunk.lines) > 1:
            found.append(chunk.parted(1)[1])
        self.at += 1
        while self.at < len(self.chunks):
            following = self.chunks[self.at]
            self.quiet = bool(found) is False
            opens = self.opens(self.at) or words.SEPARATOR.fullmatch(following.text) is not None
            self.quiet = False
            if opens:
                break
            found.append(following)
            self.at += 1
        return found

    def section(self, chunk: Chunk, kind: str, heading: str, label_gap: int, rest: str) -> None:
        if (
            kind == "editorial-responsibility"
            and not rest
            and heading != one_line(chunk.text)
            and len(chunk.lines) == 1
        ):
            kind = "other"
        content = self.content(kind, chunk, rest)
        if kind == "boilerplate":
            self.boilerplate(chunk, heading, label_gap, content)
        elif kind == "contact":
            self.contacts(chunk, heading, label_gap, content)
        elif not (kind == "provider" and self.provider(chunk, heading, label_gap, content)) and not (
            kind == "other" and self.reached(chunk, heading, label_gap, content)
        ):
            self.notice(chunk, kind, heading, label_gap, content)

    def content(self, kind: str, chunk: Chunk, rest: str) -> list[Chunk]:
        if kind != "editorial-responsibility" or rest:
            return self.body(chunk, rest)
        # The line that names the law also has a label and a colon: it is this heading's own.
        following = (
            self.chunks[self.at + 1] if len(chunk.lines) == 1 and self.at + 1 < len(self.chunks) else None
        )
        if following is None or self.heading(self.at + 1) is None or not _INLINE.match(following.first):
            return self.body(chunk, rest)
        inner = self.heading(self.at + 1)
        if inner is None or inner[0] not in ("editorial-responsibility", "other") or inner[2]:
            return self.body(chunk, rest)
        self.at += 1
        more = self.body(Chunk(following.lines[:1], following.gap, following.number), "")
        return [following, *more]

    def boilerplate(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> None:
        found = merged([pair for c in content for pair in story_pieces(c)])
        if found and label_gap == 0:
            found[0][1].size += len(heading) + 1
            first = content[0]
            if len(first.lines) > 1:
                found[0][1].width = text_pieces([first], heading + " ")[0][1].width
        draft = self.draft
        draft.boilerplates.append(Boilerplate(heading=heading, story=Story(tuple(b for b, _ in found))))
        path = f"boilerplates.{len(draft.boilerplates) - 1}"
        draft.run_slots(path, [p for _, p in found], label_gap, chunk.gap)

    # --- contacts ------------------------------------------------------------------------------------------------

    def contacts(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> None:
        """Take contacts, each chunk one; a long paragraph without a way to reach anybody ends them."""
        first = True
        at = 0
        while at < len(content):
            block = content[at]
            if not first and len(block.text) > 160 and not points(block.text):
                for late in content[at:]:
                    self.loose(late, step=False)
                break
            text = "\n".join(map(one_line, block.lines))
            made = contact(text)
            if at + 1 < len(content) and made is not None and not _reachable(made):
                below = content[at + 1]
                both = text + "\n" * below.gap + "\n".join(map(one_line, below.lines))
                more = contact(both, note=False)
                if more is not None and _reachable(more) and below.gap < 5:
                    made, at = more, at + 1
            gap, between = (chunk.gap, label_gap) if first else (block.gap, 2)
            if made is not None:
                self.contact(made.changed(heading=heading if first else ""), gap, between)
            else:
                self.lines(block, heading if first else "", gap, between)
            first = False
            at += 1
        if first:
            self.contact(Contact(heading=heading), chunk.gap, label_gap)

    def contact(self, made: Contact, gap: int, label_gap: int) -> None:
        self.draft.contacts.append(made)
        self.draft.slot(f"contacts.{len(self.draft.contacts) - 1}", gap, label_gap=min(label_gap, 99))

    def lines(self, block: Chunk, heading: str, gap: int, label_gap: int) -> None:
        """Take lines that make no one contact: as many as can be together, the rest one by one."""
        at = 0
        while at < len(block.lines):
            for stop in range(min(len(block.lines), at + 8), at, -1):
                text = "\n".join(map(one_line, block.lines[at:stop]))
                made = contact(text, note=stop - at == 1)
                if made is not None:
                    break
            else:
                stop = at + 1
                made = Contact(note=block.lines[at], layout="{note}")
            self.contact(
                made.changed(heading=heading if at == 0 else ""),
                gap if at == 0 else 1,
                label_gap if at == 0 else 2,
            )
            at = stop

    def reached(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> bool:
        """Take a part with an unknown heading as a contact where it names somebody and how to reach them."""
        if len(content) != 1:
            return False
        made = contact("\n".join(map(one_line, content[0].lines)), note=False)
        if (
            made is None
            or not _reachable(made)
            or not (made.name or made.organisation)
            or not (made.emails or made.phones)
        ):
            return False
        self.contact(made.changed(heading=heading), chunk.gap, label_gap)
        return True

    # --- notices -------------------------------------------------------------------------------------------------

    def provider(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> bool:
        """Take an imprint: as many of its lines as make an organisation; what is left says who answers."""
        if "provider" in self.draft.values or not content:
            return False
        lines: list[tuple[str, int]] = []
        for block in content:
            lines += [(one_line(line), block.gap if i == 0 else 1) for i, line in enumerate(block.lines)]
        if len(lines) > 60:
            return False
        for count in range(len(lines), 0, -1):
            text = lines[0][0] + "".join("\n" * gap + line for line, gap in lines[1:count])
            made = organisation(text)
            if made is not None:
                break
        else:
            return False
        if made is None or (not _imprint(made) and len(lines) > 1):
            return False
        if not _imprint(made) and len(text.split()) > 8:
            return False
        self.draft.values["provider"] = made
        self.add(Notice(kind="provider", heading=heading), [], chunk.gap, label_gap)
        for line, gap in lines[count:]:
            rest = Chunk((line,), gap, content[-1].number)
            self.loose(rest, step=False)
        return True

    def notice(self, chunk: Chunk, kind: str, heading: str, label_gap: int, content: list[Chunk]) -> None:
        prefix = f"{heading} " if label_gap == 0 else ""
        found = text_pieces(content, prefix)
        paragraphs = [text for text, _ in found]
        pieces = [piece for _, piece in found]
        if kind == "editorial-responsibility" and paragraphs:
            more = "\n\n".join(paragraphs[1:])
            made = None
            if prefix and not label_end(paragraphs[0]):
                # `Verantwortlich nach § 18 MStV: Ada Byron`: heading and label are one; the label is what it is.
                made = responsibility(prefix + paragraphs[0], "", cast(NoticeKind, kind), more)
                label_gap = 2 if made else 0
            made = made or responsibility(paragraphs[0], heading, cast(NoticeKind, kind), more)
            if made is not None:
                self.add(made, pieces, chunk.gap, label_gap)
                return
        known = next((n for n in self.draft.notices if n.kind == "editorial-responsibility"), None)
        self.add(worded(kind, heading, paragraphs, known), pieces, chunk.gap, label_gap)

    def add(self, notice: Notice, pieces: list[Piece], gap: int, label_gap: int) -> None:
        self.draft.notices.append(notice)
        self.draft.run_slots(f"notices.{len(self.draft.notices) - 1}", pieces, label_gap, gap)

    def loose(self, chunk: Chunk, step: bool = True) -> None:
        """Take a paragraph without a heading: whom it names, who answers, or words of no known kind."""
        if step:
            self.at += 1
        text = "\n".join(map(one_line, chunk.lines))
        if points(text) and len(text) < 600:
            made = contact(text, note=False)
            if made is not None and (made.name or made.organisation) and (made.emails or made.phones):
                self.contact(made, chunk.gap, 2)
                return
        found = text_pieces([chunk])
        paragraphs = [t for t, _ in found]
        labelled = _INLINE.match(paragraphs[0]) if len(paragraphs) == 1 and len(paragraphs[0]) < 200 else None
        kind: NoticeKind = "other"
        if labelled:
            kind = (
                "editorial-responsibility"
                if words.notice_kind(labelled.group(1)) == "editorial-responsibility"
                else "other"
            )
            made_notice = responsibility(paragraphs[0], "", kind)
            if made_notice is not None:
                self.add(made_notice, [p for _, p in found], chunk.gap, 2)
                return
        known = next((n for n in self.draft.notices if n.kind == "editorial-responsibility"), None)
        named = words.notice_kind(paragraphs[0][:80]) if len(paragraphs) == 1 else ""
        guess = (
            named
            if named in ("forward-looking", "inside-information", "data-mining", "ai-disclosure")
            else "other"
        )
        self.add(worded(guess, "", paragraphs, known), [p for _, p in found], chunk.gap, 2)


def _reachable(made: Contact) -> bool:
    return bool(made.phones or made.emails or made.web)


def _imprint(made: Organisation) -> bool:
    return bool(made.address or made.phones or made.emails or made.web)
