"""Documents checked against the official schemas of their formats, and those schemas kept and fetched.

Nothing is fetched while validating: the schemas lie in a folder (`schema_folder`), which `fetch` fills.
"""

from pressrelease.validation.fetching import FetchProblem, fetch
from pressrelease.validation.folder import SchemaProblem, schema_folder
from pressrelease.validation.verb import validate

__all__ = ["FetchProblem", "SchemaProblem", "fetch", "schema_folder", "validate"]
