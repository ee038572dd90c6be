"""A release as wire text, and wire text as a release: what the byte formats share, their bytes aside.

`copy` says what stands in a message and what only editors see, `pieces` how blocks are set in words; `blocks`, `facts`
and `reading` are the way back, `gaps` what is lost on it.
"""
