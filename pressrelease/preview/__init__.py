"""A newsroom looked at while it is written: a server on this machine alone, for one writer's eyes.

`desk` holds the live site and what a page of the preview shows of it (`channels`, `marked`, `shared`); `guard` refuses
whoever is not the writer; `app` joins them; `serving` binds to the loopback and watches the folder. The extra `preview`
brings what it stands on.
"""

from pressrelease.preview.serving import DEFAULT_PORT, PreviewMissing, preview

__all__ = ["DEFAULT_PORT", "PreviewMissing", "preview"]
