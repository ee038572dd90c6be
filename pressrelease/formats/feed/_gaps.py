"""What feeds cannot carry; `_lost` adds what a particular release loses."""

from __future__ import annotations

from pressrelease.formats.registry import Gap

_NO_PLACE = "feeds have no place for it"
_WORDS = "as words in the item's body"

XML_GAPS = {
    "**.layout": Gap("how it was set is not carried"),
    "version": Gap(_NO_PLACE, "a later version has the same id and a newer moment of update"),
    "change.wrong": Gap("part of the correction's words", _WORDS),
    "change.right": Gap("part of the correction's words", _WORDS),
    "change.at": Gap("an item has one moment of update", "as that moment, unless `updated` says another"),
    "slug": Gap(_NO_PLACE, "in the address"),
    "slugline": Gap(_NO_PLACE),
    "aliases": Gap(_NO_PLACE),
    "urgency": Gap(_NO_PLACE),
    "genre": Gap(_NO_PLACE),
    "expires": Gap(_NO_PLACE, "an expired release leaves the feed"),
    "embargo": Gap("a release enters a feed after its embargo"),
    "editor_note": Gap("for editors only, never published"),
    "places": Gap(_NO_PLACE),
    "people": Gap(_NO_PLACE),
    "organisations": Gap(_NO_PLACE),
    "excuses": Gap("for whoever checks it"),
    "extra": Gap(_NO_PLACE),
    "publisher.legal_name": Gap("only the name is carried"),
    "publisher.address": Gap("only the name is carried"),
    "publisher.phones": Gap("only the name is carried"),
    "publisher.emails": Gap("only the name is carried"),
    "publisher.web": Gap("only the name is carried", "the author's address in Atom and JSON Feed"),
    "publisher.register_entry": Gap("only the name is carried"),
    "publisher.vat_id": Gap("only the name is carried"),
    "assets.*.renditions.*.name": Gap(_NO_PLACE, "the smallest picture is also the thumbnail"),
    "translations.*.id": Gap("a link says language, address and title"),
    "translations.*.version": Gap("a link says language, address and title"),
    "rights.data_mining": Gap(_NO_PLACE),
    "rights.data_mining_policy": Gap(_NO_PLACE),
}
JSON_GAPS = XML_GAPS
