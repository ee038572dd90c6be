"""The names fields go by: the model's, and those of the front matter of Hugo, Jekyll and Pelican.

Names are compared in lower case, hyphens and spaces as underscores, `organization` and `license` in their British
spelling; singular and plural stand for each other; some words of German, French, Spanish, Italian and Dutch mean
the English one. These tables hold what that does not reach.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from pressrelease.model import (
    Address,
    Asset,
    Boilerplate,
    Change,
    Contact,
    Dateline,
    Embargo,
    Notice,
    Organisation,
    Part,
    Person,
    Phone,
    Place,
    Related,
    Release,
    Rendition,
    Rights,
    Subject,
    Ticker,
    Translation,
)


def _table(text: str) -> dict[str, str]:
    """Return name to target of lines `target: name name …`."""
    pairs = (line.split(":", 1) for line in text.strip().splitlines())
    return {name: target.strip() for target, names in pairs for name in names.split()}


ALIASES: Mapping[type[Part], Mapping[str, str]] = {
    Release: _table("""
        headline: title linktitle
        subheadline: subtitle subhead subheading deck
        summary: description abstract excerpt teaser lead standfirst
        byline: author authors by
        language: lang locale
        id: guid uuid
        story: body content text
        slugline: catchline
        dateline.places: city location place cities
        dateline.time: time
        dateline.zone: timezone time_zone tz
        dateline.credit: credit agency
        published: publishdate publish_date date_published published_at pubdate
        updated: lastmod modified last_modified last_modified_at date_modified updated_at
        expires: expirydate expiry_date expiration_date unpublishdate unpublish_date
        keywords: tags
        subjects: categories topics
        url: permalink canonical canonical_url canonicalurl link
        assets: image images cover featured_image featuredimage hero media picture thumbnail attachments
        aliases: redirect_from
        boilerplates: about
        contacts: media_contact press_contact
        rights: copyright
        editor_note: note_to_editors editors_note
        provider: distributor
        publisher: issuer
    """),
    Dateline: _table("""
        places: city cities location
        zone: timezone time_zone tz
        credit: agency
    """),
    Embargo: _table("until: till lift lifts date moment\nprinted: line text"),
    Phone: _table("number: phone tel telephone fax mobile"),
    Address: _table("""
        street: street_address address line1
        city: town locality
        region: state province
        postcode: zip zip_code postal_code postalcode
    """),
    Ticker: _table("symbol: ticker"),
    Organisation: _table("""
        name: title
        legal_name: legalname
        phones: tel telephone fax facsimile mobile
        emails: mail email_address
        web: url website site
        register_entry: register
        vat_id: vat vatid
    """),
    Person: _table("role: title position job_title\norganisation: company affiliation"),
    Contact: _table("""
        role: title position job_title
        organisation: company
        phones: tel telephone fax facsimile mobile cell
        emails: mail email_address
        web: url website
    """),
    Boilerplate: _table("heading: title name\nstory: text body content about"),
    Notice: _table("text: body content\nheading: title\norganisation: company"),
    Subject: _table("code: qcode id\nname: title"),
    Rendition: _table("href: url src path file image\nmedia_type: type mime mime_type"),
    Asset: _table("""
        renditions: files
        caption: description
        credit: photographer
        rights: copyright
        alt: alt_text alternative
    """),
    Related: _table("href: url link\ntitle: name headline"),
    Translation: _table("language: lang locale\nhref: url link\ntitle: headline"),
    Rights: _table("holder: owner\nlicence: licence_url\nusage_terms: terms usage\nnotice: copyright"),
    Change: _table("kind: type\nnote: text"),
    Place: _table("name: city\nlatitude: lat\nlongitude: lon lng long"),
}
"""By kind of part: another name of a field to the field's own; `dateline.places` is a field of a field."""

QUOTE_NAMES = _table("""
    text: text quote quotation words
    speaker: speaker by author name who person
    role: role title position job_title
    organisation: organisation company
""")

STATUS = _table("""
    usable: usable published public live final active
    withheld: withheld draft hidden embargoed unpublished
    canceled: canceled cancelled killed withdrawn retracted
""")

OF_GENERATORS = frozenset(
    _table("""
        hugo: weight type outputs menu menus series markup build _build resources sitemap cascade headless iscjklanguage
        hugo: params videos audio
        jekyll: template permalink_style collection ordinal comments math katex mathjax mermaid toc classes
        jekyll: header sidebar
        jekyll: author_profile read_time readingtime share sharing redirect_to excerpt_separator nav nav_order parent
        themes: showtoc hidetoc tocopen hidemeta disableshare searchhidden robots noindex pin pinned featured highlight
        pelican: save_as
    """)
)
"""Names that only a generator understands: kept in `extra` under `generator:`."""

HANDLED = ("date", "draft", "quotes", "layout", "embargo", "embargoed_until")
"""Names of a release that need a reading of their own."""

_WORDS = _table("""
    title: titel titre titulo título titolo überschrift schlagzeile
    subtitle: untertitel sous_titre subtitulo subtítulo sottotitolo ondertitel
    date: datum fecha
    city: ort lieu lugar luogo plaats
    embargo: sperrfrist embargo_bis
    language: sprache langue idioma lingua taal
    tags: schlagworte schlagwörter stichworte mots_clés mots_cles palabras_clave parole_chiave trefwoorden
    summary: zusammenfassung résumé resumen riassunto sommario samenvatting
    author: autor auteur autore
    image: bild bilder imagen immagine afbeelding
    contacts: kontakt kontakte pressekontakt contacto contatto contactpersoon
    version: versión versione versie
""")
"""Words of other languages that mean one field alone, to the English word for it."""

USUAL = ("title", "subtitle", "date", "city", "summary", "tags", "language", "embargo", "image", "contacts")
"""Names that people write most, first in what is said of a name that nobody knows."""

_SPELLING = {"organization": "organisation", "license": "licence"}


@functools.lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """Return a field's name as it is compared."""
    key = re.sub(r"[-\s]+", "_", name.strip()).lower()
    for american, british in _SPELLING.items():
        key = key.replace(american, british)
    return _WORDS.get(key, key)


@functools.lru_cache(maxsize=4096)
def target(kind: type[Part], name: str) -> str:
    """Return the field of `kind` that `name` means (`dateline.places`: a field of a field), or an empty string."""
    key = normal(name)
    own = kind.model_fields
    aliases = ALIASES.get(kind, {})
    for form in (key, key + "s", key + "es", key.removesuffix("s"), key.removesuffix("es")):
        if form in own and (form == key or key not in aliases):
            return form
        if form in aliases:
            return aliases[form]
    return _whatever_its_hyphens(kind).get(key.replace("_", ""), "")


@functools.cache
def _whatever_its_hyphens(kind: type[Part]) -> Mapping[str, str]:
    """Return names without hyphens, singular and plural: `e-mail` is `emails`, `sub-title` a `subtitle`."""
    every = [*ALIASES.get(kind, {}).items(), *((n, n) for n in kind.model_fields)]
    found: dict[str, str] = {}
    for name, field in every:
        bare = name.replace("_", "")
        found |= {bare.removesuffix("s"): field, f"{bare.removesuffix('s')}s": field}
    return found


def understood(name: str) -> bool:
    """Return whether a release has a field of that name, by whatever name."""
    return bool(target(Release, name)) or normal(name) in HANDLED


def known(kind: type[Part]) -> tuple[str, ...]:
    """Return every name a field of `kind` may have."""
    more = HANDLED if kind is Release else ()
    return (*kind.model_fields, *ALIASES.get(kind, ()), *(n for n in more if n not in kind.model_fields))
