"""What cannot be done here and now, told to whoever asked for it."""


class Refusal(Exception):
    """A command stops; the message says what stands in the way and how to mend it."""
