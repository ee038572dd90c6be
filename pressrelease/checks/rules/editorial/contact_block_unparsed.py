"""An address or contact that was left as one run of text.

Telephone, mail and address in one line cannot be dialled, written to or put into a card; a feed carries it as prose.

Source: hCard and schema.org `ContactPoint`, which ask for each part in a field of its own; general editorial practice.

Example:

    ---
    headline: Harbour opens
    ---
    The harbour opens on Monday.

    Press office: Ada Byron, Quay Street 1, 9900 Altona, phone +44 20 7946 0321, fax +44 20 7946 0322, ada@example.org

Use instead:

    ---
    headline: Harbour opens
    contacts: [{name: Ada Byron, emails: [ada@example.org], phones: ["+44 20 7946 0321"]}]
    ---
    The harbour opens on Monday.

Excuse it: where the address is the news itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"\+?\(?\d[\d\s()/.–-]{7,}\d")
_PARTS = 3


def run(case: Case) -> Iterator[Hit]:
    """Yield each passage that somebody wrote and that holds three or more ways to reach somebody in one line."""
    if "@" not in case.everything.text:
        return
    for passage in case.everything.passages:
        if passage.kind in ("address", "attribution") or "@" not in passage.text or case.is_made(passage):
            continue
        parts = len(_MAIL.findall(passage.text)) + len(_PHONE.findall(passage.text))
        if parts >= _PARTS:
            yield passage.hit(
                f"{parts} ways to reach somebody in one run of text",
                fix="put them into `contacts` or the imprint",
            )


RULE = Rule(id="contact-block-unparsed", group="editorial", severity="info", run=run)
