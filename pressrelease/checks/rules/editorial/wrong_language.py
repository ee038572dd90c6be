"""A release in another language than it says, or a paragraph in another than the rest.

Feeds, search engines, screen readers and translation go by the language that is declared. A paragraph in another one is
often left over from the text that was translated. Quotations may be in any language. A notice in another language than
the release is told, too: it may be right, and readers want to know what it says.

Source: W3C, "Declaring language in HTML"; IPTC NewsML-G2, `xml:lang`; BCP 47.

Example:

    ---
    headline: Der Hafen wird eröffnet
    language: en
    ---
    Der neue Hafen der Stadt wird am Montag eröffnet. Das ist für die Fähren und für die Gäste der Region eine gute
    Nachricht, auf die alle lange gewartet haben.

Use instead:

    ---
    headline: Der Hafen wird eröffnet
    language: de
    ---
    Der neue Hafen der Stadt wird am Montag eröffnet. Das ist für die Fähren und für die Gäste der Region eine gute
    Nachricht, auf die alle lange gewartet haben.

Excuse it: where a passage in another language is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.anatomy.language import likeliest
from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_WORDS = 20
"""Words of a passage in whose language one can be sure."""


def run(case: Case) -> Iterator[Hit]:
    """Yield the language where most long passages are in another, else each passage that is; then such notices."""
    told = [*_in_story(case)]
    yield from told
    for passage in case.passages if all(hit.path != "language" for hit in told) else ():
        if passage.kind == "notice" and len(passage.words) >= _WORDS:
            found = likeliest(passage.words, case.language)
            if found != case.language:
                message = f"this notice reads like “{found}”, the release is in “{case.language}”"
                yield passage.hit(
                    message, fix="say it in the language of the release as well", severity="info"
                )


def _in_story(case: Case) -> Iterator[Hit]:
    passages = [p for p in case.body.passages if p.kind in ("paragraph", "item") and len(p.words) >= _WORDS]
    told = [(p, found) for p in passages if (found := likeliest(p.words, case.language)) != case.language]
    if case.release.language != "und" and len(told) * 2 > len(passages):
        message = f"the release says it is in “{case.release.language}”; it reads like “{told[0][1]}”"
        yield Hit(message, "language", fix=f"language: {told[0][1]}")
        return
    for passage, found in told:
        yield passage.hit(
            f"reads like “{found}”, the rest like “{case.language}”", fix="translate it, or quote it"
        )


RULE = Rule(id="wrong-language", group="editorial", severity="warning", run=run)
