"""The lossless three: Markdown, YAML and JSON."""
