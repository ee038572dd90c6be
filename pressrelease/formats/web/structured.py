"""What search engines read in a page: schema.org `NewsArticle` as JSON-LD.

schema.org has no property for an embargo; a held page says `noindex` and nothing here.
"""

from __future__ import annotations

import json
import urllib.parse
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from pressrelease.formats.web.marks import iso
from pressrelease.formats.web.media import medium
from pressrelease.model import Asset, Contact, Organisation, Person, Place, Release, Subject
from pressrelease.outline import Outline, copyright_line
from pressrelease.story import Story, plain
from pressrelease.vocabulary import subject_words

_SCHEMES = {
    "medtop": "http://cv.iptc.org/newscodes/mediatopic/",
    "subj": "http://cv.iptc.org/newscodes/subjectcode/",
}
_ESCAPES = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def json_ld(data: dict[str, Any]) -> Markup:
    """Return `data` as JSON for a `<script>` element: nothing in it can end the element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char, escape in _ESCAPES.items():
        text = text.replace(char, escape)
    return Markup(text)


def description(release: Release) -> str:
    """Return a page's description: the summary, the subheadline, or the opening of the story, cut at a word."""
    text = release.summary or release.subheadline or _opening(release.story)
    text = " ".join(text.split())
    if len(text) <= 300:
        return text
    return text[:299].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"


def _opening(story: Story) -> str:
    return next(filter(None, map(plain, story.blocks)), "").partition("\n\n")[0]


def news_article(
    release: Release, outline: Outline, *, base: str = "", withdrawn: bool = False
) -> dict[str, Any]:
    """Return `release` as a schema.org NewsArticle.

    `base` (absolute) is what relative addresses are against; without one, relative pictures are left out. A withdrawn
    release says only what it was and that it is withdrawn.
    """
    status = "withdrawn" if withdrawn else release.status
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": release.headline,
        "url": release.url,
        "mainEntityOfPage": release.url,
        "identifier": release.id,
        "inLanguage": release.language if release.language != "und" else "",
        "datePublished": iso(release.published) if release.published else "",
        "dateModified": modified(release),
        "version": str(release.version),
        "creativeWorkStatus": "" if status == "usable" else status,
        "publisher": _publisher(release) if release.publisher else None,
        "correction": _correction(release),
        "isAccessibleForFree": True,
    }
    if not withdrawn:
        told |= _content(release, outline, base)
    return {k: v for k, v in told.items() if v not in ("", None, [], {})}


def _content(release: Release, outline: Outline, base: str) -> dict[str, Any]:
    images = [a for a in release.assets if medium(a.renditions[0]) == "image" and a.role != "logo"]
    others = [a for a in release.assets if medium(a.renditions[0]) in ("video", "audio")]
    dateline = release.dateline
    return {
        "alternativeHeadline": release.subheadline,
        "description": description(release),
        "abstract": release.summary,
        "expires": iso(release.expires) if release.expires else "",
        "dateline": (outline.dateline.line or outline.dateline.lead).strip(" -–—:"),
        "locationCreated": _one([_place(p) for p in dateline.places] if dateline else []),
        "contentLocation": _one([_place(p) for p in release.places]),
        "author": _author(release),
        "sourceOrganization": _organisation(release.provider) if release.provider else None,
        "image": [i for a in images if (i := _image(a, base))],
        "associatedMedia": [m for a in others if (m := _media(a, base))],
        "keywords": [*release.keywords],
        "genre": release.genre,
        "about": [_subject(s, release.language) for s in release.subjects],
        "mentions": [*map(_person, release.people), *map(_organisation, release.organisations)],
        "hasPart": list(_quotations(release)),
        "workTranslation": list(_translations(release, base)),
        **_rights(release),
    }


def modified(release: Release) -> str:
    """Return when the release last changed, as HTML and schema.org read it; empty where nobody said."""
    moments = [m for m in (release.updated, release.change.at, release.published) if m is not None]
    return iso(max(moments)) if moments else ""


def _clean(data: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in data.items() if v not in ("", None, [], {})}


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _link(uri: str) -> str:
    return uri if uri.lower().startswith(("http://", "https://")) else ""


def _publisher(release: Release) -> dict[str, Any]:
    assert release.publisher is not None
    contacts = [_contact_point(c) for c in release.contacts if not c.for_editors and (c.phones or c.emails)]
    return _organisation(release.publisher) | _clean({"contactPoint": contacts})


def _contact_point(contact: Contact) -> dict[str, Any]:
    phones = [p.number for p in contact.phones if p.kind != "fax"]
    return _clean(
        {
            "@type": "ContactPoint",
            "contactType": "press",
            "name": contact.name,
            "telephone": _one(phones),
            "email": _one([*contact.emails]),
        }
    )


def _organisation(o: Organisation) -> dict[str, Any]:
    a = o.address
    numbers = (("ISIN", o.isin), ("register", o.register_entry))
    return _clean(
        {
            "@type": "Corporation" if o.tickers else "Organization",
            "name": o.title,
            "legalName": o.legal_name,
            "logo": _link(o.logo),
            "url": _link(o.web),
            "sameAs": _link(o.uri),
            "telephone": _one([p.number for p in o.phones if p.kind != "fax"]),
            "faxNumber": _one([p.number for p in o.phones if p.kind == "fax"]),
            "email": _one([*o.emails]),
            "vatID": o.vat_id,
            "leiCode": o.lei,
            "tickerSymbol": _one([" ".join(filter(None, (t.exchange, t.symbol))) for t in o.tickers]),
            "identifier": _one(
                [{"@type": "PropertyValue", "propertyID": n, "value": v} for n, v in numbers if v]
            ),
            "address": _clean(
                {
                    "@type": "PostalAddress",
                    "streetAddress": ", ".join(filter(None, (a.street, *a.lines))),
                    "addressLocality": a.city,
                    "addressRegion": a.region,
                    "postalCode": a.postcode,
                    "addressCountry": a.country,
                }
            )
            if a
            else None,
        }
    )


def _author(release: Release) -> dict[str, Any] | None:
    if release.byline:
        return {"@type": "Person", "name": release.byline}
    o = release.publisher
    return _clean({"@type": "Organization", "name": o.title, "url": _link(o.web)}) if o else None


def _person(p: Person) -> dict[str, Any]:
    employer = {"@type": "Organization", "name": p.organisation} if p.organisation else None
    return _clean(
        {"@type": "Person", "name": p.name, "jobTitle": p.role, "worksFor": employer, "sameAs": _link(p.uri)}
    )


def _place(p: Place) -> dict[str, Any]:
    geo = p.latitude is not None and p.longitude is not None
    where = _clean({"addressRegion": p.region, "addressCountry": p.country})
    return _clean(
        {
            "@type": "Place",
            "name": p.name,
            "address": {"@type": "PostalAddress", "addressLocality": p.name, **where} if where else None,
            "geo": {"@type": "GeoCoordinates", "latitude": p.latitude, "longitude": p.longitude}
            if geo
            else None,
            "sameAs": _link(p.uri),
        }
    )


def _subject(s: Subject, language: str) -> dict[str, Any]:
    scheme, _, code = s.code.rpartition(":")
    if not s.code:
        return {"@type": "Thing", "name": s.name}
    return _clean(
        {
            "@type": "DefinedTerm",
            "name": subject_words(s, language)[0] or s.code,
            "termCode": code,
            "inDefinedTermSet": _SCHEMES.get(scheme, ""),
        }
    )


def _correction(release: Release) -> dict[str, Any] | None:
    change = release.change
    if change.kind not in ("correction", "kill") and release.status != "canceled":
        return None
    words = [change.note, f"{change.wrong} → {change.right}" if change.wrong and change.right else ""]
    text = " ".join(filter(None, words)).replace("\n\n", " ")
    at = change.at or release.updated
    return _clean({"@type": "CorrectionComment", "text": text, "datePublished": iso(at) if at else ""})


def _quotations(release: Release) -> Iterator[dict[str, Any]]:
    for quote in release.quotes:
        if not quote.speaker:
            continue
        employer = {"@type": "Organization", "name": quote.organisation} if quote.organisation else None
        by = _clean({"@type": "Person", "name": quote.speaker, "jobTitle": quote.role, "worksFor": employer})
        yield {"@type": "Quotation", "text": quote.text, "creator": by}


def _translations(release: Release, base: str) -> Iterator[dict[str, Any]]:
    for t in release.translations:
        yield _clean(
            {
                "@type": "NewsArticle",
                "inLanguage": t.language,
                "headline": t.title,
                "url": absolute(t.href, base),
                "identifier": t.id,
            }
        )


def _rights(release: Release) -> dict[str, Any]:
    rights = release.rights
    if rights is None:
        return {}
    # A holder is an organisation unless the byline says it is the writer.
    kind = "Person" if rights.holder and rights.holder == release.byline else "Organization"
    return {
        "copyrightHolder": {"@type": kind, "name": rights.holder} if rights.holder else None,
        "copyrightYear": rights.year,
        "copyrightNotice": copyright_line(release),
        "license": rights.licence,
        "usageInfo": _usage(rights.usage_terms, rights.data_mining_policy),
    }


def _usage(terms: str, policy: str) -> dict[str, Any] | None:
    told = _clean({"text": terms, "url": policy})
    return {"@type": "CreativeWork", **told} if told else None


def _image(asset: Asset, base: str) -> dict[str, Any] | None:
    media = _media(asset, base)
    return media | {"@type": "ImageObject"} if media else None


def _media(asset: Asset, base: str) -> dict[str, Any] | None:
    file = asset.renditions[0]
    address = absolute(file.href, base)
    if not address:
        return None
    kind = {"video": "VideoObject", "audio": "AudioObject"}.get(medium(file), "MediaObject")
    return _clean(
        {
            "@type": kind,
            "contentUrl": address,
            "url": address,
            "width": file.width,
            "height": file.height,
            "encodingFormat": file.media_type,
            "name": asset.title,
            "caption": asset.caption,
            "description": asset.alt,
            "creditText": asset.credit,
            "copyrightNotice": asset.rights,
        }
    )


def absolute(href: str, base: str) -> str:
    """Return `href` as an absolute web address, or an empty string where it cannot be one."""
    try:
        full = urllib.parse.urljoin(base, href) if base else href
    except ValueError:
        return ""
    return full if full.lower().startswith(("http://", "https://")) else ""
