"""A newsroom on disk: read what changed, plan what the site holds, make it, publish it whole.

`reading` gives summaries of the sources; `plan` is pure (summaries and a moment in, values out) and never lets
through a release that is not public; `kinds/` say what outputs there are and make each from its own values alone;
`making` finds by their keys which must be made anew and shares them out; `write` puts a whole generation in place
of the last; `memory` is what one build tells the next. `live` plans and makes the same for who
writes it, an output at a time, drafts included, and publishes nothing.
"""

from pressrelease.site.build import build
from pressrelease.site.report import BuildReport

__all__ = ["BuildReport", "build"]
