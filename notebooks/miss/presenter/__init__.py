"""What only a trainer gets: notes, a deck for the projector, questions for the room. One script carries all of it."""
