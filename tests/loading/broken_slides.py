"""Broken words of the slides, by the rule that they break."""

from tests.support.changes import Change, replace, rewrite

BROKEN_SLIDES: dict[str, dict[str, tuple[Change, str]]] = {
    "slide-about-something": {
        "words of an unknown entry": (
            replace("slides", "- id: herniated-disk\n", "- id: herniated-disc\n"),
            r"slides\.yaml:\d+: unknown entry or topic 'herniated-disc' .*; did you mean herniated-disk",
        ),
        "a slide of its own without a topic": (
            replace("slides", "  about: risks\n", ""),
            r"slides\.yaml:\d+: unknown entry or topic 'red-flags' .*name its topic under 'about'",
        ),
        "a slide about an entry in the place of a topic": (
            replace("slides", "about: risks", "about: bleeding"),
            r"slides\.yaml:\d+: unknown topic 'bleeding'",
        ),
    },
    "slide-picture-known": {
        "an unknown figure": (
            replace("slides", "figure: whole-back", "figure: hole-back"),
            r"slides\.yaml:\d+: unknown figure 'hole-back' .*; did you mean whole-back",
        ),
        "an unknown state of a picture": (
            replace("slides", "figure: low-back, state: healthy", "figure: low-back, state: retractor"),
            r"slides\.yaml:\d+: unknown state of the figure 'low-back' 'retractor'",
        ),
        "a label in an unknown state of its entry's figure": (
            replace("slides", "state: spinal-stenosis", "state: spinal-stenoses"),
            r"slides\.yaml:\d+: unknown state of the figure 'low-back' 'spinal-stenoses' .*; did you mean",
        ),
        "a label in an unknown state of a comparison": (
            replace("slides", "state: compare-small\n", "state: compare-smal\n"),
            r"slides\.yaml:\d+: unknown state of the figure 'small-and-standard' 'compare-smal' .*; did you mean",
        ),
    },
    "slide-place-seen": {
        "a place outside of the drawing": (
            rewrite("slides", r'(Germs in a disk or a bone"\n      at: )".*"', r'\1"497 372"'),
            r"slides\.yaml:\d+: the place '497 372' is outside of the drawing 'side'; keep it within it: x from 0",
        ),
        "a place outside of the view": (
            rewrite("slides", r'(A smaller cut"\n      at: )".*"', r'\1"300 88"'),
            r"slides\.yaml:\d+: the place '300 88' is outside of 'view'; keep it within it: x from \d+ to \d+, y from",
        ),
        "a place where there is no picture": (
            rewrite("slides", r"(- id: end\n(?:.*\n){3})", r'\1      at: "10 10"\n'),
            r"slides\.yaml:\d+: this slide has no picture to point into; add 'picture', or remove this line",
        ),
    },
    "slide-words-few": {
        "a long label at a place": (
            replace("slides", '"A light"', '"A light that shines on all that lies at the end"'),
            r"slides\.yaml:\d+: warning: expected at most 9 words, found 11; leave the rest to the trainer's notes",
        ),
        "a long fact at the end": (
            replace("slides", '"What needs care comes into view."', f'"{"care and " * 9}care."'),
            r"slides\.yaml:\d+: warning: expected at most 18 words, found 19; leave the rest to the trainer's notes",
        ),
    },
}
