"""The kinds of output a site has: one module a family."""
