"""Plain data as YAML that YAML 1.1 and 1.2 read alike."""

from __future__ import annotations

import re
from typing import Any

import yaml

from pressrelease.errors import Problem
from pressrelease.markup.loaded import Malformed
from pressrelease.markup.yaml import DATE, FLOAT, INT, MOMENT

_Emitter: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Emitter):  # type: ignore[misc]
    """Write text so that YAML 1.1 and 1.2 both read it as text: what either would take for something else is quoted."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: Any, value: str) -> Any:
    body = value.removesuffix("\n")
    unfit = not body or re.search("[\x85\u2028\u2029\ufeff\r]| \n|^\\s|\\s$", body)
    long = "\n" in value and not unfit
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if long else None)


def _number(dumper: Any, value: float) -> Any:
    # YAML 1.1 knows no number with an exponent but without a point.
    text = repr(value)
    mantissa, e, exponent = text.partition("e")
    if e:
        point = "" if "." in mantissa else ".0"
        sign = "" if exponent[0] in "+-" else "+"
        text = f"{mantissa}{point}e{sign}{exponent}"
    return dumper.represent_scalar("tag:yaml.org,2002:float", text)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)
_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:other",
    re.compile(rf"(?:{INT.pattern}|{FLOAT.pattern}|{DATE.pattern}|{MOMENT.pattern})\Z"),
    list("-+.0123456789"),
)


def dump_yaml(data: dict[str, Any]) -> str:
    """Return plain data as YAML in block style, in its own order; text of several lines stands as such.

    Raises Malformed for an integer of more digits than can be read back.
    """
    try:
        return str(
            yaml.dump(
                data,
                Dumper=_Dumper,
                allow_unicode=True,
                sort_keys=False,
                width=10**6,
                default_flow_style=False,
            )
        )
    except ValueError as error:
        raise Malformed(Problem("not data that YAML can hold", advice=str(error))) from None
