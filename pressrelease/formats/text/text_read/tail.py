"""What stands beneath the story: addresses, boilerplates, contacts, notices, imprint, each with its heading."""

from __future__ import annotations

import re
from typing import cast

from pressrelease.anatomy.furniture import ASSET, COPYRIGHT, DESK, END, SEPARATOR, origin
from pressrelease.anatomy.headings import notice_kind
from pressrelease.anatomy.notices import label_end, responsibility, worded
from pressrelease.characters import one_line
from pressrelease.formats.text.text_read.blocks import merged, story_pieces
from pressrelease.formats.text.text_read.contacts import Contacts, named
from pressrelease.formats.text.text_read.covering import closing
from pressrelease.formats.text.text_read.draft import text_pieces
from pressrelease.formats.text.text_read.framing import furniture
from pressrelease.formats.text.text_read.lines import Chunk, Piece, is_wrapped
from pressrelease.formats.text.text_read.openers import INLINE, KEYWORDS, SIGNATURE, Openers
from pressrelease.markup.parts import contact, organisation
from pressrelease.markup.points import points
from pressrelease.model import (
    Asset,
    Boilerplate,
    InvalidRelease,
    Notice,
    NoticeKind,
    Organisation,
    Related,
    Rendition,
    Rights,
)
from pressrelease.story import InvalidStory, Story, address


class Tail(Openers):
    """The chunks beneath the story, read one part at a time."""

    def read(self, start: int) -> None:
        """Read every chunk from `start` on."""
        self.at = start
        self.inside = True
        while self.at < len(self.chunks):
            self.part()

    def part(self) -> None:
        """Read one part and step behind it."""
        chunk = self.chunks[self.at]
        if SIGNATURE.fullmatch(chunk.lines[0]):
            self.signature()
            return
        closed = closing(self.draft, self.chunks, self.at)
        if closed:
            self.at += closed
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
        """Leave a mail's signature, and all beneath it, to the leftovers."""
        self.draft.leave_out("a signature", self.chunks[self.at :])
        self.at = len(self.chunks)

    def url(self, chunk: Chunk, label: str, found: str, label_gap: int) -> bool:
        """Take a web address: the first is the release's own."""
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
        self.at += 2 if label and label_gap > 0 else 1
        return True

    def single(self, chunk: Chunk) -> bool:
        """Take a line that is a part by itself: origin, picture, copyright, keywords."""
        draft, line = self.draft, chunk.text
        source = origin(line) if len(line) < 700 else {}
        if source:
            draft.notices.append(Notice(kind="origin", **source))
            draft.slot(f"notices.{len(draft.notices) - 1}", chunk.gap)
            return True
        if self.at == len(self.chunks) - 1 and DESK.fullmatch(line):
            draft.mark(chunk)
            return True
        asset = ASSET.fullmatch(line) if len(chunk.lines) == 1 else None
        if asset:
            return self.asset(chunk, asset)
        if (
            COPYRIGHT.match(line)
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
        tags = KEYWORDS.match(line)
        if tags and ":" in tags.group() and len(chunk.lines) == 1 and "keywords" not in draft.values:
            found = tuple(filter(None, map(one_line, line[tags.end() :].split(","))))
            if found:
                draft.values["keywords"] = found
                draft.slot("keywords", chunk.gap, label=tags.group().strip(), label_gap=0)
                return True
        return False

    def asset(self, chunk: Chunk, match: re.Match[str]) -> bool:
        """Take a picture, film or sound named by its address."""
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
            opens = self.opens(self.at) or SEPARATOR.fullmatch(following.text) is not None
            self.quiet = False
            if opens:
                break
            found.append(following)
            self.at += 1
        return found

    def section(self, chunk: Chunk, kind: str, heading: str, label_gap: int, rest: str) -> None:
        """Take a part with a heading."""
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
            for late in Contacts(self.draft).read(chunk, heading, label_gap, content):
                self.loose(late, step=False)
        elif kind == "other" and self.house(content) and self.provider(chunk, heading, label_gap, content):
            return
        elif not (kind == "provider" and self.provider(chunk, heading, label_gap, content)) and not (
            kind == "other" and Contacts(self.draft).reached(chunk, heading, label_gap, content)
        ):
            self.notice(chunk, kind, heading, label_gap, content)

    def content(self, kind: str, chunk: Chunk, rest: str) -> list[Chunk]:
        """Return the chunks of a part; a line with a label beneath a heading of its kind belongs to it."""
        if kind != "editorial-responsibility" or rest:
            return self.body(chunk, rest)
        # The line that names the law also has a label and a colon: it is this heading's own.
        following = (
            self.chunks[self.at + 1] if len(chunk.lines) == 1 and self.at + 1 < len(self.chunks) else None
        )
        if following is None or self.heading(self.at + 1) is None or not INLINE.match(following.text):
            return self.body(chunk, rest)
        inner = self.heading(self.at + 1)
        if inner is None or inner[0] not in ("editorial-responsibility", "other") or inner[2] > 1:
            return self.body(chunk, rest)
        self.at += 1
        more = self.body(Chunk(following.lines[:1], following.gap, following.number), "")
        return [following, *more]

    def boilerplate(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> None:
        """Take what an organisation says about itself."""
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

    def house(self, content: list[Chunk]) -> bool:
        """Return whether what stands beneath an unknown heading is a registered house with its address: an imprint."""
        if len(content) != 1 or len(content[0].text) > 600:
            return False
        lines = content[0].lines
        made = organisation(content[0].text if is_wrapped(lines) else "\n".join(map(one_line, lines)))
        return made is not None and bool(made.legal_name) and made.address is not None

    def provider(self, chunk: Chunk, heading: str, label_gap: int, content: list[Chunk]) -> bool:
        """Take an imprint: as many of its lines as make an organisation; what is left says who answers."""
        if "provider" in self.draft.values or not content:
            return False
        if len(content) == 1 and is_wrapped(content[0].lines):
            made = organisation(content[0].text)
            if made is not None and made.address is not None:
                self.draft.values["provider"] = made
                pieces = [piece for _, piece in text_pieces(content, f"{heading} " if label_gap == 0 else "")]
                self.add(Notice(kind="provider", heading=heading), pieces, chunk.gap, label_gap)
                return True
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
        if not _imprint(made) and (len(lines) > 1 or len(text.split()) > 8):
            return False
        self.draft.values["provider"] = made
        self.add(Notice(kind="provider", heading=heading), [], chunk.gap, label_gap)
        for line, gap in lines[count:]:
            rest = Chunk((line,), gap, content[-1].number)
            self.loose(rest, step=False)
        return True

    def notice(self, chunk: Chunk, kind: str, heading: str, label_gap: int, content: list[Chunk]) -> None:
        """Take a notice: who answers, or words. A heading with nothing beneath is no more than a mark."""
        if not content:
            self.draft.mark(chunk)
            return
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
        self.add(worded(kind, heading, paragraphs, self.draft.responsible), pieces, chunk.gap, label_gap)

    def add(self, notice: Notice, pieces: list[Piece], gap: int, label_gap: int) -> None:
        """Keep a notice and where it stands."""
        self.draft.notices.append(notice)
        if notice.kind == "editorial-responsibility" and self.draft.responsible is None:
            self.draft.responsible = notice
        self.draft.run_slots(f"notices.{len(self.draft.notices) - 1}", pieces, label_gap, gap)

    def loose(self, chunk: Chunk, step: bool = True) -> None:
        """Take a paragraph without a heading: whom it names, who answers, or words of no known kind."""
        if step:
            self.at += 1
        text = "\n".join(map(one_line, chunk.lines))
        if points(text) and len(text) < 600:
            made = contact(text, note=False)
            if made is not None and named(made):
                Contacts(self.draft).keep(made, chunk.gap, 2)
                return
        found = text_pieces([chunk])
        paragraphs = [t for t, _ in found]
        labelled = INLINE.match(paragraphs[0]) if len(paragraphs) == 1 and len(paragraphs[0]) < 200 else None
        kind: NoticeKind = "other"
        if labelled:
            kind = (
                "editorial-responsibility"
                if notice_kind(labelled.group(1)) == "editorial-responsibility"
                else "other"
            )
            made_notice = responsibility(paragraphs[0], "", kind)
            if made_notice is not None:
                self.add(made_notice, [p for _, p in found], chunk.gap, 2)
                return
        told = notice_kind(paragraphs[0][:80]) if len(paragraphs) == 1 else ""
        if not told and self.is_about(chunk):
            self.boilerplate(chunk, "", 2, [chunk])
            return
        guess = (
            told
            if told in ("forward-looking", "inside-information", "data-mining", "ai-disclosure")
            else "other"
        )
        self.add(worded(guess, "", paragraphs, self.draft.responsible), [p for _, p in found], chunk.gap, 2)

    def is_about(self, chunk: Chunk) -> bool:
        """Return whether a paragraph right behind the mark of the end is what a house says about itself."""
        last = self.draft.slots[-1] if self.draft.slots else None
        ended = last is not None and last.what == "mark" and END.fullmatch(last.label) is not None
        return ended and len(chunk.text) > 60 and chunk.text.endswith(".")


def _imprint(made: Organisation) -> bool:
    return bool(made.address or made.phones or made.emails or made.web)
