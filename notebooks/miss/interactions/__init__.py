"""The interactions: a folder for each kind. This is the one list of them."""

from ..schema.interaction import register
from .case import CASE
from .comparison import COMPARISON
from .conditions import CONDITIONS
from .glossary import GLOSSARY
from .operations import OPERATIONS
from .procedure import PROCEDURE
from .questions import QUESTIONS
from .risks import RISKS

for each in (GLOSSARY, COMPARISON, OPERATIONS, CONDITIONS, PROCEDURE, RISKS, QUESTIONS, CASE):
    register(each)
