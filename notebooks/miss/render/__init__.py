"""Records to HTML: the template environment, fragments, figures, citations, links and bundles."""
