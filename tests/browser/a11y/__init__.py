"""Accessibility, proven in every state of every page: `python -m tests.browser.a11y` sweeps them all.

Vocabulary: a *state* is what a reader sees after doing something; a *walk* is the states of one page, each
reached from the one before; a *setting* is one way of looking at them: a delivery, a theme and a width.
"""
