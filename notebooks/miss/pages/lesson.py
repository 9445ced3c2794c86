"""A section's page around its interactions: opening, topics, recap."""

from typing import Any

from ..course import Course, require_course
from ..errors import counted
from ..render.environment import render, render_interaction
from ..render.fragment import Fragment
from ..schema.placed import placed_at, placed_in
from ..schema.records import Section
from ..validation import require_choice
from .minutes import minutes, task_count


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
        placed = placed_in([self.section])
        html = [self._opening(minutes=0).html, *(self.topic(topic.id).html for topic in self.section.topics)]
        html += [render_interaction(self.content, each) for each in placed if each.interaction.widget]
        tasks = sum(task_count(self.content, each) for each in placed)
        return minutes("\n".join([*html, self.recap().html]), tasks, self.content.course.pace)

    def opening(self) -> Fragment:
        """Return the title, the minutes the section takes, and its objectives."""
        return self._opening(self.minutes)

    def topic(self, id: str) -> Fragment:
        """Return one topic: what the leaflet says, its layers, and its interaction if it has no widget.

        Raises:
            InvalidValue: the section has no topic with this id.
        """
        topics = {topic.id: topic for topic in self.section.topics}
        topic = topics[require_choice("topic", id, topics, f"in section '{self.section.id}'")]
        shown = [placed for placed in placed_at(self.section, topic) if not placed.interaction.widget]
        return self._fragment(
            "topic.html", f"{topic.title}, {counted(len(topic.body), 'statement')}", topic=topic, shown=shown
        )

    def recap(self) -> Fragment:
        """Return the section's summary, and what is done and left to do in it."""
        return self._fragment("recap.html", f"recap, {counted(len(self.section.recap), 'statement')}")

    def _opening(self, minutes: int) -> Fragment:
        objectives = [
            objective for objective in self.content.course.objectives if objective.id in self.section.objectives
        ]
        summary = f"opening, {counted(len(objectives), 'objective')}"
        return self._fragment("opening.html", summary, objectives=objectives, minutes=minutes)

    def _fragment(self, template: str, summary: str, **values: Any) -> Fragment:
        html = render(self.content, template, section=self.section, **values)
        return Fragment(html, f"{self.section.title}: {summary}")
