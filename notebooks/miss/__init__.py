"""A course from a folder of words: passages and widgets for notebooks, and the app that serves them."""

from .appendix import Appendix
from .home import Home
from .lesson import Lesson
from .widgets import ConditionSelector, KnowledgeCheck, ProcedureSlider, RiskCards

__all__ = ["Appendix", "ConditionSelector", "Home", "KnowledgeCheck", "Lesson", "ProcedureSlider", "RiskCards"]
