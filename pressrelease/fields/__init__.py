"""Fields as documents have them (front matter, YAML, JSON) to a Release, and back."""

from pressrelease.fields.read import headline_in, release_from_fields
from pressrelease.fields.schema import json_schema
from pressrelease.fields.write import fields_from_release

__all__ = ["fields_from_release", "headline_in", "json_schema", "release_from_fields"]
