"""A newsroom on disk: plan what the site holds, render it, publish it whole.

`plan` is pure (releases and a moment in, outputs out) and never sees a release that is not public; `render` makes the
bytes of each output, on as many workers as it is given; `write` puts a whole generation in place of the last.
"""

from pressrelease.site.build import build
from pressrelease.site.report import BuildReport

__all__ = ["BuildReport", "build"]
