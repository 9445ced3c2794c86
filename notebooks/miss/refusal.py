"""What a command cannot do, said to the person who asked for it."""


class Refusal(Exception):
    """A command stops before it changes anything; the message says why, and how to mend it."""
