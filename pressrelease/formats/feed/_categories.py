"""Subjects and keywords as categories (term, label, scheme), and back: decided once for every feed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pressrelease.model import Release, Subject
from pressrelease.vocabulary import subject_words

SCHEMES = {
    "medtop": "http://cv.iptc.org/newscodes/mediatopic/",
    "subj": "http://cv.iptc.org/newscodes/subjectcode/",
}
"""Prefix of a code to the URI of its scheme (IPTC NewsCodes)."""


@dataclass(frozen=True, slots=True)
class Category:
    """One category as Atom knows it (RFC 4287, 4.2.2)."""

    term: str
    label: str = ""
    scheme: str = ""


def categories(release: Release) -> tuple[Category, ...]:
    """Return subjects, then keywords, of `release`, none twice.

    A subject without a code repeats its name as label; a keyword is a term alone.
    """
    found = [_category(subject, release.language) for subject in release.subjects]
    found += [Category(word) for word in release.keywords]
    return tuple(dict.fromkeys(found))


def from_categories(found: Iterable[Category]) -> tuple[tuple[Subject, ...], tuple[str, ...]]:
    """Return the subjects and keywords that `categories` made `found` of."""
    subjects: list[Subject] = []
    keywords: list[str] = []
    for c in dict.fromkeys(found):
        code = _code(c)
        if code:
            subjects.append(Subject(code=code, name=c.label))
        elif c.label == c.term:
            subjects.append(Subject(name=c.term))
        elif c.term:
            keywords.append(c.term)
    return tuple(subjects), tuple(keywords)


def rss_pair(c: Category) -> tuple[str, str]:
    """Return (text, domain) of a category in RSS: readers show its name; its code is in the domain's address."""
    return (c.label, f"{c.scheme}{c.term}") if c.label else (c.term, c.scheme)


def from_rss(text: str, domain: str, ours: bool) -> Category:
    """Return the category that RSS writes as `text` and `domain`; only our own feeds keep codes of other schemes."""
    for scheme in SCHEMES.values():
        if domain == scheme:
            return Category(text, "", scheme)
        if domain.startswith(scheme):
            return Category(domain.removeprefix(scheme), text, scheme)
    if not domain or not ours:
        return Category(text)
    prefix, mark, term = domain.partition(":")
    if mark and not term:
        return Category(text, "", domain)
    return Category(term, text, f"{prefix}:") if mark else Category(domain, text)


def _category(subject: Subject, language: str) -> Category:
    if not subject.code:
        return Category(subject.name, subject.name)
    prefix, mark, term = subject.code.partition(":")
    if prefix in SCHEMES and term:
        return Category(term, subject_words(subject, language)[0], SCHEMES[prefix])
    # A code that is none (no prefix, white space behind it) stays in one piece, or reading would trim it.
    whole = not (mark and prefix and term) or term != term.strip()
    return Category(subject.code, subject.name) if whole else Category(term, subject.name, f"{prefix}:")


def _code(c: Category) -> str:
    for prefix, scheme in SCHEMES.items():
        if c.scheme.removesuffix("/") == scheme.removesuffix("/"):
            return f"{prefix}:{c.term}"
    if c.scheme.endswith(":") and c.scheme.count(":") == 1:
        return f"{c.scheme}{c.term}"
    return c.term if c.label and c.label != c.term and not c.scheme else ""
