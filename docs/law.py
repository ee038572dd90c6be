"""The page of notice profiles, from their data."""

from __future__ import annotations

import datetime as dt

from parts import EXAMPLES

from pressrelease.notices import Profile, Reference, Span, profiles, references

_BASIS = {"statute": "read", "secondary": "secondary", "general": "general"}


def notices_page() -> str:
    """Return `notices.md`."""
    rows = "\n".join(map(_row, profiles()))
    dated = "\n".join(_reference(r, span) for r in references() for span in r.spans)
    return f"""# Notices

Made from the profiles by `make docs`; do not edit. Who publishes, who answers for the text, what securities law or a
payment asks for: a notice is chosen by jurisdiction, kind, condition and day. This page informs and is no legal advice.

    pressrelease notices my-newsroom                      # what is due today, with text, source, missing facts
    pressrelease notices my-newsroom --at 2020-08-26      # by the law of that day
    pressrelease notices my-newsroom/merger.md            # of a release, and how its own notices stand
    pressrelease notices my-newsroom --fail-on missing    # exit status 1 where a duty lacks a fact (or: fault)

## What a house says

Nothing changes until `newsroom.toml` has `[imprint]`; its fields stand in [newsroom.toml](newsroom.md#imprint). Name,
address, e-mail, telephone, register entry and VAT id are those of `[publisher]`.

```toml
{(EXAMPLES / "imprint.toml").read_text("utf-8")}```

`when` says what the offer is: `business` (nearly every newsroom), `editorial` (it forms opinions as a journal does),
`periodic`, `newsletter`, `commercial-mail`, `media-service`, `third-party` (it carries the releases of others),
`listed`, `tsxv`. A single release adds what holds of it alone, and facts that only it can tell:

```yaml
extra:
  notices:
    when: [forward-looking]      # paid, paid-securities, inside-information, ai, reviewed, reply, free-reuse
    facts:
      factors: demand for cranes and the price of steel
```

Rights that reserve data mining, and a publisher that is not the house, are noticed by themselves.

## Two clocks

A notice in a dated release is judged by the law of its publication date; a live page, feed or footer by the law of now.
The look-up is by day, never the newest. What is due joins a release when it is rendered, only for kinds of which the
release has none. Words that a release brought are never rewritten: they are printed as they stood, their citations are
judged by that day, and the current notice stands beside them: `pressrelease notices` prints it, a page of the site
links the imprint as it is today.

Labels cite no law. `cite = true` prints the citation of the day, from the table below; `[imprint.labels]` words a label
otherwise (`de-resp-4 = "Verantwortlich"`).

## A notice of the house's own

`[[imprint.profiles]]` adds a notice, or takes the place of one by its id: chosen by kind, condition and day like the
rest, filled from the same facts, printed as it stands. So does a house whose country is not known here.

```toml
{(EXAMPLES / "house-notice.toml").read_text("utf-8")}```

## What is printed

Duties that were read, in the statute or on secondary pages. A profile from general knowledge, and good practice that no
law asks for, only inform, until the house has had them checked and says so: `confirmed = ["us-contact"]`. A missing
fact is told with its place and reason; a sentence with a hole is not printed.

## In a program

```python
import datetime as dt
from pathlib import Path

import pressrelease as pr
from pressrelease.notices import cited, current, due, mail_footer, norm, printed, standings

newsroom = pr.Newsroom.parse(Path("docs/examples/imprint.toml").read_text("utf-8"))
now = dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)

norm("DE", "editorial-responsibility", dt.date(2020, 8, 26)).citation  # "§ 55(2) RStV"
due(newsroom, dt.date(2020, 8, 26))  # each with its profile, notice and missing facts
printed(current(newsroom, now), "html")  # for an imprint page: html, text or wire
printed(mail_footer(newsroom, now.date()), "text")  # for a mail to named recipients

old = pr.Release(
    headline="Crane",
    published=dt.datetime(2020, 8, 26, 9, tzinfo=dt.UTC),
    notices=[{{"kind": "editorial-responsibility", "label": "§ 6 MDStV", "person": "Ada Byron"}}],
)
[str(fault) for fault in standings(old, now, newsroom=newsroom)[0].faults]
cited("Angaben gemäß § 5 TMG")[0].reference.verdict(now.date())  # "superseded"
```

`templates/notices/` of a newsroom sets them otherwise: see [Templates](templates.md).

## Profiles

Both days are included; an empty one was not checked, or has no end. *Read* is the statute itself, *secondary* what
others write about it, *general* general knowledge. All were checked on {_checked()}.

| profile | kind | from | until | where | asks for | norm | basis | confidence | may be left out |
| :-- | :-- | :-- | :-- | :-- | :-- | :-- | :-- | :-- | :-- |
{rows}

## References

What `cited` finds in a text, and when each was in force.

| reference | of | from | until | about | afterwards |
| :-- | :-- | :-- | :-- | :-- | :-- |
{dated}
"""


def _row(p: Profile) -> str:
    asked = ", ".join((*p.requires, *(f"{fact} (companies)" for fact in p.companies)))
    days = f"{_day(p.valid_from)} | {_day(p.valid_until)}"
    norm = "good practice" if p.nature == "practice" else p.citation
    where = ", ".join(p.places)
    cells = (f"`{p.id}`", p.kind, days, where, asked, norm, _BASIS[p.basis], p.confidence, p.omit)
    return f"| {' | '.join(cells)} |"


def _reference(r: Reference, span: Span) -> str:
    days = f"{_day(span.valid_from)} | {_day(span.valid_until)}"
    about = f"{span.subject} ({span.regime})" if span.regime == "print" else span.subject
    return f"| `{r.id}` | {r.jurisdiction} | {days} | {about} | {span.successor} |"


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _checked() -> str:
    return " and ".join(sorted({p.checked_on.isoformat() for p in profiles()}))
