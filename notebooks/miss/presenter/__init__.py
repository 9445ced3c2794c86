"""What only a trainer loads: notes, the deck, the speaker view and polls, all in one script."""
