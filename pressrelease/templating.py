"""The Jinja environments: search order, escaping by the output's syntax, strict names.

Escaping is set by the syntax a caller asks for, never guessed from a file name. A template found earlier wins:
the caller's folders, the newsroom's `templates/`, the built-in ones. `builtin/…` always names the built-in one, so that
an override can extend it and replace single blocks:

    {% extends "builtin/web/html.html" %}
    {% block headline %}<h1 class="loud">{{ release.headline }}</h1>{% endblock %}
"""

from __future__ import annotations

import functools
import hashlib
import re
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any, Literal, TypeAlias

import jinja2
import jinja2.meta
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

from pressrelease.errors import PressReleaseError, Problem, near, shown
from pressrelease.findings import Where
from pressrelease.newsroom import Newsroom

Syntax: TypeAlias = Literal["html", "xml", "text"]


class TemplateError(PressReleaseError):
    """A template that is missing, does not parse, overrides a block that is not there, or fails."""


def builtin() -> Path:
    """Return the folder of the built-in templates: in the installed package, or beside it in a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parent / "templates"


class Templates:
    """Templates in their search order; safe to share between threads.

    `folders` come first, in order; then the `newsroom`'s own `templates/`; then the built-in ones.
    """

    def __init__(self, *folders: str | Path, newsroom: Newsroom | None = None) -> None:
        self.folders: tuple[str, ...] = tuple(str(Path(f)) for f in folders)
        if newsroom is not None and newsroom.root is not None and (newsroom.root / "templates").is_dir():
            self.folders += (str(newsroom.root / "templates"),)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Templates) and self.folders == other.folders

    def __hash__(self) -> int:
        return hash(self.folders)

    def render(self, name: str, syntax: Syntax, /, **values: Any) -> str:
        """Return template `name` filled with `values`, escaped for `syntax`; raise TemplateError."""
        environment = _environment(self.folders, syntax)
        try:
            template = environment.get_template(name)
            if not getattr(template, "blocks_checked", False):
                _check_blocks(environment, name)
                # The check parses; once for each compiled template (a changed file is compiled anew) is enough.
                template.blocks_checked = True  # type: ignore[attr-defined]
            return template.render(values)
        except jinja2.TemplateError as error:
            raise _told(error, name) from error
        except PressReleaseError:
            raise
        except Exception as error:
            # A template is code of the house: whatever it raises is told with its own place.
            raise TemplateError(
                Problem(f"the template failed: {error}", _place(error, name), advice=type(error).__name__)
            ) from error

    def digest(self, name: str) -> str:
        """Return the digest of template `name` and of every template it names, as this search order finds them.

        Raises TemplateError where it names one by a value: what it depends on could not be known.
        """
        environment = _environment(self.folders, "text")
        seen: dict[str, str] = {}
        waiting = [name]
        while waiting:
            found = waiting.pop()
            if found in seen:
                continue
            seen[found], others = _source(environment, found)
            waiting += others
        return hashlib.blake2b(repr(sorted(seen.items())).encode(), digest_size=16).hexdigest()

    def faults(self) -> tuple[TemplateError, ...]:
        """Return what is wrong with the templates of the folders that take the place of built-in ones, none filled.

        They do not parse, name a template that is not there, or a block that no parent has.
        """
        return self._looked_through[1]

    def unused(self) -> tuple[tuple[str, str], ...]:
        """Return the path of each file among those templates that is never filled, and what may have been meant."""
        reached, _ = self._looked_through
        rooms = {
            room: [*names] for room, names in groupby(_names(builtin()), lambda name: name.split("/")[0])
        }
        return tuple(
            (path, near(name, rooms[name.split("/")[0]]))
            for name, path in sorted(self._own.items())
            if name not in reached and name.split("/")[0] in rooms
        )

    @cached_property
    def _own(self) -> dict[str, str]:
        """Return the path of each file in the folders by its name; hidden ones and copies of editors are none."""
        return {
            name: f"{folder}/{name}"
            for folder in reversed(self.folders)
            for name in _names(Path(folder))
            if not name.endswith("~") and "/." not in f"/{name}"
        }

    @cached_property
    def _looked_through(self) -> tuple[frozenset[str], tuple[TemplateError, ...]]:
        """Return the templates of the folders that are ever filled, and what is wrong with them."""
        waiting = [name for name in _names(builtin()) if name in self._own] if self._own else []
        reached: set[str] = set()
        faults = []
        while waiting:
            name = waiting.pop(0)
            if name in reached or name not in self._own:
                continue
            reached.add(name)
            try:
                waiting += self._named_by(name)
            except TemplateError as error:
                faults.append(error)
        return frozenset(reached), tuple(faults)

    def _named_by(self, name: str) -> list[str]:
        """Return the templates that `name`, one of the folders' own, names; raise TemplateError where it is faulty."""
        environment = _environment(self.folders, "text")
        assert environment.loader is not None
        source, others = _source(environment, name)
        try:
            environment.parse(source, name, self._own[name])
            for other in others:
                environment.loader.get_source(environment, other)
            _check_blocks(environment, name)
        except jinja2.TemplateError as error:
            raise _told(error, self._own[name]) from error
        return others

    def blocks(self, name: str) -> tuple[str, ...]:
        """Return the names of the blocks that can be overridden in the built-in template `name`."""
        return tuple(sorted(_environment((), "text").get_template(f"builtin/{name}").blocks))


class _Generator(CodeGenerator):
    """Escape what a template puts out by `_Environment.escaped`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.escaped({finalize.src or ''}")


class _Context(Context):
    """Call functions at once: Jinja looks long for the mark of those few that are given the context."""

    def call(self, called: Any, /, *args: Any, **values: Any) -> Any:
        if type(called) not in _FUNCTIONS or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *args, **values)
        # Told to those alone that are given the context.
        values.pop("_block_vars", None)
        values.pop("_loop_vars", None)
        return called(*args, **values)


_FUNCTIONS = frozenset((FunctionType, MethodType, BuiltinMethodType))


class _Environment(jinja2.Environment):
    code_generator_class = _Generator
    context_class = _Context

    @staticmethod
    def escaped(value: object) -> str:
        """Return `value` escaped as `markupsafe.escape` does, which makes a Markup anew even of what is one.

        A page has two hundred values, and is joined as plain text.
        """
        if type(value) is str:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            return value.replace('"', "&#34;").replace("'", "&#39;")
        return value if type(value) is Markup else escape(value)


@functools.lru_cache(maxsize=64)
def _environment(folders: tuple[str, ...], syntax: Syntax) -> jinja2.Environment:
    home = jinja2.FileSystemLoader(str(builtin()))
    loader = jinja2.ChoiceLoader(
        [
            *(jinja2.FileSystemLoader(folder) for folder in folders),
            home,
            jinja2.PrefixLoader({"builtin": home}),
        ]
    )
    return _Environment(
        loader=loader,
        autoescape=syntax != "text",
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
        auto_reload=bool(folders),
    )


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


_SILENT = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}", re.S)
_NAMING = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\b"
    r"(?:\s*(?:\"([^\"]+)\"|'([^']+)')(?=\s*(?:[-+]?%\}|(?:ignore|with|without|import|as)\b)))?"
)


def _plainly_named(source: str) -> list[str | None] | None:
    """Return the templates that `source` names, where each is named by plain words; None: parse it to be sure.

    Parsing every template takes longer than a build that changes one page.
    """
    found = [one or other for one, other in _NAMING.findall(_SILENT.sub("", source))]
    return None if "" in found else list(found)


def _source(environment: jinja2.Environment, name: str) -> tuple[str, list[str]]:
    """Return the source of template `name`, and the names of those it extends, includes or imports."""
    assert environment.loader is not None
    try:
        source, file, _ = environment.loader.get_source(environment, name)
        others = _plainly_named(source)
        if others is None:
            others = list(jinja2.meta.find_referenced_templates(environment.parse(source, name, file)))
    except jinja2.TemplateError as error:
        raise _told(error, name) from error
    if None in others:
        raise TemplateError(
            Problem(
                "a template named by a value",
                Where(file or name),
                expected="the name of a template in quotation marks",
                advice="write each template that may be meant into its own {% if %}",
            )
        )
    return source, [other for other in others if other is not None]


def _check_blocks(environment: jinja2.Environment, name: str) -> None:
    """Refuse a block that its parent does not have: Jinja would drop it in silence."""
    if environment.loader is None or name.startswith("builtin/"):
        return
    source, file, _ = environment.loader.get_source(environment, name)
    if "extends" not in source:
        return
    tree = environment.parse(source, name, file)
    parent = next((p for p in jinja2.meta.find_referenced_templates(tree) if p), None)
    if parent is None or not any(isinstance(n, nodes.Extends) for n in tree.body):
        return
    known = _blocks(environment, parent)
    inner = {
        b.name for outer in tree.find_all(nodes.Block) for b in outer.find_all(nodes.Block) if b is not outer
    }
    for block in tree.find_all(nodes.Block):
        if block.name not in known and block.name not in inner:
            raise TemplateError(
                Problem(
                    "no such block in the template it extends",
                    Where(file or name, block.lineno),
                    shown(block.name),
                    advice=near(block.name, sorted(known)),
                )
            )


def _blocks(environment: jinja2.Environment, name: str) -> set[str]:
    assert environment.loader is not None
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    found = {b.name for b in tree.find_all(nodes.Block)}
    if any(isinstance(n, nodes.Extends) for n in tree.body):
        for parent in jinja2.meta.find_referenced_templates(tree):
            if parent is not None:
                found |= _blocks(environment, parent)
    return found


def _told(error: jinja2.TemplateError, name: str) -> TemplateError:
    if isinstance(error, jinja2.TemplateNotFound):
        return TemplateError(Problem("no such template", Where(name), shown(error.name or name)))
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = Where(error.filename or error.name or name, error.lineno)
        return TemplateError(Problem("the template does not parse", place, advice=error.message or ""))
    return TemplateError(Problem(f"the template failed: {error.message or error}", _place(error, name)))


def _place(error: BaseException, name: str) -> Where:
    """Find the template's own line: Jinja rewrites tracebacks so that its files stand in them."""
    where = Where(name)
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if "__jinja_template__" in trace.tb_frame.f_globals or code.co_filename.endswith(
            (".html", ".xml", ".txt")
        ):
            where = Where(code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return where
