"""In place of a package that compiles a grammar for over a second of each import of jsonschema, in every server's start.

jsonschema takes it only to check the format `iri`, which neither Jupyter nor the course uses, and does without it.
"""

raise ImportError
