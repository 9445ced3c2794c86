"""The glossary: a marked word in any text opens its meaning in place.

Its records are ``schema.reference.Term``, since every text may mark one.
"""

from pathlib import Path

from ...schema.interaction import Interaction

GLOSSARY = Interaction(kind="glossary", folder=Path(__file__).parent, tag="glossary-list", everywhere=True)
