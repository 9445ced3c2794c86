"""The kinds of questions, a folder each, and what several of them share."""

from ....schema.item_kind import register
from .order import ORDER
from .reply import REPLY
from .several import SEVERAL
from .single import SINGLE

for item_kind in (SINGLE, SEVERAL, REPLY, ORDER):
    register(item_kind)
