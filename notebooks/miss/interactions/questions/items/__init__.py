"""The kinds of questions, a folder each, and what several of them share."""

from ....schema.item_kind import register
from .bowtie import BOWTIE
from .cloze import CLOZE
from .grouping import GROUPING
from .highlight import HIGHLIGHT
from .matrix import MATRIX
from .order import ORDER
from .rationale import RATIONALE
from .reply import REPLY
from .select_all import SELECT_ALL
from .select_n import SELECT_N
from .single import SINGLE
from .teach_back import TEACH_BACK

KINDS = (
    SINGLE,
    SELECT_ALL,
    SELECT_N,
    MATRIX,
    GROUPING,
    CLOZE,
    RATIONALE,
    HIGHLIGHT,
    BOWTIE,
    REPLY,
    ORDER,
    TEACH_BACK,
)
for item_kind in KINDS:
    register(item_kind)
