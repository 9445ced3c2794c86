"""A section's page around its interactions: opening, topics, recap."""

from typing import Any

from ..course import Course, require_course
from ..errors import counted
from ..render.environment import render, render_interaction
from ..render.fragment import Fragment
from ..schema.placed import has_widget, placed_at, placed_in
from ..schema.records import Section, Topic
from ..validation import require_choice
from .minutes import as_offered, minutes, task_count
from .returns import Returning, returning_questions


class Lesson:
    """One section of the course, one fragment per cell.

    >>> lesson = Lesson(Course(".."), "why")
    >>> lesson.opening()
    """

    def __init__(self, course: Course | None = None, id: str = "") -> None:
        self.content = require_course(course).content
        ids = [section.id for section in self.content.sections]
        self.section: Section = self.content.section(require_choice("section", id, ids))

    @property
    def minutes(self) -> int:
        """The minutes that the section takes, at the pace of the course."""
        placed = [as_offered(self.content, each) for each in placed_in([self.section])]
        html = [self._opening(minutes=0).html, *(self._topic(topic, layers=True).html for topic in self.section.topics)]
        html += [render_interaction(self.content, each) for each in placed if each.interaction.widget]
        tasks = sum(task_count(self.content, each) for each in placed)
        return minutes("\n".join([*html, self._recap(returning=None).html]), tasks, self.content.course.pace)

    def opening(self) -> Fragment:
        """Return the title, the minutes the section takes, and its objectives."""
        return self._opening(self.minutes)

    def topic(self, id: str) -> Fragment:
        """Return one topic: what the leaflet says, its interaction if it has no widget, and its layers.

        The layers of a topic whose interaction has a widget stand below that: see ``layers``.

        Raises:
            InvalidValue: the section has no topic with this id.
        """
        topic = self._require_topic(id)
        return self._topic(topic, layers=not has_widget(self.section, topic))

    def layers(self, id: str) -> Fragment:
        """Return the layers of one topic: more on it, and where it comes from.

        Raises:
            InvalidValue: the section has no topic with this id.
        """
        topic = self._require_topic(id)
        return self._fragment("topic_layers.html", f"{topic.title}, layers", topic=topic)

    def recap(self) -> Fragment:
        """Return the section's summary, and what is done and left to do in it."""
        return self._recap(returning_questions(self.content, [self.section]))

    def _require_topic(self, id: str) -> Topic:
        topics = {topic.id: topic for topic in self.section.topics}
        return topics[require_choice("topic", id, topics, f"in section '{self.section.id}'")]

    def _topic(self, topic: Topic, layers: bool) -> Fragment:
        shown = [placed for placed in placed_at(self.section, topic) if not placed.interaction.widget]
        summary = f"{topic.title}, {counted(len(topic.body), 'statement')}"
        return self._fragment("topic.html", summary, topic=topic, shown=shown, layers=layers)

    def _opening(self, minutes: int) -> Fragment:
        objectives = [
            objective for objective in self.content.course.objectives if objective.id in self.section.objectives
        ]
        summary = f"opening, {counted(len(objectives), 'objective')}"
        return self._fragment("opening.html", summary, objectives=objectives, minutes=minutes)

    def _recap(self, returning: Returning | None) -> Fragment:
        summary = f"recap, {counted(len(self.section.recap), 'statement')}"
        return self._fragment("recap.html", summary, returning=returning)

    def _fragment(self, template: str, summary: str, **values: Any) -> Fragment:
        html = render(self.content, template, section=self.section, **values)
        return Fragment(html, f"{self.section.title}: {summary}")
