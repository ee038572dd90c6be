"""Codes the wires share: IPTC Media Topics, the older Subject Codes, countries, markets, and whose alias is whose.

The tables are IPTC NewsCodes under CC BY 4.0 (see NOTICE.md beside this module). A code they do not know is no error:
newer editions know more.
"""

from pressrelease.vocabulary.countries import alpha_2, alpha_3
from pressrelease.vocabulary.markets import market_code
from pressrelease.vocabulary.schemes import STANDARD_ALIASES
from pressrelease.vocabulary.tongues import is_language, language_named
from pressrelease.vocabulary.topics import (
    Topic,
    languages,
    media_topic,
    subject_code,
    subject_name,
    subject_words,
    successor,
    topic,
    topics,
)

__all__ = [
    "STANDARD_ALIASES",
    "Topic",
    "alpha_2",
    "alpha_3",
    "is_language",
    "language_named",
    "languages",
    "market_code",
    "media_topic",
    "subject_code",
    "subject_name",
    "subject_words",
    "successor",
    "topic",
    "topics",
]
