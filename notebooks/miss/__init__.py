"""Turn a folder of content into a course: passages and widgets for notebooks, and the app that serves them."""

from .course import Course
from .pages.appendix import Appendix
from .pages.home import Home
from .pages.lesson import Lesson
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
