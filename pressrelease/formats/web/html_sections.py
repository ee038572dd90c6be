"""An article's blocks taken apart: headline and lines above the text, dateline, and the sections at its end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import cast

from pressrelease.characters import one_line
from pressrelease.datelines import read_lead, read_line
from pressrelease.findings import Finding
from pressrelease.markup.parts import contact
from pressrelease.model import Boilerplate, Contact, Dateline, Embargo, Notice, NoticeKind
from pressrelease.story import (
    CONTAINERS,
    Block,
    Break,
    BulletList,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Span,
    Spans,
    Story,
    Strong,
    Text,
    plain,
    words,
)

_ABOUT = re.compile(
    r"(?:about|über|ueber|à propos d(?:e|u|es)|a propos d(?:e|u|es)|acerca de|sobre|informazioni su|over)\b.{0,100}"
    r"|das unternehmen|unternehmensprofil|company profile|boilerplate|chi siamo|qui sommes-nous",
    re.I,
)
_CONTACT = re.compile(
    r"(?:(?:for )?(?:media|press|news|pr|investor(?: relations)?)[ -]?(?:and investor )?)?"
    r"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))(?: .{0,30})?"
    r"|(?:presse|medien)?-?(?:kontakte?|stelle|ansprechpartner(?:in)?)(?: .{0,30})?"
    r"|rückfragehinweis|(?:bei )?rückfragen(?: .{0,30})?|contacto(?: de)? prensa|contatt[oi](?: stampa)?"
    r"|contacts? (?:presse|médias?|de prensa|stampa)|perscontact|press office|service de presse",
    re.I,
)
_EDITORS = (
    r"notes? (?:to|for) (?:the )?editors?"
    r"|hinweise? (?:an|für) die redaktion(?:en)?|anmerkung.{0,20}redaktion(?:en)?"
)
_NOTES: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    ("note-to-editors", re.compile(_EDITORS, re.I)),
    (
        "forward-looking",
        re.compile(r".{0,40}(?:forward-looking|zukunftsgerichtete|safe harbou?r).{0,60}", re.I),
    ),
    (
        "liability",
        re.compile(r"disclaimer|haftungsausschluss|exemption from liability|haftungshinweis", re.I),
    ),
    ("copyright", re.compile(r"copyright|bildnachweis|bildrechte|urheberrecht", re.I)),
)
_ORIGINS = (
    re.compile(r"SOURCE:? {1,3}(?P<organisation>\S.{0,150})"),
    re.compile(
        r"Original-Content von: (?P<organisation>.{1,150}?), (?P<text>(?:übermittelt durch|transmitted by) .{1,80})"
    ),
    re.compile(r"Original-Content von: (?P<organisation>.{1,150})"),
    re.compile(r"(?P<text>\*{3} ?OTS-ORIGINALTEXT .{1,200}\*{3})"),
)
_END = re.compile(r"\W{0,4}(?:#{1,7}|(?:# ){2,4}#|-{0,3} ?30 ?-{1,3}|(?:end|ende|ends|fin)s?)\W{0,3}", re.I)
_LABEL = re.compile(
    r"\W{0,4}(?:for immediate (?:release|use|publication)|press release|news release|media release|pressemitteilung"
    r"|presseinformation|medienmitteilung|communiqué de presse|nota de prensa|comunicato stampa|persbericht)\W{0,4}",
    re.I,
)
_EMBARGO = re.compile(
    r"\W{0,4}(?:(?:strictly )?embargo(?:ed)?\b|under embargo\b|sperrfrist\b"
    r"|not for (?:release|publication) (?:before|until)\b)",
    re.I,
)
_MARGINAL = 90
"""Letters a line above the text may have that is only a date, a place or a number of minutes to read."""


@dataclass(slots=True)
class Parts:
    """What an article's blocks hold."""

    blocks: list[Block] = field(default_factory=list)
    subheadline: str = ""
    dateline: Dateline | None = None
    embargo: Embargo | None = None
    boilerplates: list[Boilerplate] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def taken_apart(story: Story, headline: str, subheadline: str, language: str) -> Parts:
    """Return the parts of an article whose headline, and line beneath it where known, are these."""
    made = Parts(subheadline=subheadline)
    blocks = [
        b
        for b in story.blocks
        if not isinstance(b, (Paragraph, Heading)) or plain(b).strip("\u00a0\u200b\ufeff ")
    ]
    blocks = _beneath(made, blocks, headline)
    blocks = _labels(made, blocks)
    blocks = _dateline(made, blocks, language)
    made.blocks = _ending(made, blocks)
    while made.blocks and isinstance(made.blocks[-1], Rule):
        made.blocks.pop()
    return made


def same(one: str, other: str) -> bool:
    """Return whether two headlines are the same but for case, punctuation and white space."""
    return _bare(one) == _bare(other) != ""


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _beneath(made: Parts, blocks: list[Block], headline: str) -> list[Block]:
    """Drop the headline and the furniture above it; take the line beneath it."""
    place = next(
        (
            i
            for i, b in enumerate(blocks[:12])
            if isinstance(b, (Heading, Paragraph)) and same(plain(b), headline)
        ),
        -1,
    )
    above = [
        b
        for b in blocks[: max(place, 0)]
        if isinstance(b, Figure) or _EMBARGO.match(plain(b)) or len(plain(b)) > 300
    ]
    blocks = above + blocks[place + 1 :]
    first = next((i for i, b in enumerate(blocks[:4]) if not isinstance(b, Figure)), None)
    if first is None:
        return blocks
    text = one_line(plain(blocks[first]))
    if made.subheadline:
        found = next((i for i, b in enumerate(blocks[:6]) if same(plain(b), made.subheadline)), None)
        return blocks if found is None else blocks[:found] + blocks[found + 1 :]
    heading = blocks[first]
    if (
        place >= 0
        and isinstance(heading, Heading)
        and heading.level <= 3
        and len(text) < 300
        and len(blocks) > first + 1
    ):
        following = blocks[first + 1]
        if not isinstance(following, Heading) and not _ABOUT.fullmatch(text) and heading.level == 2:
            made.subheadline = text
            return blocks[:first] + blocks[first + 1 :]
    return blocks


def _labels(made: Parts, blocks: list[Block]) -> list[Block]:
    """Drop marks such as FOR IMMEDIATE RELEASE; an embargo holds the release, whatever moment its words name."""
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        text = one_line(plain(block)) if place < 6 and isinstance(block, (Paragraph, Heading)) else ""
        if text and _LABEL.fullmatch(text):
            continue
        if text and len(text) < 200 and _EMBARGO.match(text):
            made.embargo = Embargo(printed=text)
            made.findings.append(
                Finding(
                    "embargo-unread",
                    "error",
                    f"the page says {text!r}; the release is held until somebody sets the moment",
                    fix="set `embargo.until`",
                )
            )
            continue
        kept.append(block)
    return kept


def _dateline(made: Parts, blocks: list[Block], language: str) -> list[Block]:
    """Take the dateline off: a line by itself, or the opening of the first long paragraph."""
    for place, block in enumerate(blocks[:6]):
        if not isinstance(block, Paragraph):
            continue
        text = words(block.spans, " ")
        line = read_line(text, language)
        if line is not None:
            made.dateline = line
            return _dateline_lead(made, blocks[:place] + blocks[place + 1 :], place, language, line)
        found = read_lead(text, language)
        if found is not None:
            made.dateline, rest = found
            cut = Paragraph(without(block.spans, len(text) - len(rest)))
            return [*blocks[:place], *([cut] if cut.spans else []), *blocks[place + 1 :]]
        if len(text) > _MARGINAL:
            break
    return blocks


def _dateline_lead(
    made: Parts, blocks: list[Block], place: int, language: str, line: Dateline
) -> list[Block]:
    following = blocks[place] if place < len(blocks) else None
    if isinstance(following, Paragraph):
        text = words(following.spans, " ")
        found = read_lead(text, language, after=line)
        if found is not None:
            made.dateline, rest = found
            blocks[place] = Paragraph(without(following.spans, len(text) - len(rest)))
    return blocks


def without(spans: Spans, count: int) -> Spans:
    """Return `spans` without their first `count` printed characters."""
    out: list[Span] = []
    for span in spans:
        size = len(words((span,), " "))
        if count <= 0:
            out.append(span)
        elif size <= count:
            count -= size
        elif isinstance(span, Text):
            out.append(Text(span.text[count:]))
            count = 0
        elif isinstance(span, CONTAINERS) and not isinstance(span, Quotation):
            inner = without(span.spans, count)
            out.extend(inner if isinstance(span, Strong) and not inner else (_with(span, inner),))
            count = 0
        else:
            out.append(span)
            count = 0
    return tuple(out)


def _with(span: Span, inner: Spans) -> Span:
    return replace(cast(Strong, span), spans=inner)


# --- the end of an article -------------------------------------------------------------------------------------------


def _ending(made: Parts, blocks: list[Block]) -> list[Block]:
    """Take sections with a known heading, marks of the end, and tails that name a source out of the blocks."""
    story: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        heading, rest = _heading(block)
        kind = _kind(heading) if heading and at else ""
        if kind:
            end = next((i for i in range(at + 1, len(blocks)) if _ends(blocks[i], block)), len(blocks))
            body = [*([rest] if rest else []), *blocks[at + 1 : end]]
            if body and _section(made, kind, heading, body):
                at = end
                continue
        if isinstance(block, Paragraph):
            text = one_line(plain(block))
            if at and _END.fullmatch(text):
                at += 1
                continue
            origin = _origin(text)
            if origin is not None and at:
                made.notices.append(origin)
                at += 1
                continue
        story.append(block)
        at += 1
    return story


def _heading(block: Block) -> tuple[str, Paragraph | None]:
    """Return the words that head what follows and the rest of their paragraph: a heading, or bold words on a line."""
    if isinstance(block, Heading):
        return one_line(plain(block)), None
    if not isinstance(block, Paragraph) or not block.spans:
        return "", None
    first = block.spans[0]
    if isinstance(first, Strong):
        heading = one_line(words(first.spans))
        if len(block.spans) == 1:
            return heading, None
        if isinstance(block.spans[1], Break) or heading.endswith(":"):
            rest = Paragraph(block.spans[1:])
            return heading, rest if rest.spans else None
        return "", None
    text = plain(block)
    line, _, more = text.partition("\n")
    if more and (line.endswith(":") or _CONTACT.fullmatch(line.rstrip(": "))) and len(line) < 110:
        return one_line(line), Paragraph(without(block.spans, len(line) + 1))
    return (text, None) if len(text) < 110 and (text.endswith(":") or _is_bare_heading(text)) else ("", None)


def _is_bare_heading(text: str) -> bool:
    return bool(_CONTACT.fullmatch(text)) or bool(
        re.fullmatch(r"(?:About|Über|À propos de) [^.!?]{1,80}", text)
    )


def _kind(heading: str) -> str:
    bare = heading.rstrip(": ").strip("*_#=-–— ")
    if not bare or len(bare) > 110:
        return ""
    if _ABOUT.fullmatch(bare) and not re.search(r"[.!?]\Z", bare):
        return "boilerplate"
    if _CONTACT.fullmatch(bare):
        return "contact"
    return next((kind for kind, known in _NOTES if known.fullmatch(bare)), "")


def _ends(block: Block, opening: Block) -> bool:
    """Return whether `block` ends the section that `opening` heads."""
    if isinstance(block, Rule):
        return True
    if isinstance(block, Heading):
        return not isinstance(opening, Heading) or block.level <= opening.level or bool(_kind(plain(block)))
    if isinstance(block, Paragraph):
        text = one_line(plain(block))
        heading, _ = _heading(block)
        return bool(_kind(heading)) or _END.fullmatch(text) is not None or _origin(text) is not None
    return False


def _section(made: Parts, kind: str, heading: str, body: list[Block]) -> bool:
    """Put a section where it belongs; False where it is not what its heading says."""
    if kind == "boilerplate":
        made.boilerplates.append(Boilerplate(heading=heading, story=Story(tuple(body))))
        return True
    if any(not isinstance(b, (Paragraph, BulletList, NumberedList)) for b in body):
        return False
    texts = [text for block in body for text in _texts(block)]
    if kind == "contact":
        return _contacts(made, heading, texts)
    text = "\n\n".join(texts)
    made.notices.append(Notice(kind=cast(NoticeKind, kind), heading=heading, text=text))
    return True


def _texts(block: Block) -> list[str]:
    if isinstance(block, (BulletList, NumberedList)):
        return ["\n".join(map(plain, item)) for item in block.items]
    return [plain(block)]


def _contacts(made: Parts, heading: str, texts: list[str]) -> bool:
    lines = "\n".join(t for text in texts for t in text.split("\n") if one_line(t))
    together = contact(lines, heading)
    found = (
        [together]
        if together
        else [c for i, t in enumerate(texts) if (c := contact(t, heading if not i else ""))]
    )
    if not found or (not together and len(found) != len(texts)):
        note = one_line(" · ".join(lines.split("\n")))
        if not note or len(note) > 600:
            return False
        found = [Contact(heading=heading, note=note)]
    made.contacts.extend(found)
    return True


def _origin(text: str) -> Notice | None:
    for known in _ORIGINS:
        match = known.fullmatch(text)
        if match:
            values = {k: v for k, v in match.groupdict().items() if v}
            layout, at = "", 0
            for name in sorted(values, key=match.start):
                layout += text[at : match.start(name)] + "{" + name + "}"
                at = match.end(name)
            return Notice(kind="origin", layout=layout + text[at:], **values)
    return None
