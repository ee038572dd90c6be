"""Credits as datelines print them, and the words that no dateline opens with."""

from __future__ import annotations

import functools
import re

from pressrelease.datelines.places import CITIES

_AGENCIES = r"""
AP | Reuters | REUTERS | UPI | PA | AFP | dpa(?:[/-][\w-]+)* | ots(?:[/.-][\w-]+)* | OTS(?:[/.-][\w-]+)*
APA(?:[/-][\w-]+)* | AFX | dapd | ddp | KNA(?:[/-]\w+)? | epd(?:[/-]\w+)? | sid | SID | ANP | Belga | BELGA | EFE | ANSA
sda | AGI
Adnkronos | LaPresse | Europa\ Press | EUROPA\ PRESS | Lusa | LUSA | TASS | Interfax | Xinhua | PTI | ANI | IANS
Kyodo | Jiji | Yonhap | Bloomberg | ATS | SDA | Keystone-(?:SDA|ATS) | TT | NTB | Ritzau | STT | PAP | CTK | ČTK | MTI
ANTARA | Bernama | SPA | WAM | QNA | KUNA | MAP | GNA | USPA(?:\ NEWS)? | news\ aktuell | pressetext | pt[aes]\d{2,12}
PRNewswire(?:[ -][\w.\ -]{1,30})? | PR\ NEWSWIRE | CNW(?:\ [\w.\ -]{1,20})? | PRWEB | PRWeb | Cision | CISION
BUSINESS\ WIRE | Business\ Wire | GLOBE\ NEWSWIRE | GlobeNewswire | GLOBENEWSWIRE | GNW-Adhoc | Marketwired?
MARKETWIRED? | Market\ Wire | Newsfile(?:\ Corp\.?)? | NEWSFILE | ACCESSWIRE | ACCESS\ Newswire | EINPresswire\.com
EIN\ Presswire | 24-7PressRelease | 24-7PRESSRELEASE
EQS(?:[ -][\w-]+)? | DGAP(?:[ -][\w-]+)? | JCN\ Newswire | ACN\ Newswire | Media\ OutReach(?:\ Newswire)?
MEDIA\ OUTREACH | openPR | PresseBox | lifePR | TheNewswire | Newswire\.com | NewMediaWire | PRESSEBOX | SIPA\ NEWS
"""
_EACH = [word.strip() for line in _AGENCIES.split("\n") for word in line.split(" | ") if word]
AGENCY = f"(?:{'|'.join(_EACH)})".replace("\\ ", " ")
"""A regular expression for the credits of the field's wires."""

ANY_CREDIT = r"[^\W\d_][\w.&'’+/ -]{1,38}[\w.]"
"""A regular expression for a credit nobody has heard of."""

CREDIT_WORDS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9&.]*(?: [A-ZÀ-ÖØ-Þ0-9&.]+){0,4}"
"""A regular expression for a credit in capitals that opens a paragraph by itself: `KBN NEWS`."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEWS = _words("NEWS PRESS WIRE NEWSWIRE AGENCY MEDIA PRESSE NACHRICHTEN MELDUNGEN NOTICIAS NOTIZIE NIEUWS")
_NO_NEWS = _words(
    "BREAKING LATEST TOP HOT GOOD BAD GREAT MORE ALL FAKE LOCAL WORLD OTHER MAJOR PRODUCT COMPANY INDUSTRY THE IN "
    "FOR NO OLD NEW BIG SOCIAL THIS EXCITING FROM TO"
)


def signs_as_news(credit: str) -> bool:
    """Return whether words in capitals are a news service's own: `KBN NEWS`, not `BREAKING NEWS`."""
    words = credit.split(" ")
    return len(words) > 1 and words[-1] in _NEWS and not _NO_NEWS & {*words}


_OPENERS = _words(
    "on in at the from since by for after before between during until as with about under over into this that "
    "these those there here we he she it they you i but and so if when while then his her its our their my your a "
    "an not no yes how why what who where which am im seit nach vor bis ab zum zur wir er sie es ich ein eine auf "
    "unter bei mit dem den des und oder aber wenn als wie was wer dans depuis selon pour par avec nous il elle "
    "ils ce cette un une desde según segun para por con nosotros este esta il lo gli dal secondo per noi questo "
    "sinds volgens voor met wij dit een op following today yesterday tomorrow now thus however meanwhile heute "
    "gestern morgen hier vom beim both all"
)
_NOUNS = _words(
    "press release news update updated statement announcement report results published posted date dated "
    "pressemitteilung presseinformation presseinfo medienmitteilung medieninformation pressemeldung pressebericht "
    "stand datum communiqué comunicado comunicato persbericht meeting conference sale edition issue embargo "
    "embargoed sperrfrist corp corp. inc inc. ltd ltd. gmbh ag llc plc company contact version source photo "
    "copyright note summary headline announces announced says said is are was has have will today monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december montag dienstag mittwoch donnerstag freitag samstag sonntag warning breaking exclusive "
    "correction correcting attention reminder save webinar event agenda quarter fiscal earnings hinweis achtung "
    "korrektur termin einladung bild foto quelle kontakt redaktion veröffentlicht aktualisiert immediate dividend "
    "record deadline expires valid effective established founded born chapter section figure table since until "
    "annual general shareholders hauptversammlung jahresbericht nasdaq nyse q1 q2 q3 q4 ceo cfo president "
    "chairman director"
)


@functools.lru_cache(maxsize=512)
def opens_no_dateline(name: str) -> bool:
    """Return whether `name` cannot be a place: it opens a sentence, or names a thing that bears a date."""
    if name.lower() in CITIES:
        return False
    words = re.split(r"[ \u00a0-]", name.lower())
    if len(words) == 1 and words[0] in _ARTICLES:
        return True
    return words[0] in _OPENERS or any(w in _NOUNS for w in words)


_ARTICLES = _words("le la les el los las il lo gli i het de der die das den may mai")


def spells(name: str, credit: str) -> bool:
    """Return whether `credit` is but the initials of `name`: `Over-the-Shoulder (OTS)` is no dateline."""
    initials = "".join(w[:1] for w in re.split(r"[^\w]+", name) if w).lower()
    return credit.isupper() and credit.lower() in initials
