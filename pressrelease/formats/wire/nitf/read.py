"""An NITF document read: ours exactly, others' (NITF 2.x to 3.6, with or without a namespace) as well as they tell."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from pressrelease.anatomy.embargoes import embargo, is_embargo
from pressrelease.characters import one_line
from pressrelease.errors import Problem, shown
from pressrelease.findings import Finding
from pressrelease.formats.assembly import over, with_own
from pressrelease.formats.bodies import Body, read_body, release_of, restore
from pressrelease.formats.registry import Head, Reading, Source, Unreadable
from pressrelease.formats.trees import tree
from pressrelease.formats.wire.nitf.assets import read_asset
from pressrelease.formats.wire.nitf.body_head import read_body_head
from pressrelease.formats.wire.nitf.docdata import dated, read_head, read_own, said_by_itself
from pressrelease.formats.wire.nitf.draft import Draft, attribute, first, kids, local
from pressrelease.formats.wire.nitf.identified import events, numbered
from pressrelease.markup.nitf import OWN
from pressrelease.markup.xml_story import story_from_xml
from pressrelease.model import Release
from pressrelease.story import Story

_BEFORE = r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>)*"
_ROOT = re.compile(_BEFORE + r"<(?:[\w.-]+:)?nitf[\s>/]", re.S | re.I)
_DOCTYPE = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?<!DOCTYPE\s+nitf\b", re.I)


def recognise(head: Head) -> float:
    """Return whether the first element is `nitf`, or the document says that it will be."""
    text = head.text[:4000]
    return 0.97 if _ROOT.match(text) or _DOCTYPE.match(text) else 0.0


def read(source: Source) -> Reading:
    """Return the release that an NITF document holds.

    Raises InvalidXml where it is no XML at all, Unreadable where it holds no NITF, or nothing that could be a headline.
    """
    root, findings = tree(source)
    documents = list(root.iter("{*}nitf"))
    if not documents:
        raise Unreadable(Problem("no NITF", found=shown(local(root)), expected="an element `nitf`"))
    document = documents[-1 if len(documents) > 1 and documents[1].getparent() is documents[0] else 0]
    draft = Draft(
        is_ours=OWN in document.nsmap.values(),
        zone=source.newsroom.time_zone if source.newsroom else "",
        findings=list(findings),
    )
    if len(documents) > 1:
        draft.find("several-documents", f"{len(documents)} elements `nitf`; one was read")
    release, told, left = _release(draft, document)
    return Reading(release, findings=(*draft.findings, *told), leftovers=(*draft.leftovers, *left))


def _release(draft: Draft, document: etree._Element) -> tuple[Release, tuple[Finding, ...], list[str]]:
    body = first(document, "body")
    _envelope(draft, document, body)
    known, told = with_own(draft.values, draft.own)
    own = {field.path for field in draft.own}
    for path in [p for p in own if p.endswith(".legal_name")]:
        name = path.removesuffix("legal_name") + "name"
        if name not in own:
            known.pop(name, None)  # the only name that the standard has room for was the registered one
    if draft.is_ours and "id" not in own and known.get("id") == known.get("url"):
        known.pop("id", None)  # its address identifies it
    content = _content(draft, document, body)
    if draft.addresses:
        restore(content, draft.addresses)
    base = "" if draft.is_ours else str(known.get("url", ""))
    made = read_body(
        content,
        headline=str(known.get("headline", "")),
        subheadline=str(known.get("subheadline", "")),
        language=str(known.get("language", "und")),
        base=base,
        zone=draft.zone,
        known=known,
    )
    draft.values = {}
    for element in made.assets:
        read_asset(draft, element, base)
    known = over(draft.values, known)
    _judged(draft, known, made, own, body)
    release, more = release_of(known, made, what="an NITF document")
    if any(finding.code == "embargo-without-zone" for finding in draft.findings):
        more = tuple(finding for finding in more if finding.code != "embargo-without-moment")
    return release, (*told, *more), made.leftovers


def _envelope(draft: Draft, document: etree._Element, body: etree._Element | None) -> None:
    """Read all that stands around the text."""
    draft.put("id", attribute(document, "uno"))
    for name in ("baselang", "{http://www.w3.org/XML/1998/namespace}lang", "lang"):
        draft.put("language", attribute(document, name))
    for head in kids(document, "head"):
        read_own(draft, head)
        read_head(draft, head)
    for element in kids(document, "docdata", "tobject", "pubdata", "revision-history", "identified-content"):
        draft.find("head-missing", f"`{local(element)}` stands outside the head", element)
        read_head(draft, element)
    above = first(body, "body.head")
    if above is not None:
        read_body_head(draft, above)
    dated(draft)
    numbered(draft)
    events(draft)
    said_by_itself(draft)
    _houses(draft)
    if draft.bylines:
        draft.put("byline", "; ".join(draft.bylines))
    draft.put("rights.usage_terms", draft.aside.get("limitations"))
    if not draft.is_ours:
        _headline(draft)


def _houses(draft: Draft) -> None:
    """Take the house whose publication it is out of the organisations it names."""
    name = draft.aside.get("publication")
    if name and not any(path.startswith("publisher.") for path in draft.values):
        same = next((p for p, v in draft.values.items() if v == name and _ORG_NAME.fullmatch(p)), "")
        prefix = same.removesuffix("name")
        draft.put("publisher.name", name)
        for path in [p for p in draft.values if prefix and p.startswith(prefix)]:
            value = draft.values.pop(path)
            draft.put(f"publisher.{path.removeprefix(prefix)}", value)


_ORG_NAME = re.compile(r"organisations\.\d+\.name")


def _headline(draft: Draft) -> None:
    """Let what stands nearest to a headline stand in for one that is missing."""
    if "headline" in draft.values:
        return
    titles = {"title": draft.aside.get("title", "")}
    for name in ("meta.headline", "meta.article-headline", "meta.title", "iim:2:105"):
        found = draft.extra.get(name if ":" in name else f"nitf:{name}")
        titles[name] = str(found[0]) if found else ""
    for name, text in titles.items():
        if text:
            draft.find("headline-missing", f"no `hl1`; the {name.replace('meta.', 'meta ')} stands in for it")
            draft.put("headline", text)
            return


# --- the text ---------------------------------------------------------------------------------------------------------


def _content(draft: Draft, document: etree._Element, body: etree._Element | None) -> etree._Element:
    """Return the element that holds the text; several are put together, and text that stands bare gets one."""
    found = [] if body is None else list(kids(body, "body.content"))
    if not found:
        around = document if body is None else body
        draft.find("content-missing", "the text stands outside `body.content`", around)
        holder = etree.Element("body.content")
        holder.text = around.text
        for child in list(around):
            if local(child) not in ("head", "body.head", "body.end", "docdata"):
                holder.append(child)
        return holder
    for more in found[1:]:
        found[0].extend(list(more))
    return found[0]


def _judged(
    draft: Draft, known: dict[str, Any], made: Body, own: set[str], body: etree._Element | None
) -> None:
    """Weigh what words say against what fields say."""
    if any(path.startswith("change.") for path in own):
        made.change = {}
    elif not made.is_ours and draft.aside.get("note"):
        known.setdefault("change.note", draft.aside["note"])
    if (
        not draft.is_ours
        and "dateline.date" in known
        and not made.dateline
        and "dateline.places.0.name" not in known
    ):
        known.pop("dateline.date")
    _notes(draft, known, made)
    house = draft.aside.get("distributor", "")
    # Whose release it is may distribute it; and a credit may be all that a distributor is.
    told = (known.get("publisher.name"), made.dateline.credit if made.dateline else "")
    if house and made.provider is None and house not in told:
        known["provider.name"] = house
    if "headline" not in known and known.get("slugline") and not made.story:
        draft.find("headline-missing", "no headline, no text; the slug stands in")
        known["headline"] = known["slugline"]
    end = first(body, "body.end")
    if end is not None:
        story, findings = story_from_xml(end)
        made.story = Story((*made.story.blocks, *story.blocks))
        made.findings += findings
    if draft.extra and "extra" not in own and not draft.is_ours:
        known["extra"] = {
            name: values if len(values) > 1 else values[0] for name, values in draft.extra.items()
        }


def _notes(draft: Draft, known: dict[str, Any], made: Body) -> None:
    """Read notes to editors; one that says an embargo holds, where no field names its moment."""
    if draft.messages:
        known.setdefault("editor_note", "\n\n".join(draft.messages))
    is_held = any(path.partition(".")[0] == "embargo" for path in known)
    if made.embargo is not None or (is_held and known.get("embargo") != {}):
        return
    lines = [one_line(line) for note in draft.messages for line in note.split("\n\n")]
    if not is_held:
        lines.append(one_line(draft.aside.get("embargo note", "")))
    held = next((line for line in lines if is_embargo(line)), "")
    if held:
        made.embargo, told = embargo(held, draft.zone)
        made.findings += told
