"""An address that tells on whoever follows it.

`utm_source` and its like say where a reader came from. In a release they count every desk and every reader as one
campaign, make one page into many for search engines, break where a mail wraps the line, and need consent in the
European Union.

Source: ePrivacy Directive 2002/58/EC, Art. 5(3); RFC 3986, 6 (equal addresses).

Example:

    ---
    headline: Harbour opens
    ---
    See [the prices](https://news.example.org/prices/?class=2&utm_source=pr&utm_medium=mail).

Use instead:

    ---
    headline: Harbour opens
    ---
    See [the prices](https://news.example.org/prices/?class=2).

Fix: the parameters are taken out, the rest of the address stays.

Excuse it: where the receiver has asked for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressrelease.checks.case import Case
from pressrelease.checks.rule import Hit, Rule

_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|_?ga|_gl|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|msclkid"
    r"|twclid|ttclid|yclid|li_fat_id|igshid|igsh|mc_[ce]id|_hsenc|_hsmi|hsCtaTracking|mkt_tok|vero_id|oly_\w+_id|wickedid"
    r"|s_kwcid|ef_id|__s|trk|trkCampaign|spm)",
    re.I,
)


def run(case: Case) -> Iterator[Hit]:
    """Yield each address with parameters that follow its reader."""
    for address in case.addresses:
        if "?" not in address.href:
            continue
        bare, dropped = _bare(address.href)
        if dropped:
            names = ", ".join(dropped)
            yield address.hit(
                f"{names} in this address: it tells on whoever follows it", fix=bare, instead=bare
            )


def _bare(href: str) -> tuple[str, list[str]]:
    """Return `href` without such parameters, and the names of those."""
    page, _, rest = href.partition("?")
    query, mark, fragment = rest.partition("#")
    kept, dropped = [], []
    for pair in re.split(r"&(?:amp;)?", query):
        name = pair.partition("=")[0]
        if _TRACKING.fullmatch(name):
            dropped.append(name)
        else:
            kept.append(pair)
    return page + ("?" + "&".join(kept) if kept else "") + mark + fragment, dropped


RULE = Rule(id="tracking-parameters", group="channel", severity="warning", run=run)
