"""What every part of a release has in common: frozen, checked when made, with the library's own errors."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from pressrelease.errors import Problem, near, shown
from pressrelease.findings import Where
from pressrelease.model.values import InvalidRelease

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)


class _Checked(ModelMetaclass):
    """Make a direct call raise the library's own error; nested parts are still checked together, all at once."""

    if not TYPE_CHECKING:

        def __call__(cls, *args: Any, **values: Any) -> Any:
            try:
                return super().__call__(*args, **values)
            except ValidationError as error:
                raise InvalidRelease(*_named(problems(error), cls)) from None


class Part(BaseModel, metaclass=_Checked):
    """Any part of a release: frozen, no unknown field, equal when all fields are."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, allow_inf_nan=False)

    if not TYPE_CHECKING:

        def __setattr__(self, name: str, value: Any) -> None:
            raise self._unchangeable(name)

        def __delattr__(self, name: str) -> None:
            raise self._unchangeable(name)

    def _unchangeable(self, name: str) -> InvalidRelease:
        kind = type(self).__name__
        return InvalidRelease(
            Problem(
                f"a {kind} does not change", Where(field=name), advice=f"make a new one: changed({name}=…)"
            )
        )

    def changed(self, **values: Any) -> Self:
        """Return the same with `values` changed, checked like new."""
        return type(self)(**{**{n: getattr(self, n) for n in defaults(type(self))}, **values})


@functools.cache
def defaults(kind: type[Part]) -> Mapping[str, Any]:
    """Return what each field of `kind` says by itself, in the model's order: asking pydantic each time is slow."""
    return MappingProxyType({name: field.default for name, field in kind.model_fields.items()})


def problems(error: ValidationError, prefix: str = "") -> tuple[Problem, ...]:
    """Return what pydantic found wrong as problems with field paths, in its order."""
    return tuple(_problem(dict(e), prefix) for e in error.errors(include_url=False))


def _named(found: tuple[Problem, ...], kind: type[BaseModel]) -> tuple[Problem, ...]:
    """Return problems of `kind`, with the near match of a field that is none."""
    return tuple(
        replace(p, advice=_meant(*p.where.field.split("."), kind=kind))
        if p.problem == "no such field" and not p.advice
        else p
        for p in found
    )


def _meant(*path: str, kind: type[BaseModel]) -> str:
    keys = [key for key in path if not key.isdigit()]
    advice = near(keys[-1], names_at(kind, keys[:-1]))
    return advice if advice.startswith("did you mean") else ""


def names_at(kind: type[BaseModel], keys: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the fields of the part that lies at `keys` of `kind`; none where there is no part."""
    model: Any = kind
    for key in keys:
        info = model.model_fields.get(key)
        kinds = [info.annotation, *getattr(info.annotation, "__args__", ())] if info else []
        model = next((k for k in kinds if isinstance(k, type) and issubclass(k, Part)), None)
        if model is None:
            return ()
    return tuple(name for name, info in model.model_fields.items() if not info.exclude)


def _problem(e: dict[str, Any], prefix: str) -> Problem:
    path = ".".join(str(p) for p in e["loc"] if not str(p).startswith("function-"))
    where = Where(field=f"{prefix}{path}")
    context = e.get("ctx", {})
    match e["type"]:
        case "pressrelease":
            found = "" if e["input"] in ("", None) else shown(e["input"])
            return Problem(context["problem"], where, found, context["expected"], context["advice"])
        case "less_than_equal" | "greater_than_equal" if path.rpartition(".")[2] == "urgency":
            return Problem("no such urgency", where, shown(e["input"]), "1 (most urgent) to 9")
        case "missing":
            return Problem("missing", where, expected=f"a {path.rpartition('.')[2].replace('_', ' ')}")
        case "extra_forbidden":
            return Problem("no such field", where, shown(path.rpartition(".")[2]))
        case "timezone_aware":
            return Problem(
                "a moment without a zone", where, shown(e["input"]), "a zone, such as 2026-03-02T09:00+01:00"
            )
        case "literal_error":
            return Problem("not one of the known words", where, shown(e["input"]), context["expected"])
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return Problem("not a date", where, shown(e["input"]), "a date such as 2026-03-02")
        case "datetime_from_date_parsing" | "datetime_parsing" | "datetime_type":
            return Problem(
                "not a moment", where, shown(e["input"]), "a moment such as 2026-03-02T09:00+01:00"
            )
        case "time_parsing" | "time_type":
            return Problem("not a time", where, shown(e["input"]), "a time such as 09:30")
        case "model_type" | "model_attributes_type":
            return Problem("not a mapping", where, shown(e["input"]), "a mapping of fields")
        case "tuple_type":
            return Problem("not a list", where, shown(e["input"]), "a list")
        case _:
            message = str(e["msg"])
            return Problem(message[:1].lower() + message[1:], where, shown(e["input"]))
