"""An index for search in the browser, made by Pagefind: documents in, files out, the same for the same documents."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from pressrelease.errors import PressReleaseError, Problem

ENGINE = ("pagefind.js", "pagefind-worker.js")
"""What a browser loads to ask an index, besides the program for the index's language."""


class SearchFailed(PressReleaseError):
    """Pagefind did not make an index."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is found, and what is shown of it."""

    folder: str
    """Of its page, below the site's root."""
    title: str
    leads: tuple[str, ...] = ()
    """What weighs less than the title and more than the text."""
    text: tuple[str, ...] = ()
    """Paragraphs."""
    terms: str = ""
    """Words by which it is found that may not stand in its text."""
    facts: Mapping[str, str] | None = None
    """What is shown beside its title, by names."""

    def html(self) -> str:
        """Return the document as Pagefind reads it."""
        facts = "".join(
            f'<i data-pagefind-meta="{name}[data-is]" data-is="{escape(fact)}"></i>'
            for name, fact in (self.facts or {}).items()
            if fact
        )
        leads = "".join(f'<p data-pagefind-weight="4">{escape(lead)}</p>' for lead in self.leads if lead)
        text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.text)
        body = f"<h1>{escape(self.title)}</h1>{facts}{leads}{text}<p>{escape(self.terms)}</p>"
        return f"<!DOCTYPE html><html><body data-pagefind-body>{body}</body></html>"


def indexed(
    documents: Iterable[Document], language: str, *, engine: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an index of `documents`, all searched as `language` (BCP 47) is, and the `engine` if wanted.

    Raises SearchFailed.
    """
    with tempfile.TemporaryDirectory(prefix="pressrelease-") as folder:
        pages, out = Path(folder, "pages"), Path(folder, "out")
        for document in documents:
            page = pages / document.folder / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(document.html(), "utf-8")
        _run(pages, out, language.partition("-")[0])
        entry = json.loads((out / "pagefind-entry.json").read_bytes())
        programs = {f"wasm.{known['wasm'] or 'unknown'}.pagefind" for known in entry["languages"].values()}
        for file in sorted(out.rglob("*")):
            name = file.relative_to(out).as_posix()
            if name == "pagefind-entry.json":
                # Pagefind writes its languages in the order of a hash table, another one each time.
                yield name, json.dumps(entry, ensure_ascii=False, sort_keys=True).encode()
            elif file.suffix.startswith(".pf_") or (engine and (name in ENGINE or name in programs)):
                yield name, file.read_bytes()


def _run(pages: Path, out: Path, language: str) -> None:
    from pagefind.service import get_executable  # noqa: PLC0415 - an extra

    program = str(get_executable())
    told = ("--site", str(pages), "--output-path", str(out), "--force-language", language, "--silent")
    try:
        done = subprocess.run([program, *told], capture_output=True, text=True, check=False)
    except OSError as error:
        raise SearchFailed(Problem(f"Pagefind does not run ({error.strerror})", advice=INSTALL)) from None
    if done.returncode or not (out / "pagefind-entry.json").is_file():
        said = (done.stderr or done.stdout).strip()
        raise SearchFailed(Problem(f"Pagefind made no index: {said or done.returncode}", advice=INSTALL))


INSTALL = "python -m pip install --force-reinstall 'pagefind[bin]'"
