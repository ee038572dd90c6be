"""Which field of a release an element or property of a wire document belongs to: faults are told in these words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

Places = Mapping[str, str]
"""`element`, `parent/element` or `element@attribute` to a field; what stands within it belongs there too."""

G2: Places = {
    "newsItem@guid": "id",
    "newsItem@version": "version",
    "newsItem@{http://www.w3.org/XML/1998/namespace}lang": "language",
    "itemMeta/provider": "provider",
    "versionCreated": "updated",
    "firstCreated": "published",
    "embargoed": "embargo.until",
    "pubStatus": "status",
    "signal": "change",
    "edNote": "editor_note",
    "expires": "expires",
    "itemMeta/link": "related",
    "urgency": "urgency",
    "contentCreated": "dateline.date",
    "located": "dateline.places",
    "infoSource": "publisher",
    "creator": "byline",
    "by": "byline",
    "language": "language",
    "genre": "genre",
    "keyword": "keywords",
    "subject": "subjects",
    "slugline": "slugline",
    "contentMeta/headline": "headline",
    "dateline": "dateline",
    "creditline": "dateline.credit",
    "contentMeta/description": "summary",
    "rightsInfo": "rights",
    "assert": "organisations",
    "contentSet": "story",
}
NITF: Places = {
    "nitf@uno": "id",
    "nitf@baselang": "language",
    "doc-id": "id",
    "docdata@management-status": "status",
    "docdata@management-doc-idref": "id",
    "correction": "change",
    "ed-msg": "change",
    "revision-history": "change",
    "date.release": "embargo.until",
    "date.issue": "updated",
    "date.expire": "expires",
    "pubdata": "published",
    "pubdata@ex-ref": "url",
    "du-key": "slugline",
    "du-key@version": "version",
    "urgency": "urgency",
    "doc.copyright": "rights",
    "doc.rights": "rights",
    "rights": "rights",
    "key-list": "keywords",
    "identified-content": "subjects",
    "tobject": "genre",
    "tobject.subject": "subjects",
    "hl1": "headline",
    "hl2": "subheadline",
    "hedline": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "distributor": "provider",
    "abstract": "summary",
    "note": "editor_note",
    "media": "assets",
    "body.content": "story",
    "body.end": "boilerplates",
}
NEWSML_1: Places = {
    "NewsIdentifier": "id",
    "RevisionId": "version",
    "FirstCreated": "published",
    "ThisRevisionCreated": "updated",
    "Status": "status",
    "StatusWillChange": "embargo.until",
    "Urgency": "urgency",
    "Instruction": "change",
    "HeadLine": "headline",
    "SubHeadLine": "subheadline",
    "ByLine": "byline",
    "DateLine": "dateline",
    "CreditLine": "dateline.credit",
    "CopyrightLine": "rights",
    "RightsMetadata": "rights",
    "SlugLine": "slugline",
    "KeywordLine": "keywords",
    "Provider": "provider",
    "Creator": "byline",
    "Language": "language",
    "Genre": "genre",
    "SubjectCode": "subjects",
    "DataContent": "story",
}
NINJS: Places = {
    "uri": "id",
    "version": "version",
    "versioncreated": "updated",
    "firstcreated": "published",
    "contentcreated": "dateline.date",
    "embargoed": "embargo.until",
    "embargoeduntil": "embargo.until",
    "pubstatus": "status",
    "urgency": "urgency",
    "language": "language",
    "headline": "headline",
    "headlines": "headline",
    "body": "story",
    "bodies": "story",
    "description": "summary",
    "descriptions": "summary",
    "by": "byline",
    "byline": "byline",
    "slugline": "slugline",
    "located": "dateline.places",
    "subject": "subjects",
    "subjects": "subjects",
    "person": "people",
    "people": "people",
    "organisation": "organisations",
    "organisations": "organisations",
    "place": "places",
    "places": "places",
    "infosource": "publisher",
    "infosources": "publisher",
    "ednote": "editor_note",
    "genre": "genre",
    "genres": "genre",
    "copyrightholder": "rights.holder",
    "copyrightnotice": "rights.notice",
    "usageterms": "rights.usage_terms",
    "expires": "expires",
    "associations": "assets",
    "renditions": "assets",
    "altids": "id",
}
JSON_FEED: Places = {
    "id": "id",
    "url": "url",
    "title": "headline",
    "summary": "summary",
    "content_html": "story",
    "content_text": "story",
    "date_published": "published",
    "date_modified": "updated",
    "authors": "byline",
    "author": "byline",
    "tags": "keywords",
    "language": "language",
    "image": "assets",
    "banner_image": "assets",
    "attachments": "assets",
}


def field_of(element: etree._Element, places: Places, attribute: str = "") -> str:
    """Return the field that `element`, or its `attribute`, belongs to: by the nearest element that stands for one."""
    name = _local(element)
    if attribute and f"{name}@{attribute}" in places:
        return places[f"{name}@{attribute}"]
    above = [_local(e) for e in element.iterancestors()]
    names = [name, *above]
    for i, own in enumerate(names):
        for key in ("/".join([*names[i + 1 : i + 2], own]), own):
            if key in places:
                return places[key]
    return ""


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def field_at(path: Iterable[str | int], places: Places) -> str:
    """Return the field that the JSON value at `path` belongs to."""
    for key in path:
        # ninjs 1.x adds what kind of text it is: `body_xhtml`, `headline_main`.
        name = key.lower() if isinstance(key, str) else ""
        field = places.get(name) or places.get(name.partition("_")[0], "")
        if field:
            return field
    return ""
