"""Cards that open in place: guess what to watch for, then read the risk."""

import traitlets

from ..render.environment import render
from ..validation import require_choice, require_choices
from .base import LessonWidget


class RiskCards(LessonWidget):
    """One card for each risk; any number of them may be open.

    >>> cards = RiskCards(Course(".."))
    >>> cards.reveal("blood-clots")
    """

    stem = "risk_cards"
    revealed = traitlets.List(traitlets.Unicode(), help="The cards that are open now.").tag(sync=True)
    seen = traitlets.List(traitlets.Unicode(), help="The cards opened so far, in that order.").tag(sync=True)
    guesses = traitlets.Dict(help="For each risk guessed at, the ids of the guesses made.").tag(sync=True)

    @property
    def cards(self) -> list[str]:
        """The ids of the cards, in the course's order."""
        return [risk.id for risk in self.content.risks]

    def guess(self, id: str, *guesses: str) -> None:
        """Tick what you would watch for on one card, before it is opened."""
        require_choice("risk", id, self.cards)
        self.guesses = {**self.guesses, id: list(guesses)}

    def reveal(self, id: str) -> None:
        """Open one card; ``ValueError`` if there is none with this id."""
        if require_choice("risk", id, self.cards) not in self.revealed:
            self.revealed = [*self.revealed, id]

    def hide(self, id: str) -> None:
        """Close one card."""
        require_choice("risk", id, self.cards)
        self.revealed = [open for open in self.revealed if open != id]

    def reveal_all(self) -> None:
        """Open every card."""
        self.revealed = self.cards

    def hide_all(self) -> None:
        """Close every card."""
        self.revealed = []

    @traitlets.observe("revealed")
    def _note_seen(self, change: traitlets.Bunch) -> None:
        if new := [id for id in change.new if id not in self.seen]:
            self.seen = [*self.seen, *new]

    @traitlets.validate("revealed", "seen")
    def _some_of_the_cards(self, proposed: traitlets.Bunch) -> list[str]:
        return require_choices("risk", proposed.value, self.cards)

    @traitlets.validate("guesses")
    def _guesses_on_the_cards(self, proposed: traitlets.Bunch) -> dict[str, list[str]]:
        on = {risk.id: [guess.id for guess in risk.guesses] for risk in self.content.risks}
        return {
            id: require_choices("guess", made, on[require_choice("risk", id, on)])
            for id, made in proposed.value.items()
        }

    def _html(self) -> str:
        return render(self.content, "risk_cards.html", key=self.key)

    def _summary(self) -> str:
        return f"RiskCards: {len(self.revealed)} open, {len(self.seen)} of {len(self.cards)} seen"
