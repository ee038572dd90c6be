"""Terms of use, from the one policy of `[terms]` and `[rights]`: RSL 1.0, TDMRep, and the page that says it.

`robots.txt` and the RSS feeds repeat them. Where the house says nothing, nothing is printed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from pressrelease.site.addresses import base_of, editions, root_path
from pressrelease.site.desk import Desk
from pressrelease.site.frame import filler, framed, titled
from pressrelease.site.output import Kind, Output
from pressrelease.site.plan import Site
from pressrelease.site.policy import RSL_FILE, policy
from pressrelease.wording import wording


def page_of(site: Site) -> Iterator[Output]:
    """Yield the page that tells people, in each edition."""
    told = policy(site.newsroom)
    if told is None:
        return
    for language in ("", *site.languages):
        w = wording(language or site.newsroom.language)
        about = {"title": titled(site, w("terms")), "alternates": editions(site, "terms")}
        yield framed(
            site, "terms", f"{base_of(site, language)}terms/index.html", language, about, {"policy": told}
        )


def rsl_of(site: Site) -> Iterator[Output]:
    """Yield the RSL file, where something is said in RSL's words and the house keeps no such file itself."""
    told = policy(site.newsroom)
    if told is not None and told.rsl == f"{site.newsroom.base_url}{RSL_FILE}":
        yield Output(RSL_FILE, "rsl", (root_path(site.newsroom), told))


def make_rsl(output: Output, desk: Desk) -> bytes:
    """Fill the template of the RSL file."""
    path, told = output.inputs
    return desk.templates.render("site/license.xml", "xml", path=path, policy=told).encode()


def tdm_of(site: Site) -> Iterator[Output]:
    """Yield the file of the TDM Reservation Protocol."""
    told = policy(site.newsroom)
    if told is not None and told.reservation:
        yield Output(".well-known/tdmrep.json", "tdmrep", (root_path(site.newsroom), told))


def make_tdm(output: Output, desk: Desk) -> bytes:
    """Write the file of the TDM Reservation Protocol."""
    path, told = output.inputs
    entry: dict[str, object] = {"location": path, "tdm-reservation": int(told.reservation)}
    if told.tdm_policy:
        entry["tdm-policy"] = told.tdm_policy
    return (json.dumps([entry], indent=2) + "\n").encode()


KINDS = (
    Kind(
        "terms",
        "terms",
        ("page of terms", "pages of terms"),
        filler("site/usage.html"),
        of_site=page_of,
        templates=("site/usage.html",),
    ),
    Kind(
        "rsl", "terms", ("RSL file", "RSL files"), make_rsl, of_site=rsl_of, templates=("site/license.xml",)
    ),
    Kind("tdmrep", "terms", ("TDM reservation", "TDM reservations"), make_tdm, of_site=tdm_of),
)
