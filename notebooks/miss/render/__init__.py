"""Records to HTML: the template environment, figures, citations and links."""
