"""Licence, and the reservation of text and data mining, as `rightsInfo`.

A link where only the licence is known; else a policy in ODRL, in the terms that the TDM Reservation Protocol (W3C
community report, 2024) gives it: mining is permitted or prohibited.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pressrelease.formats.wire.ninjs.concepts import Member
from pressrelease.formats.wire.ninjs.uris import uri
from pressrelease.markup.json import load_json
from pressrelease.markup.loaded import Malformed
from pressrelease.model import Rights

ODRL = "http://www.w3.org/ns/odrl/2/"
_CONTEXT = [
    "http://www.w3.org/ns/odrl.jsonld",
    {"tdm": "http://www.w3.org/ns/tdmrep#", "dcterms": "http://purl.org/dc/terms/"},
]
_RULES = {"reserved": "prohibition", "allowed": "permission"}


def rights_info(rights: Rights, item: str) -> Member:
    """Return the rights of `item` (its uri) as the member `rightsInfo`; empty where there is nothing to say."""
    licence = uri(rights.licence)
    if not rights.data_mining:
        return {"linkedRights": licence} if licence else {}
    policy: Member = {
        "@context": _CONTEXT,
        "@type": "Set",
        "uid": uri(rights.data_mining_policy) or f"{item}#rights",
        _RULES[rights.data_mining]: [{"target": item, "action": "tdm:mine"}],
    }
    if licence:
        policy["dcterms:license"] = licence
    return {"langId": ODRL, "encodedRights": json.dumps(policy, ensure_ascii=False)}


def rights_fields(info: Mapping[str, Any], item: str) -> dict[str, str]:
    """Return the fields of `rights` that a `rightsInfo` (its names in lower case) of `item` tells."""
    linked, encoded = info.get("linkedrights"), info.get("encodedrights")
    if isinstance(linked, str):
        return {"licence": linked}
    policy = _policy(encoded) if isinstance(encoded, str) else {}
    found = {
        "licence": policy.get("dcterms:license"),
        "data_mining": next((word for word, rule in _RULES.items() if _mines(policy.get(rule))), None),
        "data_mining_policy": policy.get("uid") if policy.get("uid") != f"{item}#rights" else None,
    }
    return {name: value for name, value in found.items() if isinstance(value, str) and found["data_mining"]}


def _policy(encoded: str) -> Mapping[str, Any]:
    try:
        data = load_json(encoded).data
    except Malformed:
        return {}
    return data if isinstance(data, Mapping) else {}


def _mines(rules: Any) -> bool:
    return isinstance(rules, list) and any(
        isinstance(r, dict) and r.get("action") == "tdm:mine" for r in rules
    )
