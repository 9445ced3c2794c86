"""Sort the signs of the risks by how fast each is passed on, then open the cards of the risks."""

import traitlets

from ...schema.text import TIERS
from ...validation import require_choice, require_choices
from ...widgets.base import LessonWidget


class RiskCards(LessonWidget):
    """A sign of each risk to sort, and a card per risk; any number of cards can be open.

    >>> cards = RiskCards(Course(".."))
    >>> cards.sort("blood-clots", "emergency")
    >>> cards.reveal("blood-clots")
    """

    kind = "risks"
    revealed = traitlets.List(traitlets.Unicode(), help="The ids of the open cards.").tag(sync=True)
    seen = traitlets.List(traitlets.Unicode(), help="The ids opened so far, in that order.").tag(sync=True)
    guesses = traitlets.Dict(help="The ids of the guesses made, by the id of the risk.").tag(sync=True)

    sorted = traitlets.Dict(help="The tier chosen first for the sign of a risk, by the id of the risk.").tag(sync=True)

    @property
    def cards(self) -> list[str]:
        """The ids of the cards, in the course's order."""
        return [risk.id for risk in self.records]

    def sort(self, id: str, tier: str) -> None:
        """Say how fast the sign of a risk is passed on; what was chosen first stays.

        Args:
            id: the risk.
            tier: emergency, report or record.

        Raises:
            InvalidValue: there is no risk with this id, or no such tier.
        """
        self.sorted = {id: tier, **self.sorted}

    def guess(self, id: str, *guesses: str) -> None:
        """Guess what to watch for, as on a card before it is opened.

        Raises:
            InvalidValue: there is no risk with this id, or it has no such guess.
        """
        require_choice("risk", id, self.cards)
        self.guesses = {**self.guesses, id: list(guesses)}

    def reveal(self, id: str) -> None:
        """Open one card.

        Raises:
            InvalidValue: there is no risk with this id.
        """
        if require_choice("risk", id, self.cards) not in self.revealed:
            self.revealed = [*self.revealed, id]

    def hide(self, id: str) -> None:
        """Close one card.

        Raises:
            InvalidValue: there is no risk with this id.
        """
        require_choice("risk", id, self.cards)
        self.revealed = [other for other in self.revealed if other != id]

    def reveal_all(self) -> None:
        """Open every card."""
        self.revealed = self.cards

    def hide_all(self) -> None:
        """Close every card."""
        self.revealed = []

    @traitlets.observe("revealed")
    def _update_seen(self, change: traitlets.Bunch) -> None:
        if new := [id for id in change.new if id not in self.seen]:
            self.seen = [*self.seen, *new]

    @traitlets.validate("revealed", "seen")
    def _validate_ids(self, proposal: traitlets.Bunch) -> list[str]:
        return require_choices("risk", proposal.value, self.cards)

    @traitlets.validate("guesses")
    def _validate_guesses(self, proposal: traitlets.Bunch) -> dict[str, list[str]]:
        options = {risk.id: [guess.id for guess in risk.guesses] for risk in self.records}
        return {
            id: require_choices("guess", guesses, options[require_choice("risk", id, options)])
            for id, guesses in proposal.value.items()
        }

    @traitlets.validate("sorted")
    def _validate_sorted(self, proposal: traitlets.Bunch) -> dict[str, str]:
        return {
            require_choice("risk", id, self.cards): require_choice("tier", tier, TIERS)
            for id, tier in proposal.value.items()
        }

    def _summary(self) -> str:
        return (
            f"RiskCards: {len(self.sorted)} of {len(self.cards)} sorted, "
            f"{len(self.revealed)} open, {len(self.seen)} of {len(self.cards)} seen"
        )
