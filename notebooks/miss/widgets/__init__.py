"""The four widgets of the course, one module and one stem each."""

from .condition_selector import ConditionSelector
from .knowledge_check import KnowledgeCheck
from .procedure_slider import ProcedureSlider
from .risk_cards import RiskCards

__all__ = ["ConditionSelector", "KnowledgeCheck", "ProcedureSlider", "RiskCards"]
