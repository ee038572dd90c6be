"""What the components of an item say of its text: lines to show, parties, rights, description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from pressrelease.formats.wire.newsml_1_2.draft import (
    OURS,
    Draft,
    children,
    formal,
    kind,
    properties,
    prose,
    words,
)
from pressrelease.formats.wire.newsml_1_2.parties import LEGAL_NAME
from pressrelease.formats.wire.newsml_1_2.places import GENRE
from pressrelease.formats.wire.newsml_1_2.read_content import unmarked
from pressrelease.formats.wire.newsml_1_2.read_dateline import read_dateline
from pressrelease.formats.wire.newsml_1_2.read_management import usable_address
from pressrelease.formats.wire.newsml_1_2.read_parties import CONTACT_TYPE, read_house
from pressrelease.formats.wire.newsml_1_2.read_topics import (
    Named,
    has_town,
    is_origin,
    location,
    read_occurrences,
    read_security,
    read_subject_codes,
)
from pressrelease.model import Rights
from pressrelease.outline import made_copyright_line

_LINES = {
    "HeadLine": "headline",
    "SubHeadLine": "subheadline",
    "ByLine": "byline",
    "SlugLine": "slugline",
    "CopyrightLine": "rights.notice",
    "CreditLine": "dateline.credit",
}
_ADDRESS = ("clickthruurl", "url", "canonicalurl", "permalink", "weburl")
_NO_HEADLINE = ("noheadline", "untitled")
"""What systems write where an item has no headline."""
_NOTE = ("editorialnote", "ednote", "note", "editorsnote", "advisory", "advisoryline")


_SIGNS = ("", "author", "correspondent", "journalist", "reporter")
_PERSON = re.compile(r"(?!.*\d)[^\W_a-z][\w.'’-]*(?: [^\W_][\w.'’-]*){1,3}")


def held(chain: Iterable[etree._Element], name: str) -> Iterator[etree._Element]:
    """Yield the elements `name` of each component of `chain`, from the outermost to the innermost."""
    for component in chain:
        yield from children(component, name)


# --- lines ---------------------------------------------------------------------------------------------------------


def read_lines(draft: Draft, chain: list[etree._Element]) -> str:
    """Take the lines to show, and return the words of the dateline."""
    dateline = ""
    seen: dict[str, str] = {}
    lines = [line for block in held(chain, "NewsLines") for line in children(block)]
    for line in lines:
        text = words(line) if draft.is_own else unmarked(words(line))
        if not text or seen.get(line.tag) == text or (line.tag == "HeadLine" and kind(text) in _NO_HEADLINE):
            continue
        if line.tag in _LINES and line.tag not in seen:
            draft.put(_LINES[line.tag], text)
        elif line.tag == "DateLine":
            dateline = dateline or text
        elif line.tag == "NewsLine":
            _news_line(draft, line)
        elif line.tag not in ("KeywordLine", "RightsLine"):
            draft.leave(line)
        seen.setdefault(line.tag, text)
    rights = [words(line) for line in lines if line.tag == "RightsLine"]
    draft.put("rights.usage_terms", "\n\n".join(filter(None, rights)))
    _keyword_lines(draft, [words(line) for line in lines if line.tag == "KeywordLine"])
    return dateline


def _news_line(draft: Draft, line: etree._Element) -> None:
    name, texts = kind(formal(line.find("NewsLineType"))), list(children(line, "NewsLineText"))
    text = next((words(t) for t in texts if words(t)), "")
    if name in _ADDRESS and re.match(r"https?://", text):
        draft.put("url", usable_address(text))
    elif name in _NOTE:
        draft.put("editor_note", "\n\n".join(filter(None, map(prose, texts))))
    elif name in ("keyword", "catchword"):
        draft.put(f"{draft.next('keywords')}", text)
    else:
        draft.note("lines", [formal(line.find("NewsLineType")), text])


def _keyword_lines(draft: Draft, lines: list[str]) -> None:
    """Keep keywords to show until it is known whether they stand somewhere one by one."""
    several = [line for line in dict.fromkeys(lines) if line]
    if len(several) == 1:
        several = [part.strip() for part in re.split(r"[;,]", several[0])]
    draft.shown_keywords = [*draft.shown_keywords, *filter(None, several)]


# --- parties and rights --------------------------------------------------------------------------------------------


def read_parties(draft: Draft, chain: list[etree._Element]) -> None:
    """Take who provides the item and whose release it is."""
    for block in held(chain, "AdministrativeMetadata"):
        for element in (e for e in children(block) if e.tag != "Creator"):
            path = {"Provider": "provider", "Source": "publisher"}.get(element.tag)
            parties = [party for party in children(element, "Party") if formal(party)]
            for party in parties:
                if path and f"{path}.name" not in draft.values and f"{path}.legal_name" not in draft.values:
                    _party(draft, path, party)
                elif formal(party) != draft.values.get(f"{path}.name"):
                    draft.leave(party, f"{element.tag} {formal(party)}")
            if not parties:
                draft.leave(element)


def read_creators(draft: Draft, chain: list[etree._Element]) -> None:
    """Let who made the text sign it, where no line does and the name is a person's."""
    for creator in (c for block in held(chain, "AdministrativeMetadata") for c in children(block, "Creator")):
        for party in children(creator, "Party"):
            name = formal(party)
            signs = kind(party.get("Topic") or "") in _SIGNS and _is_person(draft, name)
            if signs and not draft.is_own:
                draft.put("byline", name)
            if draft.values.get("byline") != name:
                draft.leave(party, f"Creator {name}")


def _is_person(draft: Draft, name: str) -> bool:
    """Return whether a name is no house's: two to four words with capitals, and none that stands for the provider."""
    paths = ("provider.name", "publisher.name", "dateline.credit")
    houses = {kind(str(draft.values.get(path, ""))) for path in paths} - {""}
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    initials = "".join(part[0] for part in parts)
    said = {kind(name), kind(initials), *map(kind, parts)}
    return bool(houses and _PERSON.fullmatch(name) and not said & houses)


def _party(draft: Draft, path: str, party: etree._Element) -> None:
    legal = next((value for name, value, _ in properties(party) if name == LEGAL_NAME), "")
    read_house(draft, path, party, known=(LEGAL_NAME,))
    draft.put(f"{path}.name", formal(party) if formal(party) != legal else "")
    draft.put(f"{path}.legal_name", legal)
    topic = party.get("Topic") or ""
    draft.put(f"{path}.uri", topic if not topic.startswith("#") else "")


def read_sender(draft: Draft, envelope: etree._Element | None) -> None:
    """Let who sent the document be its provider, where nobody else is and it is not whose release it is anyway."""
    sender = formal(envelope.find("SentFrom/Party")) if envelope is not None else ""
    names = ("publisher.name", "publisher.legal_name", "dateline.credit")
    provided = draft.values.get("provider.name") or draft.values.get("provider.legal_name")
    if (
        sender
        and not draft.is_own
        and not provided
        and sender not in [draft.values.get(name) for name in names]
    ):
        draft.put("provider.name", sender)


def read_rights(draft: Draft, chain: list[etree._Element]) -> None:
    """Take holder, year, terms and licence."""
    for block in held(chain, "RightsMetadata"):
        for copyright in children(block, "Copyright"):
            draft.put("rights.holder", words(copyright.find("CopyrightHolder")))
            year = re.search(r"(?:19|[2-9]\d)\d\d", words(copyright.find("CopyrightDate")), re.A)
            draft.put("rights.year", int(year.group()) if year else None)
        for usage in children(block, "UsageRights"):
            _usage(draft, usage)
        for name, value, element in properties(block):
            path = {
                "license": "licence",
                "datamining": "data_mining",
                "dataminingpolicy": "data_mining_policy",
            }
            if kind(name) in path:
                draft.put(f"rights.{path[kind(name)]}", value)
            else:
                draft.leave(element)
    made = {name: draft.values.get(f"rights.{name}") for name in ("holder", "year")}
    line = made_copyright_line(Rights(**{n: v for n, v in made.items() if v}))
    if line and draft.values.get("rights.notice") == line:
        del draft.values["rights.notice"]


def _usage(draft: Draft, usage: etree._Element) -> None:
    terms = prose(usage.find("Limitations")) or prose(usage.find("UsageType"))
    if terms:
        draft.values["rights.usage_terms"] = terms
    draft.put("rights.holder", words(usage.find("RightsHolder")))
    end = usage.find("EndDate")
    if end is not None and words(end) and words(end) == words(usage.find("StartDate")):
        # A peer writes the moment of writing into both: that ends nothing.
        draft.find("expiry-odd", "usage rights that end when they begin; taken as not ending", end)
    else:
        draft.put("expires", draft.moment(end, "EndDate"))
    draft.note("geography", words(usage.find("Geography")))


# --- description ---------------------------------------------------------------------------------------------------


def read_description(
    draft: Draft, chain: list[etree._Element], topics: dict[str, Named], dateline: str
) -> None:
    """Take what the text is about, and where and when it opens."""
    blocks = list(held(chain, "DescriptiveMetadata"))
    for block in blocks:
        for genre in children(block, "Genre"):
            _genre(draft, genre)
        read_occurrences(draft, block, topics)
        read_subject_codes(draft, block, topics)
        for interest in children(block, "OfInterestTo"):
            draft.note("of-interest-to", formal(interest))
    _properties(draft, blocks)
    origin = _places(draft, blocks)
    dated = next((d for block in blocks for d in children(block, "DateLineDate")), None)
    read_dateline(draft, dateline, origin, dated)
    for element in held(chain, "Metadata"):
        if kind(formal(element.find("MetadataType"))) == "securitiesidentifier":
            read_security(draft, element)
        else:
            _metadata(draft, element)
    for keyword in draft.shown_keywords if not draft.counts.get("keywords") else ():
        draft.put(draft.next("keywords"), keyword)


def _genre(draft: Draft, element: etree._Element) -> None:
    name = formal(element)
    if name and name != GENRE and draft.values.get("genre", name) == name:
        draft.put("genre", name)
    elif name and name != GENRE:
        draft.leave(element)


def _properties(draft: Draft, blocks: list[etree._Element]) -> None:
    for block in blocks:
        for name, value, element in properties(block):
            if not value:
                continue
            if kind(name) in ("keyword", "keywords"):
                draft.put(draft.next("keywords"), value)
            elif kind(name) not in ("city", "country"):
                draft.leave(element)


def _places(draft: Draft, blocks: list[etree._Element]) -> list[dict[str, object]]:
    """Take the places that the text is about, and return those it comes from."""
    origin: list[dict[str, object]] = []
    for block in blocks:
        for element in children(block, "Location"):
            found = location(element, draft.language)
            if not found:
                continue
            if is_origin(element) and has_town(element):
                origin.append(found)
            else:
                path = draft.next("places")
                for name, value in found.items():
                    draft.put(f"{path}.{name}", value)
        if has_town(block) and not origin and not any(children(block, "Location")):
            origin.append(location(block, draft.language))
    return origin


def _metadata(draft: Draft, element: etree._Element) -> None:
    name = formal(element.find("MetadataType"))
    if name.startswith(OURS) or name == CONTACT_TYPE:
        return
    for label, value, _ in properties(element):
        if "keyword" in kind(name) and value:
            draft.put(draft.next("keywords"), value)
        elif value:
            draft.note("metadata", [name, label, value])
