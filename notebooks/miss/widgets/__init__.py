"""The four widgets of the course: one module each, and templates, scripts and styles with the same stem."""

from .condition_selector import ConditionSelector
from .knowledge_check import KnowledgeCheck
from .procedure_slider import ProcedureSlider
from .risk_cards import RiskCards

__all__ = ["ConditionSelector", "KnowledgeCheck", "ProcedureSlider", "RiskCards"]
