"""Telephone numbers, e-mail and web addresses in running text, each with its printed label before or after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["voice", "fax", "mobile", "email", "web", "vat_id", "register_entry"]

_FAX = r"Tele?fax|Fax(?:nummer|-Nr\.?)?|Facsimile|T[ée]l[ée]copie|Telefoonfax"
_MOBILE = (
    r"Mobil(?:e|telefon|funk)?(?: ?(?:phone|number))?|Cell(?: ?phone|ular[eo]?)?|Handy|M[óo]vil|"
    r"(?:T[ée]l\.? )?[Pp]ortable|Mobiel"
)
_VOICE = (
    r"Tele?(?:fon|phone|foon|fono|f)?(?:nummer|-Nr\.?)?|T[ée]l[ée]?(?:phone|fono)?|Phone|Ph|Fon|Office|"
    r"Direct|Durchwahl|Zentrale|Hotline|"
    r"Switchboard|Newsdesk|Toll-free|Call|Ruf|Rufnummer|T|M|F|P"
)
_MAIL = (
    r"mailto|E-?[Mm]ails?(?: address| ?[Aa]dresse)?|Mail|Courriel|Correo(?: electr[óo]nico)?|"
    r"Posta elettronica|M[ée]l"
)
_WEB = (
    r"Web(?:site|seite|adresse)?|Internet(?:seite|adresse)?|Homepage|Site(?: web| internet)?|Sito(?: web)?|"
    r"Sitio(?: web)?|URL|Online"
)
_END = r"\.?(?: ?\([^()\n]{1,30}\))?[ \t]*:?[ \t]*"
_PHONE_LABEL = re.compile(rf"(?<![\w@])(?:({_FAX})|({_MOBILE})|({_VOICE}))({_END})$", re.I)
_MAIL_LABEL = re.compile(rf"(?<![\w@])(?:{_MAIL}){_END}$", re.I)
_WEB_LABEL = re.compile(rf"(?<![\w@])(?:{_WEB}){_END}$", re.I)
_AFTER = re.compile(
    r" ([A-Z][\w-]{1,20}(?: [a-z-]{2,12})?|\([A-Za-z][\w .-]{1,20}\))"
    r"(?=\s*$|[ \t]*[\n,;|]|\s+[+(\d]|\s+\S*@|\s+[A-Z][\w-]{0,12}\.?:)"
)

_EMAIL = re.compile(r"(?<![\w.+%@-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.A | re.I)
_TOP = (
    r"(?:com|org|net|info|biz|example|news|press|media|int|gov|edu|eu|de|at|ch|li|fr|es|it|nl|be|lu|uk|ie|us|"
    r"ca|au|io|co|dk|se|no|fi|pl|cz|pt)"
)
_SITE = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s<>\"]{1,2000}|www\.[\w-]{1,63}(?:\.[\w-]{1,63})+(?:/[^\s<>\"]{0,2000})?"
    rf"|(?:[a-z0-9-]{{1,63}}\.){{1,4}}{_TOP}(?![\w.@-]*[\w@])(?:/[^\s<>\"]{{0,2000}})?)",
    re.I,
)
_NUMBER = re.compile(
    r"(?<![\w@./:,-])(?<!\d )(?:\+{1,2}\d{0,3}[ -]?|\(\+{1,2})?\(?\d(?:\(0\)|[\d .)\-/–‑]){4,28}\d(?![\w@]|[.-]\d)"
)
_KNOWN = re.compile(rf"(?:{_FAX}|{_MOBILE}|{_VOICE}|Local|Desk)(?!\w)", re.I)
_NORTH_AMERICAN = re.compile(r"(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}")
_NO_LABEL = re.compile(r"(?:FN|HR[AB]|UID|RCS|USt|VAT|TVA|BTW|CHE)(?!\w)")
_ZIP = re.compile(r"\d{5}(?:-\d{4})? (?=(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\Z)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{4}\s?[-–]\s?\d{4}|\d{5}-\d{4}")
_VAT = re.compile(
    r"(?:USt-?Id(?:Nr|-Nr)?\.?|UID(?:-Nr)?\.?|VAT(?: (?:ID|No|Reg(?:istration)?)\.?)*|N° ?TVA|TVA|P\. "
    r"?IVA|BTW(?:-nr)?\.?)[: ]{1,3}"
    r"((?:[A-Z]{2,3}[ -]?)?[A-Z0-9][\d. ]{5,14}[\dA-Z])(?!\w)"
)
_REGISTER = re.compile(
    r"(?:Amtsgericht [A-ZÄÖÜ][\w-]{2,30}(?: \([\w-]{2,30}\))?,? )?HR[AB] ?\d{1,7}(?: [A-Z]{1,2}(?!\w))?(?:,? "
    r"(?:AG|Amtsgericht) [A-ZÄÖÜ][\w-]{2,30})?"
    r"|FN ?\d{5,6} ?[a-z]\b|CHE-\d{3}\.\d{3}\.\d{3}|RCS [A-Z][a-z]{2,20} [AB]? ?[\d ]{9,11}|(?:Company|"
    r"Registered) (?:No|number)\.?:? \d{6,8}"
)


@dataclass(frozen=True, slots=True)
class Point:
    """One way to reach somebody: its words at `start:end`, its label at `label`, the whole at `first:last`."""

    kind: Kind
    start: int
    end: int
    label: tuple[int, int] | None
    first: int
    last: int


def points(text: str) -> list[Point]:
    """Return the telephone numbers, addresses and register facts in `text`, in order and apart."""
    found: list[Point] = []
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        return all(end <= a or start >= b for a, b in taken)

    def keep(point: Point) -> None:
        found.append(point)
        taken.append((point.first, point.last))

    for match in _EMAIL.finditer(text):
        keep(_labelled(text, "email", match.start(), match.end(), _MAIL_LABEL))
        if len(found) > 200:
            return []
    for match in _SITE.finditer(text):
        end = match.start() + len(match.group().rstrip(".,;:!?)'’”"))
        if free(match.start(), end):
            keep(_labelled(text, "web", match.start(), end, _WEB_LABEL))
    facts: tuple[tuple[re.Pattern[str], Kind], ...] = ((_VAT, "vat_id"), (_REGISTER, "register_entry"))
    for regex, kind in facts:
        fact = regex.search(text)
        if fact is not None and free(fact.start(), fact.end()):
            start, end = fact.span(1) if regex.groups else fact.span()
            keep(Point(kind, start, end, None, fact.start(), fact.end()))
    for match in _NUMBER.finditer(text):
        # `TX 78701 512-555-0142`: the postcode before a number is none of it.
        postcode = _ZIP.match(match.group())
        start = match.start() + (postcode.end() if postcode else 0)
        digits = sum(c.isdigit() for c in text[start : match.end()])
        if 6 <= digits <= 18 and not _DATE.fullmatch(match.group()) and free(start, match.end()):
            floor = max((last for _, last in taken if last <= start), default=0)
            number = _phone(text, start, match.end(), floor)
            if number is not None:
                keep(number)
        if len(found) > 200:
            return []
    return sorted(found, key=lambda p: p.start)


def _labelled(text: str, kind: Kind, start: int, end: int, label: re.Pattern[str]) -> Point:
    before = label.search(text, max(0, start - 50), start)
    return Point(kind, start, end, None, before.start() if before else start, end)


def _phone(text: str, start: int, end: int, floor: int) -> Point | None:
    """Return the number at `start:end` with its label, which may begin at `floor`; None where it is no telephone's."""
    before = _PHONE_LABEL.search(text, max(floor, start - 50), start)
    if before is not None:
        at = before.start()
        shown = before.group().rstrip().removesuffix(":").rstrip()
        kind: Kind = (
            "fax"
            if before.group(1) or shown in ("F", "F.")
            else "mobile"
            if before.group(2) or shown in ("M", "M.")
            else "voice"
        )
        return Point(kind, start, end, (at, at + len(shown)), at, end)
    after = _AFTER.match(text, end)
    after = None if after and _NO_LABEL.match(after.group(1)) else after
    told = after is not None and _KNOWN.match(after.group(1).strip("()")) is not None
    if not (text[start] in "+(0" or told or _NORTH_AMERICAN.fullmatch(text, start, end)):
        return None  # a bare number without any sign of a telephone
    if after is not None:
        word = after.group(1).strip("()")
        kind = "fax" if re.match(_FAX, word, re.I) else "mobile" if re.match(_MOBILE, word, re.I) else "voice"
        return Point(kind, start, end, after.span(1), start, after.end(1))
    return Point("voice", start, end, None, start, end)
