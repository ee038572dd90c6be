"""The head of an NITF document read: what it is, its life, its dates and rights."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Literal

from lxml import etree

from pressrelease.characters import cleaned
from pressrelease.envelope import OwnField
from pressrelease.errors import shown
from pressrelease.formats.wire.nitf.draft import MARK, Draft, attribute, local, words
from pressrelease.formats.wire.nitf.identified import IDENTIFIED, event_location, subject
from pressrelease.formats.wire.nitf.moments import stated
from pressrelease.model import zone_info

_STATUS = {
    **dict.fromkeys(["usable", "active", "current", "final", "live", "published", "ready"], "usable"),
    **dict.fromkeys(["embargoed", "embargo"], "embargoed"),
    **dict.fromkeys(["withheld", "held", "hold"], "withheld"),
    **dict.fromkeys(["canceled", "cancelled", "deleted", "kill", "killed", "withdrawn"], "canceled"),
}
_KEPT = ("doc-scope", "series", "fixture", "del-list", "from-src", "toc", "doc-name", "rights.agent")


def read_head(draft: Draft, head: etree._Element) -> None:
    """Read every element of the head, wherever in it its writer put it."""
    for element in head.iter(etree.Element):
        reader = _ELEMENTS.get(local(element))
        if reader is not None:
            reader(draft, element)


# --- what it is -------------------------------------------------------------------------------------------------------


def _doc_id(draft: Draft, element: etree._Element) -> None:
    draft.put("id", attribute(element, "id-string"))


def _du_key(draft: Draft, element: etree._Element) -> None:
    draft.put("slugline", attribute(element, "key"))
    draft.number("version", attribute(element, "version"), 1, 10**9, "the version")


def _urgency(draft: Draft, element: etree._Element) -> None:
    draft.number("urgency", attribute(element, "ed-urg"), 1, 9, "the urgency")


def _keyword(draft: Draft, element: etree._Element) -> None:
    text = attribute(element, "key") or attribute(element, "name") or words(element)
    if text:
        draft.put(draft.next("keywords"), text)


def _key_list(draft: Draft, element: etree._Element) -> None:
    if element.get("key"):
        _keyword(draft, element)


def _property(draft: Draft, element: etree._Element) -> None:
    genre = attribute(element, "tobject.property.type")
    # `current` is what the standard's own DTD fills in; `Press release` is what we write where nothing else is said.
    if genre.lower() not in ("current", "press release"):
        draft.put("genre", genre)


def _meta(draft: Draft, element: etree._Element) -> None:
    name, content = attribute(element, "name").lower(), attribute(element, "content")
    reader = _METAS.get(name)
    if reader is not None and not draft.has_own({"translation": "translations"}.get(name, name)):
        reader(draft, content)
    elif name and content and not draft.is_ours:
        draft.keep(f"meta.{name}", content)


def _canonical(draft: Draft, content: str) -> None:
    draft.put("url", content)


def _translation(draft: Draft, content: str) -> None:
    language, _, rest = content.partition(" ")
    href, _, title = rest.partition(" ")
    path = draft.next("translations")
    draft.put(f"{path}.language", language)
    draft.put(f"{path}.{'href' if re.match(r'https?:', href) else 'id'}", href)
    draft.put(f"{path}.title", title)


def _related(draft: Draft, content: str) -> None:
    href, _, title = content.partition(" ")
    path = draft.next("related")
    draft.put(f"{path}.href", href)
    draft.put(f"{path}.title", title)


def _reservation(draft: Draft, content: str) -> None:
    draft.put("rights.data_mining", {"1": "reserved", "0": "allowed"}.get(content, ""))


_METAS: Mapping[str, Callable[[Draft, str], None]] = {
    "canonical": _canonical,
    "translation": _translation,
    "related": _related,
    "license": lambda draft, content: draft.put("rights.licence", content),
    "tdm-reservation": _reservation,
    "tdm-policy": lambda draft, content: draft.put("rights.data_mining_policy", content),
}


def _iim(draft: Draft, element: etree._Element) -> None:
    number = attribute(element, "num") or attribute(element, "name")
    draft.keep(f"iim:{number}", attribute(element, "value") or words(element))


def _kept(draft: Draft, element: etree._Element) -> None:
    told = ", ".join(filter(None, (attribute(element, str(name)) for name in element.keys())))  # noqa: SIM118
    draft.keep(local(element), told or words(element))


# --- its life ---------------------------------------------------------------------------------------------------------


def _docdata(draft: Draft, element: etree._Element) -> None:
    said = attribute(element, "management-status").lower()
    status = _STATUS.get(said, "")
    if said and not status:
        status = "withheld"
        told = f"the management status {shown(said)} is none that is known; the release is withheld"
        draft.find("status-unknown", told, element, "set `status`")
    if status == "embargoed":
        draft.put("embargo", {})
        status = "usable"
    draft.put("status", status)


def _correction(draft: Draft, element: etree._Element) -> None:
    draft.put("change.kind", "correction")
    draft.aside.setdefault("note", attribute(element, "info"))


def _ed_msg(draft: Draft, element: etree._Element) -> None:
    kind, info = attribute(element, "msg-type").lower(), attribute(element, "info")
    # Ours says kill of whatever is canceled: whether it was killed stands in a field of our own.
    if kind in ("update", "correction") or (kind == "kill" and not draft.is_ours):
        draft.put("change.kind", kind)
    if kind in ("kill", "hold"):
        draft.put("status", "canceled" if kind == "kill" else "withheld")
    if kind in ("kill", "hold", "update", "correction"):
        draft.aside.setdefault("note", info)
    elif info:
        draft.messages.append(info)


def _revision(draft: Draft, element: etree._Element) -> None:
    at = draft.moment(element)
    told = ", ".join(filter(None, (attribute(element, n) for n in ("function", "name", "comment"))))
    if draft.is_ours or draft.values.get("change.kind"):
        if at is not None:
            draft.values["change.at"] = at  # the last one made this version
    elif told or at:
        draft.keep("revision-history", " ".join(filter(None, (at.isoformat() if at else "", told))))


# --- dates ------------------------------------------------------------------------------------------------------------


def _issued(draft: Draft, element: etree._Element) -> None:
    draft.aside.setdefault("issued", element)


def _release(draft: Draft, element: etree._Element) -> None:
    value = draft.stated(element)
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        draft.put("embargo.until", value)
    elif value is not None:
        draft.aside.setdefault("released", value)
    elif attribute(element, "norm"):
        draft.put("embargo", {})  # there is a moment that nobody can read: it holds


def _expire(draft: Draft, element: etree._Element) -> None:
    if (moment := draft.moment(element)) is not None:
        draft.put("expires", moment)


def _pubdata(draft: Draft, element: etree._Element) -> None:
    if "published" not in draft.values and (moment := draft.moment(element, "date.publication")) is not None:
        draft.put("published", moment)
    draft.put("url", attribute(element, "ex-ref"))
    draft.aside.setdefault("publication", attribute(element, "name"))
    for name in ("edition.name", "edition.area", "issue", "position.section", "position.sequence", "volume"):
        draft.keep(f"pubdata.{name}", attribute(element, name))


def dated(draft: Draft) -> None:
    """Tell what the day of issue stands for, beside that of publication, and what is released later than that."""
    element, origin = draft.aside.get("issued"), draft.aside.get("origin", "")
    issued = draft.moment(element) if element is not None and origin in ("", "updated") else None
    if origin == "updated" or (not origin and draft.values.get("published", issued) != issued):
        draft.put("updated", issued)
    elif not origin:
        draft.put("published", issued)
    released = draft.aside.get("released")
    if released is not None:
        said = stated(attribute(element, "norm")) if element is not None else None
        _released(
            draft, released, [m for m in (said, issued, draft.values.get("published")) if m is not None]
        )
    if "embargo.until" in draft.values:
        draft.values.pop("embargo", None)


def _released(draft: Draft, released: dt.date, out: list[dt.date]) -> None:
    """Hold what is to be released on a later day than it was issued: without a zone, nobody knows when that is."""
    zone = zone_info(draft.zone)
    if zone is not None and isinstance(released, dt.datetime):
        draft.put("embargo.until", released.replace(tzinfo=zone))
    elif "embargo" in draft.values or not out or _day(released) > max(map(_day, out)):
        draft.put("embargo", {})
        told = "the release date states no zone; the release is held"
        draft.find("embargo-without-zone", told, fix="set `embargo.until`")


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


# --- rights -----------------------------------------------------------------------------------------------------------


def _copyright(draft: Draft, element: etree._Element) -> None:
    draft.number("rights.year", attribute(element, "year"), 1900, 9999, "the copyright year")
    draft.put("rights.holder", attribute(element, "holder"))


def _rights(draft: Draft, element: etree._Element) -> None:
    draft.put("rights.holder", attribute(element, "owner"))
    draft.aside.setdefault("limitations", attribute(element, "limitations"))
    for name in ("agent", "startdate", "enddate", "geography", "location-code", "code-source", "type"):
        draft.keep(f"doc.rights.{name}", attribute(element, name))


def said_by_itself(draft: Draft) -> None:
    """Drop a copyright line that says no more than year and holder do."""
    year, holder = draft.values.get("rights.year", ""), draft.values.get("rights.holder", "")
    if holder and draft.values.get("rights.notice") == " ".join(filter(None, ("©", str(year), holder))):
        del draft.values["rights.notice"]


def _title(draft: Draft, element: etree._Element) -> None:
    draft.aside.setdefault("title", words(element))


def read_own(draft: Draft, head: etree._Element) -> None:
    """Read our own element: the fields that the standard has no place for."""
    for element in head.iter(f"{MARK}release"):
        draft.aside.setdefault("origin", attribute(element, "issued"))
        for child in element.iterchildren(f"{MARK}address"):
            draft.addresses[child.get("written") or ""] = child.text or ""
        for child in element.iterchildren(f"{MARK}field"):
            kind: Literal["json", "text"] = "json" if child.get("type") == "json" else "text"
            draft.own.append(OwnField(child.get("path") or "", cleaned(child.text or ""), kind))
    draft.own_names.update(field.path.partition(".")[0] for field in draft.own)


def _link(draft: Draft, element: etree._Element) -> None:
    if attribute(element, "rel").lower() == "canonical":
        draft.put("url", attribute(element, "href"))


_ELEMENTS: Mapping[str, Callable[[Draft, etree._Element], None]] = {
    **dict.fromkeys(["a", "link"], _link),
    **dict.fromkeys(_KEPT, _kept),
    **IDENTIFIED,
    "correction": _correction,
    "date.expire": _expire,
    "date.issue": _issued,
    "date.release": _release,
    "doc-id": _doc_id,
    "doc.copyright": _copyright,
    "doc.rights": _rights,
    "docdata": _docdata,
    "ds": _iim,
    "du-key": _du_key,
    "ed-msg": _ed_msg,
    "evloc": event_location,
    "key-list": _key_list,
    "keyword": _keyword,
    "meta": _meta,
    "pubdata": _pubdata,
    "revision-history": _revision,
    "title": _title,
    "tobject.property": _property,
    "tobject.subject": subject,
    "urgency": _urgency,
}
