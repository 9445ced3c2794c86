"""Turn a folder of content into a course: passages and widgets for notebooks, and the app that serves them."""

from .course import Course
from .interactions.case.widget import PatientCase
from .interactions.conditions.widget import ConditionSelector
from .interactions.operations.widget import OperationSelector
from .interactions.procedure.widget import ProcedureSlider
from .interactions.questions.widget import KnowledgeCheck
from .interactions.risks.widget import RiskCards
from .pages.appendix import Appendix
from .pages.home import Home
from .pages.lesson import Lesson

__all__ = [
    "Appendix",
    "ConditionSelector",
    "Course",
    "Home",
    "KnowledgeCheck",
    "Lesson",
    "OperationSelector",
    "PatientCase",
    "ProcedureSlider",
    "RiskCards",
]
