"""Outputs that stand on libraries which not everybody has installed."""

from __future__ import annotations

from importlib.util import find_spec

from pressrelease.errors import Problem, shown
from pressrelease.files import FileProblem
from pressrelease.findings import Finding, Where
from pressrelease.newsroom import FILE_NAME, Newsroom

EXTRAS = {
    "images": (("PIL",), ("renditions", "cards")),
    "search": (("pagefind_bin", "pagefind_bin_extended"), ("search",)),
}
"""For each extra of this package: modules of which one must be there, and the outputs that stand on it."""


def possible(newsroom: Newsroom) -> tuple[Newsroom, tuple[Finding, ...]]:
    """Return `newsroom` with those of its outputs that can be made here, and a finding for each extra that is missing.

    Raises FileProblem where the house itself names such an output.
    """
    named = "outputs" in newsroom.site.model_fields_set
    found: list[Finding] = []
    outputs = newsroom.site.outputs
    for extra, (modules, needing) in EXTRAS.items():
        lost = tuple(name for name in outputs if name in needing)
        if not lost or any(map(find_spec, modules)):
            continue
        install = f"python -m pip install 'pressrelease[{extra}]'"
        if named:
            file = newsroom.root / FILE_NAME if newsroom.root else FILE_NAME
            where = Where(str(file), field="site.outputs")
            raise FileProblem(
                Problem("a library that is not installed", where, shown(lost[0]), advice=install)
            )
        outputs = tuple(name for name in outputs if name not in lost)
        message = f"the site is built without {' and '.join(lost)}: a library is not installed"
        found.append(Finding("extra-missing", "warning", message, fix=install))
    if not found:
        return newsroom, ()
    site = newsroom.site.model_copy(update={"outputs": outputs})
    return newsroom.model_copy(update={"site": site}), tuple(found)
