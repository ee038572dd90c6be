"""A Story in and out of markup, and what is found in running text."""
