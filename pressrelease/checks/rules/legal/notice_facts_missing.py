"""A notice that the law asks for, without a fact that it must hold.

A notice with a hole is not printed, or is printed without what makes it count. The facts of a single release stand in
its front matter under `extra.notices.facts`, those of the house in `newsroom.toml`; `pressrelease notices` lists them.
What the imprint and the responsible person lack has rules of its own.

Source: docs/notices.md, the profiles, each with its source.

Newsroom:

    title = "Hafen"
    base_url = "https://hafen.example/"
    publisher = {legal_name = "Hafen AG", isin = "DE0005140008", address = {street = "Kai 1", city = "Hamburg"}}
    imprint = {jurisdiction = "DE", when = ["listed"]}

Example:

    ---
    headline: Hafen AG verkauft Kai
    language: de
    published: 2026-03-02T09:00+01:00
    extra: {notices: {when: [inside-information]}}
    ---
    Die Hafen AG verkauft den Kai.

Use instead:

    ---
    headline: Hafen AG verkauft Kai
    language: de
    published: 2026-03-02T09:00+01:00
    extra:
      notices:
        when: [inside-information]
        facts:
          segment: Frankfurt, Prime Standard
          event: Beschluss vom 2. März 2026
          reason: Der Erlös hebt den Gewinn des Jahres.
          notifier: Ada Byron, Vorstand
    ---
    Die Hafen AG verkauft den Kai.

Excuse it: where the fact is told in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_OWN_RULES = ("provider", "editorial-responsibility")


def run(case: Case) -> Iterator[Hit]:
    """Yield each profile in force whose facts are not all told."""
    for one in case.due:
        profile = one.profile
        if one.binds and one.missing and profile.kind not in _OWN_RULES:
            facts = ", ".join(fact.fact for fact in one.missing)
            message = f"{profile.citation} asks for {facts} in the notice “{profile.label[one.language]}”"
            yield Hit(message, "extra.notices", fix="; ".join(f"set {fact.at}" for fact in one.missing))


RULE = Rule(id="notice-facts-missing", group="legal", severity="warning", run=run)
