"""Values for property tests: texts of all planes, spans, blocks, stories, every part of a release, releases.

Everything here is canonical by the model's own doing; nothing is filtered away that a release may hold.
"""

from __future__ import annotations

import datetime as dt
import string
from typing import Any, cast

from hypothesis import strategies as st

from pressrelease.characters import illegal, one_line
from pressrelease.model import (
    Address,
    Asset,
    Boilerplate,
    Change,
    Contact,
    Dateline,
    Embargo,
    Layout,
    Notice,
    NoticeKind,
    Organisation,
    Person,
    Phone,
    Place,
    Related,
    Release,
    Rendition,
    Rights,
    Slot,
    Subject,
    Ticker,
    Translation,
)
from pressrelease.story import (
    Attribution,
    Break,
    BulletList,
    Cell,
    Emphasis,
    Figure,
    Heading,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Quote,
    Rule,
    Span,
    Story,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)

# --- words ------------------------------------------------------------------------------------------------------------

SPECIAL = "*_`#[](){}<>|\\!+-.=~^&\"'/:;,@$%?0123456789 \n\t"
ORDINARY = string.ascii_letters + string.digits + "    .,äöüßéñçøł€–—„“”‚‘’«»…"
ODD = (
    "\u00a0\u00ad\u0085\u2028\u2029\u200b\u200d\u200f\u202e\u2066\ufeff\u0301\u05d0\u0627\u3000"
    "\U0001f600\U00010348\ufdd0\U0001ffff"
)
TRICKY = (
    "yes", "no", "on", "off", "null", "~", "=", "<<", "true", "12:30", "1:30:45", "2026-03-02", "2026-03-02T09:00Z",
    "1e3", "0x1f", "0o17", "017", "1_000", ".5", ".inf", ".nan", "-", "- a", "? a", "a: b", "a #b", "#a", "&a", "*a",
    "!a", "!!str a", "%a", "@a", "`a`", "'a'", '"a"', "{a}", "[a]", "---", "...", "| a", "> a", "1. a", "1) a", "2020.",
    "+ a", "===", "***", "* * *", "_a_", "**a**", "__a__", "<b>a</b>", "<script>alert(1)</script>", "<a", "</p>",
    "<!-- a -->", "<?a?>", "<![CDATA[a]]>", "&amp;", "&#42;", "&lt", "&copy", "[a](b)", "![a](b)", "[a]: b", "[a][b]",
    "https://example.org/", "a\\", "\\*", "a  b", "# a", "a #", "|a|b|", "|-|-|", ":--", "~~~", "```", "– a", "— a",
    "[quote 1]", "{a}", "{{a}}", "{% a %}", "=1+1", "a|b", "(a)", "a@example.org", "<a@example.org>", "^a^", "~a~",
    "Title: a", "[ ]", "[x] a", "\u200bq", "=a", "a==b", "<p>", "`", "``", "x^2", "\x0cZ"[1:],
)  # fmt: skip


def _legal(text: str) -> bool:
    return not illegal(text)


texts = st.one_of(
    st.text(ORDINARY, max_size=30),
    st.text(SPECIAL, max_size=12),
    st.sampled_from(TRICKY),
    st.lists(st.sampled_from(TRICKY), min_size=2, max_size=3).map(" ".join),
    st.text(ORDINARY + SPECIAL + ODD, max_size=12),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).filter(_legal),
)
"""Any text a document may hold: ordinary, special in some syntax, of all planes."""

lines = texts.map(one_line)
words = lines.filter(bool)
"""One line that says something."""

prose = st.lists(words, max_size=3).map("\n\n".join)
patterns = st.one_of(
    st.sampled_from(
        ["{name}, {role}", "{street}\n{city}", "{label} & {citation}: {person}", "  {a}\n\t", "\n"]
    ),
    texts,
)
names = st.text("abcdefghijklmnop", min_size=1, max_size=8)

_IN_URL = string.ascii_letters + string.digits + "-._~!$'()*+,;=:@%/?#[]<>\"`^{|}äé中\U0001f600"
hrefs = st.one_of(
    st.sampled_from(
        [
            "https://example.org/", "https://example.org/a?b=1&c=2#d", "http://example.org/(a)_b*c",
            "mailto:a@example.org", "tel:+49301234567", "a/b.html", "../c", "/d", "#e",
            "?f=1&g=2&copy=3", "https://example.org/a b", "https://[::1]/",
        ]
    ),
    st.text(_IN_URL, max_size=10).map(lambda t: "https://example.org/" + t),
    st.text(_IN_URL, max_size=10).map(lambda t: "a/?" + t + "&lt=1"),
)  # fmt: skip
web_hrefs = hrefs.filter(lambda h: not h.startswith(("mailto:", "tel:")))
urls = hrefs.filter(lambda h: h.startswith("http") and "://[" not in h)

# --- stories ----------------------------------------------------------------------------------------------------------

_text_spans = texts.map(Text)
_attributions = st.builds(
    Attribution,
    speaker=lines,
    role=lines,
    organisation=lines,
    layout=st.one_of(st.none(), st.just(""), patterns, st.just("said {speaker}")),
    quote=st.sampled_from(["", "", "q1", "q2", "a b", "<&>"]),
)


def spans(depth: int = 2) -> st.SearchStrategy[tuple[Span, ...]]:
    """Return any inline content, containers nested up to `depth`."""
    leaf: st.SearchStrategy[Any] = st.one_of(
        _text_spans, _text_spans, _text_spans, st.just(Break()), _attributions
    )
    if depth == 0:
        return st.lists(leaf, max_size=3).map(tuple)
    inner = spans(depth - 1)
    container = st.one_of(
        st.builds(Strong, inner),
        st.builds(Emphasis, inner),
        st.builds(Link, inner, hrefs),
        st.builds(
            Quotation,
            inner,
            quote=st.sampled_from(["", "q1", "q2", "a b"]),
            opening=st.sampled_from(["“", "„", "«\u00a0", '"', "", "<", "*"]),
            closing=st.sampled_from(["”", "“", "\u00a0»", '"', "", ">", "*"]),
        ),
        st.builds(Superscript, inner),
        st.builds(Subscript, inner),
    )
    return st.lists(st.one_of(leaf, leaf, container), max_size=5).map(tuple)


_cells = st.one_of(
    st.builds(Cell, spans(1)),
    st.builds(Cell, spans(1), align=st.sampled_from(["", "left", "right", "center"])),
    st.builds(
        Cell,
        spans(1),
        header=st.booleans(),
        colspan=st.integers(1, 3),
        rowspan=st.integers(1, 3),
        align=st.sampled_from(["", "left", "right", "center"]),
    ),
)


@st.composite
def plain_tables(draw: st.DrawFn) -> Table:
    """Draw a table of the common sort: one head row, rows of equal length, columns aligned, no spans."""
    columns = draw(st.lists(st.sampled_from(["", "left", "right", "center"]), min_size=1, max_size=3))

    def row(header: bool) -> tuple[Cell, ...]:
        return tuple(Cell(draw(spans(1)), header=header, align=cast(Any, align)) for align in columns)

    return Table(tuple(row(False) for _ in range(draw(st.integers(0, 3)))), (row(True),), draw(spans(0)))


_rows = st.lists(st.lists(_cells, max_size=3).map(tuple), max_size=3).map(tuple)
tables = st.one_of(
    plain_tables(),
    st.builds(Table, _rows, st.lists(st.lists(_cells, max_size=3).map(tuple), max_size=2), spans(1)),
)


def blocks(depth: int = 2) -> st.SearchStrategy[Any]:
    """Return any block, quotes and lists nested up to `depth`."""
    leaf = st.one_of(
        st.builds(Paragraph, spans()),
        st.builds(Paragraph, spans()),
        st.builds(Heading, spans(1), st.integers(2, 6)),
        st.builds(Figure, web_hrefs, lines, spans(1), lines),
        tables,
        st.just(Rule()),
    )
    if depth == 0:
        return leaf
    inner = st.lists(blocks(depth - 1), max_size=3).map(tuple)
    items = st.lists(inner, max_size=3).map(tuple)
    short = st.lists(texts.map(lambda t: (Paragraph((Text(t),)),)), max_size=4).map(tuple)
    return st.one_of(
        leaf,
        leaf,
        st.builds(Quote, inner, st.one_of(st.none(), _attributions)),
        st.builds(BulletList, st.one_of(items, short)),
        st.builds(NumberedList, st.one_of(items, short), st.one_of(st.just(1), st.integers(0, 99))),
    )


def stories(depth: int = 2, max_size: int = 5) -> st.SearchStrategy[Story]:
    """Return any story of up to `max_size` blocks."""
    return st.lists(blocks(depth), max_size=max_size).map(lambda found: Story(tuple(found)))


# --- parts of a release -----------------------------------------------------------------------------------------------

_offsets = st.integers(-14 * 4, 14 * 4).map(lambda quarters: dt.timezone(dt.timedelta(minutes=15 * quarters)))
moments = st.datetimes(
    dt.datetime(1971, 1, 2), dt.datetime(2150, 1, 1), timezones=st.one_of(st.just(dt.UTC), _offsets)
)
days = st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))
clocks = st.one_of(st.times(), st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)))
zones = st.sampled_from(["", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "+02:00", "-03:30"])
languages = st.sampled_from(["und", "en", "de", "de-AT", "fr", "ar", "he", "zh-Hant", "pt-BR"])
emails = st.sampled_from(["press@example.org", "a.b+c@example.com", "ü@example.org", "x'y@example.net"])
slugs = st.from_regex(r"[a-z0-9äö中_](?:[a-z0-9_.-]{0,10}[a-z0-9])?", fullmatch=True)
counts = st.integers(1, 10**9)


def many(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to `most` of `strategy`, as a tuple."""
    return st.lists(strategy, max_size=most).map(tuple)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


def _finite(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


places = st.builds(
    Place,
    name=words,
    region=lines,
    country=lines,
    uri=lines,
    latitude=_maybe(_finite(-90, 90)),
    longitude=_maybe(_finite(-180, 180)),
)
datelines = st.builds(
    Dateline,
    places=many(places),
    date=_maybe(days),
    time=_maybe(clocks),
    zone=zones,
    zone_printed=lines,
    date_printed=lines,
    credit=lines,
    style=lines,
    layout=patterns,
)
embargoes = st.builds(Embargo, until=_maybe(moments), binding=st.booleans(), printed=lines)
phones = st.builds(Phone, number=words, label=lines, kind=st.sampled_from(["voice", "fax", "mobile"]))
addresses = st.builds(
    Address,
    street=lines,
    lines=many(words),
    city=lines,
    region=lines,
    postcode=lines,
    country=lines,
    layout=patterns,
)
tickers = st.builds(Ticker, exchange=lines, symbol=words)
organisations = st.builds(
    Organisation,
    name=words,
    legal_name=lines,
    address=_maybe(addresses),
    phones=many(phones),
    emails=many(emails),
    web=lines,
    register_entry=lines,
    vat_id=lines,
    tickers=many(tickers),
    isin=lines,
    lei=lines,
    uri=lines,
    logo=st.one_of(st.just(""), web_hrefs),
    layout=patterns,
)
people = st.builds(Person, name=words, role=lines, organisation=lines, uri=lines)
contacts = st.builds(
    Contact,
    name=lines,
    role=lines,
    organisation=lines,
    phones=many(phones),
    emails=many(emails),
    web=lines,
    address=_maybe(addresses),
    note=lines,
    heading=lines,
    for_editors=st.booleans(),
    layout=patterns,
).filter(lambda c: c.model_copy(update={"layout": "", "for_editors": False}) != Contact())
"""Contacts that say something: one that does not stands nowhere, and those behind it move up."""
boilerplates = st.builds(Boilerplate, heading=lines, story=stories(1, 2))
notices = st.builds(
    Notice,
    kind=st.sampled_from(NoticeKind.__args__),
    heading=lines,
    label=lines,
    citation=lines,
    text=prose,
    person=lines,
    organisation=lines,
    jurisdiction=lines,
    layout=patterns,
)
subjects = st.one_of(
    st.builds(Subject, name=words, code=lines),
    st.builds(Subject, name=lines, code=st.sampled_from(["medtop:04000000", "subj:15000000", "acme:1"])),
)
renditions = st.builds(
    Rendition,
    href=web_hrefs,
    name=lines,
    media_type=st.sampled_from(["", "image/jpeg", "video/mp4"]),
    width=_maybe(counts),
    height=_maybe(counts),
    duration=_maybe(_finite(0.001, 1e9)),
    size=_maybe(counts),
)
assets = st.builds(
    Asset,
    renditions=st.lists(renditions, min_size=1, max_size=2).map(tuple),
    role=st.one_of(st.sampled_from(["main", "gallery", "logo", "document"]), lines),
    id=lines,
    title=lines,
    alt=lines,
    caption=prose,
    credit=lines,
    rights=lines,
)
related = st.builds(Related, href=hrefs, title=lines, rel=lines)
translations = st.builds(
    Translation,
    language=languages,
    href=st.one_of(st.just(""), hrefs),
    id=lines,
    title=lines,
    version=_maybe(counts),
)
rights = st.builds(
    Rights,
    holder=lines,
    year=_maybe(st.integers(1900, 9999)),
    notice=lines,
    usage_terms=prose,
    licence=st.one_of(st.just(""), urls),
    data_mining=st.sampled_from(["", "reserved", "allowed"]),
    data_mining_policy=st.one_of(st.just(""), urls),
)
changes = st.builds(
    Change,
    kind=st.sampled_from(["new", "update", "correction", "kill"]),
    note=prose,
    wrong=lines,
    right=lines,
    at=_maybe(moments),
)
slots = st.builds(
    Slot,
    what=words,
    label=lines,
    gap=st.integers(0, 99),
    label_gap=st.integers(0, 99),
    inner=st.integers(0, 99),
    wrap=st.integers(0, 999),
    marker=patterns,
)
layouts = st.builds(
    Layout,
    style=lines,
    slots=many(slots, 3),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    end=st.integers(0, 99),
)
_plain_data = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**30), 10**30), _finite(-1e300, 1e300), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=5,
)
extras = st.dictionaries(st.one_of(names.map("acme:".__add__), texts), _plain_data, max_size=3)

_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "headline": words,
    "subheadline": lines,
    "id": lines,
    "version": counts,
    "status": st.sampled_from(["usable", "withheld", "canceled"]),
    "change": changes,
    "language": languages,
    "slug": slugs,
    "slugline": lines,
    "byline": lines,
    "summary": prose,
    "dateline": datelines,
    "story": stories(),
    "boilerplates": many(boilerplates),
    "contacts": many(contacts),
    "notices": many(notices),
    "publisher": organisations,
    "provider": organisations,
    "url": urls,
    "embargo": embargoes,
    "published": moments,
    "updated": moments,
    "expires": moments,
    "subjects": many(subjects),
    "keywords": many(words, 3),
    "places": many(places),
    "people": many(people),
    "organisations": many(organisations),
    "assets": many(assets),
    "related": many(related),
    "translations": many(translations),
    "rights": rights,
    "urgency": st.integers(1, 9),
    "genre": lines,
    "editor_note": prose,
    "aliases": many(slugs),
    "excuses": st.dictionaries(words, lines, max_size=2),
    "extra": extras,
    "layout": layouts,
}
assert set(_FIELDS) == set(Release.model_fields), "every field of the model has its strategy"


@st.composite
def releases(draw: st.DrawFn, **fixed: st.SearchStrategy[Any]) -> Release:
    """Draw a release: its headline, a story mostly, and a handful of its other fields, or those `fixed`.

    A few fields a draw keep an example small; over many draws every field meets every other.
    """
    others = [n for n in _FIELDS if n not in ("headline", "story")]
    chosen = {"headline", *draw(st.lists(st.sampled_from(others), max_size=6, unique=True))}
    if draw(st.integers(0, 3)):
        chosen.add("story")
    values = {
        name: draw(fixed.get(name, _FIELDS[name])) for name in _FIELDS if name in chosen or name in fixed
    }
    return Release(**values)
