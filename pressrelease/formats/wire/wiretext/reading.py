"""The words of a message as a release: what stands above the text, the text, and beneath it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pressrelease.anatomy import taken_apart
from pressrelease.anatomy.embargoes import embargo, is_embargo
from pressrelease.anatomy.language import guessed
from pressrelease.characters import one_line
from pressrelease.datelines import printed, read_lead, read_line
from pressrelease.findings import Finding, Where
from pressrelease.formats.wire.wiretext import facts
from pressrelease.formats.wire.wiretext.blocks import Para, blocks, unfolded
from pressrelease.formats.wire.wiretext.copy import BY
from pressrelease.formats.wire.wiretext.notes import Notes, is_known
from pressrelease.formats.wire.wiretext.numbers import three_letters
from pressrelease.formats.wire.wiretext.states import Step, flag, read_remark
from pressrelease.markup.degrade import degraded
from pressrelease.markup.speech import spoken
from pressrelease.model import Change, Embargo, Release
from pressrelease.story import Story
from pressrelease.wording import LANGUAGES, wording

_BELLS = re.compile(r"\W*(?:eil|urgent|flash|blitz|vorrang|bulletin|priorit\w+)[^a-z]*", re.I)
_PREFIXED = re.compile(r"EMBARGO - ", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s.{1,300}", re.I)
_HOLDER = re.compile(r"(?:©|\([cC]\)) (\d{4}) ([^.;]+)")
_CREDIT = re.compile(r"(?P<place>[^()]{2,90})\((?P<credit>[^()]{2,24})\)(?P<dash> (?:[-–—]|--) )(?=\S)")
_LONGEST_SUBHEADLINE = 240
_ENDED = re.compile(r"(?:[.!?…:;,\"”“»'’)|]|\bhttps?://\S{1,200})$")


@dataclass(slots=True)
class Draft:
    """A release in the making. `remarks` are lines above the text that no field holds."""

    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    step: Step = "new"
    earlier: str = ""
    urgent: bool = False
    change: Change | None = None
    embargo: Embargo | None = None
    version: int = 1
    zone: str = ""
    agencies: tuple[str, ...] = ()
    """Three letters for who sends it, as the header has them."""

    def tell(
        self, code: str, message: str, number: int | None = None, severity: Any = "info", fix: str = ""
    ) -> None:
        """Report something odd at a line."""
        self.findings.append(Finding(code, severity, message, Where(line=number), fix))


@dataclass(slots=True)
class Made:
    """A release made of the text alone, without what its slots say."""

    release: Release
    findings: tuple[Finding, ...]
    leftovers: tuple[str, ...]


def read_head(draft: Draft, lines: Sequence[str], width: int = 0) -> None:
    """Take what stands above the text: the wire's own words, remarks in brackets, headline, byline."""
    rest = []
    taken = ""
    for line in _bracketed(lines):
        if _frames(draft, line):
            taken = line
        else:
            rest.append(line)
    by = next((i for i, line in enumerate(rest) if i and BY.fullmatch(line)), len(rest))
    if by < len(rest):
        byline, *more = unfolded(rest[by:], width, greedy=True)
        draft.values["byline"] = one_line(byline)
        draft.remarks += more
    headline = one_line(" ".join(unfolded(rest[:by], width, greedy=False))) if by else ""
    if not headline and (draft.remarks or taken):
        headline = draft.remarks.pop() if draft.remarks else taken
        draft.tell("no-headline", "no line above the text is a headline; the last one stands for it")
    if headline:
        draft.values["headline"] = headline


def _bracketed(lines: Sequence[str]) -> list[str]:
    """Return lines with those joined that a bracket holds together."""
    settled = [line for line in map(one_line, lines) if line]
    last = max((i for i, line in enumerate(settled) if line.endswith(")")), default=-1)
    found: list[list[str]] = []
    open_ = False
    for i, line in enumerate(settled):
        if open_:
            found[-1].append(line)
        else:
            found.append([line])
            open_ = line.startswith("(") and i < last
        open_ = open_ and not line.endswith(")")
    return [" ".join(parts) for parts in found]


def _frames(draft: Draft, line: str) -> bool:
    """Take a line that is no headline: a flag, an embargo, a remark in brackets."""
    if line.startswith("(") and line.endswith(")"):
        inner = line[1:-1].strip()
        if _BELLS.fullmatch(inner):
            draft.urgent = True
        elif not frames(draft, inner):
            draft.remarks.append(inner)
        return True
    return frames(draft, line)


def frames(draft: Draft, line: str) -> bool:
    """Take a line that says which step of its life a message tells, that it is held, or what changed."""
    key, said = facts.fact(line)
    if key == "earlier_item":
        draft.earlier = said
        return True
    found = flag(line)
    if found is not None:
        draft.step = found.step if draft.step == "new" else draft.step
        draft.earlier = draft.earlier or found.earlier
        draft.version = max(draft.version, found.version)
        return True
    bare = _PREFIXED.sub("", line, count=1)
    if is_embargo(line) or bare != line or _is_endless(line):
        draft.embargo = draft.embargo or _embargo(draft, bare, line)
        return True
    told = read_remark(line)
    if told is not None:
        draft.step = told[0] if draft.step == "new" else draft.step
        draft.change = draft.change if draft.change and not _says(told[1]) else told[1]
    return told is not None


def _says(change: Change) -> bool:
    return bool(change.note or change.wrong or change.right)


def _embargo(draft: Draft, words: str, line: str) -> Embargo:
    if _is_endless(words):
        return Embargo()
    found, told = embargo(words, draft.zone)
    draft.findings += told
    return found.changed(printed=line)


@functools.cache
def _endless() -> frozenset[str]:
    found = set()
    for language in LANGUAGES:
        words = wording(language)("embargoed")
        found |= {words.casefold(), degraded(words, "ascii", language)[0].casefold()}
    return frozenset(found)


def _is_endless(line: str) -> bool:
    return line.casefold() in _endless()


# --- the text --------------------------------------------------------------------------------------------------------


def read_text(draft: Draft, paras: Sequence[Para], notes: Notes) -> None:
    """Take the text: lines that frame it, the line beneath the headline, story, sections, facts at its end."""
    body = _opened(draft, list(paras))
    body, told = _closed(body)
    language = notes.language or guessed("\n".join(p.text for p in body[:60]))
    draft.values["language"] = language
    rights, said = _rights(told)
    draft.values |= {name: value for name, value in facts.values(said).items() if name not in _RIGHTS}
    rights |= {name: value for name, value in facts.values(said).items() if name in _RIGHTS}
    if rights:
        draft.values["rights"] = rights
    body, led = _signed(draft, body, language)
    subheadline = _subheadline(body, language, led)
    if subheadline:
        body = body[1:]
    headline = draft.values.get("headline", "")
    parts = taken_apart(Story(tuple(blocks(body))), headline, "", language, zone=draft.zone)
    draft.findings += parts.findings
    values = parts.values()
    draft.embargo = draft.embargo or values.pop("embargo", None)
    draft.change = draft.change or values.pop("change", None)
    known = ("embargo", "change", *(("dateline",) if "dateline" in draft.values else ()))
    draft.values |= {name: value for name, value in values.items() if name not in known}
    if subheadline:
        draft.values["subheadline"] = subheadline
    story, more = spoken(Story(tuple(parts.blocks)), language)
    draft.findings += more
    draft.values["story"] = story


def _signed(draft: Draft, paras: list[Para], language: str) -> tuple[list[Para], int]:
    """Take a dateline whose credit nobody knows but the header: `Hamburg (EXW) - `, from the agency `exw`.

    Return the paragraphs without it, and which of them it opened (-1: none).
    """
    for at, para in enumerate(paras[:3]):
        match = _CREDIT.match(para.lines[0])
        if match is None or three_letters(match["credit"], language) not in draft.agencies:
            continue
        for usual in ("dpa", "AP"):
            lead = f"{match['place']}({usual}){match['dash']}"
            found = read_lead(f"{lead}Words.", language)
            made = found[0].changed(credit=match["credit"]) if found else None
            if made is not None and printed(made, language).lead == match.group():
                draft.values["dateline"] = made
                rest = (para.lines[0][match.end() :], *para.lines[1:])
                return [*paras[:at], replace(para, lines=rest), *paras[at + 1 :]], at
    return paras, -1


_RIGHTS = ("usage_terms", "licence", "data_mining_policy")


def _opened(draft: Draft, paras: list[Para]) -> list[Para]:
    """Take the lines that frame the text: an embargo, a flag, why it is withdrawn or held."""
    at = 0
    while at < min(len(paras), 8):
        text = paras[at].text
        if len(text) > 600 or not (is_known(text) or frames(draft, text)):
            break
        at += 1
    return paras[at:]


def _closed(paras: list[Para]) -> tuple[list[Para], list[str]]:
    """Part the labelled lines at the end from the text."""
    end = len(paras)
    while end and _is_closing(paras[end - 1].text):
        end -= 1
    return paras[:end], [p.text for p in paras[end:]]


def _is_closing(text: str) -> bool:
    key, said = facts.fact(text)
    known = key in facts.PUBLIC and not facts.unreadable(key, said)
    return known or bool(facts.data_mining(text)) or _COPYRIGHT.fullmatch(text) is not None


def _rights(lines: list[str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    found: dict[str, Any] = {}
    said = []
    for line in lines:
        holder = _HOLDER.fullmatch(line)
        if holder:
            found |= {"year": int(holder.group(1)), "holder": holder.group(2)}
        elif _COPYRIGHT.fullmatch(line):
            found["notice"] = line
        elif facts.data_mining(line):
            found["data_mining"] = facts.data_mining(line)
        else:
            said.append(facts.fact(line))
    return found, said


def _subheadline(paras: list[Para], language: str, led: int) -> str:
    """Return the line beneath the headline: what stands before the dateline, or ends without a full stop."""
    if led == 0 or len(paras) < 2 or len(paras[0].lines) > 2 or len(paras[0].text) > _LONGEST_SUBHEADLINE:
        return ""
    first, second = paras[0].text, paras[1].text
    if read_line(first, language) or read_lead(first, language) or re.match(r"[-|#*\"“„«‘'`]", first):
        return ""
    if read_line(second, language) or read_lead(second, language) or led == 1:
        return first
    return first if not _ENDED.search(first) else ""


def finished(draft: Draft, notes: Notes) -> None:
    """Put together what frames the release: the step of its life, its embargo, what the notes say."""
    apart = ("changed", "embargo", "earlier")
    draft.values |= {name: value for name, value in notes.values.items() if name not in apart}
    draft.earlier = draft.earlier or str(notes.values.get("earlier", ""))
    step = draft.step
    change = draft.change or Change()
    kind = step if step in ("update", "correction", "kill") else change.kind
    values = {**change.model_dump(exclude_defaults=True), "kind": kind}
    if "changed" in notes.values:
        values["at"] = notes.values["changed"]
    draft.values["change"] = values
    if "kill" in (step, kind):
        draft.values["status"] = "canceled"
        draft.values["change"]["kind"] = "kill"
    elif step == "withheld":
        draft.values["status"] = "withheld"
    draft.values.setdefault("version", draft.version)
    held = _held(draft.embargo, notes.values.get("embargo"))
    if held is not None:
        draft.values["embargo"] = held
    if notes.contacts:
        draft.values["contacts"] = [*draft.values.get("contacts", ()), *notes.contacts]
    if notes.related:
        draft.values["related"] = [*draft.values.get("related", ()), *notes.related]
    if notes.text:
        draft.values["editor_note"] = "\n\n".join(notes.text)


def _held(words: Embargo | None, fact: dict[str, Any] | None) -> Embargo | None:
    """Return the embargo that binds: of the words above the text and the fact in the notes the later one."""
    if fact is None:
        return words
    said = Embargo(**fact)
    later = (
        words is not None and words.until is not None and said.until is not None and words.until > said.until
    )
    return words if later else said
