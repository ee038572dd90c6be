"""ninjs, the IPTC's News in JSON, versions 3.1, 2.2 and 1.6: one release as one item. All that were published are read.

What tells the versions apart is data (`versions.py`). `write.py` maps a release to the shape of 3.x, `shape.py` makes
another version's of it, and `places.py` says which field has a member of its own.
"""

from functools import partial

from pressrelease.formats.registry import Format
from pressrelease.formats.wire.ninjs.read import read
from pressrelease.formats.wire.ninjs.recognise import recogniser
from pressrelease.formats.wire.ninjs.versions import FIRST, SECOND, THIRD, Version
from pressrelease.formats.wire.ninjs.write import NinjsOptions, write
from pressrelease.markup.json_lines import join_json, split_json


def _format(name: str, version: Version) -> Format:
    return Format(
        name=name,
        title=f"ninjs {version.number}",
        group="wire",
        media_type="application/json",
        suffixes=(".ninjs.json",),
        options=NinjsOptions,
        recognise=recogniser(version),
        read=read,
        write=partial(write, version),
        split=split_json,
        join=lambda documents, job: join_json(documents),
    )


FORMATS = (_format("ninjs", THIRD), _format("ninjs-2.2", SECOND), _format("ninjs-1.6", FIRST))
