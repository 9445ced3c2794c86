"""A course from a folder of words: passages and widgets for notebooks, and the app that serves them."""

from .appendix import Appendix
from .course import Course
from .home import Home
from .lesson import Lesson
from .widgets import ConditionSelector, KnowledgeCheck, ProcedureSlider, RiskCards

__all__ = [
    "Appendix",
    "ConditionSelector",
    "Course",
    "Home",
    "KnowledgeCheck",
    "Lesson",
    "ProcedureSlider",
    "RiskCards",
]
