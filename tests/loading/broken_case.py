"""Ways to break a case: the rule that notices it, the change, and what the message must say."""

from tests.support.changes import Change, replace, rewrite

CLINIC = '    when: "Clinic, three weeks before surgery"\n'
EVENING = '    when: "Ward, day 0, 18:00"\n'

BROKEN_CASE: dict[str, dict[str, tuple[Change, str]]] = {
    "case-chart-complete": {
        "a value of an unknown row": (
            replace("case", '          leg-pain: "8"', '          leg-pian: "8"'),
            r"case\.yaml:\d+: unknown row 'leg-pian' \(deleted, or renamed\?\); did you mean leg-pain",
        ),
        "a value in a line with others": (
            replace("mrs-t", 'leg-pain: "6"', 'leg-pian: "6"'),
            r"mrs-t\.yaml:\d+: unknown row 'leg-pian' \(deleted, or renamed\?\); did you mean leg-pain",
        ),
        "an unknown row in short": (
            replace("case", "brief: [leg-pain, ankle, saddle]", "brief: [leg-pain, ankel, saddle]"),
            r"case\.yaml:\d+: unknown row 'ankel' \(deleted, or renamed\?\); did you mean ankle",
        ),
        "an order in an unknown tab": (
            replace("case", "- {tab: orders,", "- {tab: order,"),
            r"case\.yaml:\d+: unknown tab without rows 'order' \(deleted, or renamed\?\); did you mean orders",
        ),
        "a note in a tab with rows": (
            replace("mrs-t", "- {tab: notes,", "- {tab: drain,"),
            r"mrs-t\.yaml:\d+: unknown tab without rows 'drain' .*; correct the spelling, or add it",
        ),
    },
    "case-paths-fit": {
        "a stop on an unknown path": (
            replace("case", "    path: rings\n", "    path: ring\n"),
            r"case\.yaml:\d+: unknown path 'ring' \(deleted, or renamed\?\); did you mean rings",
        ),
        "a path without a fork": (
            replace("mrs-t", EVENING, f"{EVENING}    path: rings\n"),
            r"mrs-t\.yaml:\d+: there is no fork; add 'fork', or remove this line",
        ),
        "a path without a stop": (
            replace("case", "    path: sleeps\n", "    path: rings\n", -1),
            r"case\.yaml:\d+: no stop is on the path 'sleeps'; give one 'path: sleeps', or remove the path",
        ),
        "a stop of all paths after the fork": (
            rewrite("case", r"(- id: home-headache\n(?:    (?!path:).*\n)+)    path: sleeps\n", r"\1"),
            r"case\.yaml:\d+: a stop of all paths stands after the fork; give it a 'path'",
        ),
        "a story that begins on a path": (
            replace("case", CLINIC, f"{CLINIC}    path: rings\n"),
            r"case\.yaml:\d+: the story begins on a path; let its first stop belong to all",
        ),
    },
    "outcome-of-answer": {
        "what follows from an unknown question": (
            replace("case", "      - item: q122\n", "      - item: q222\n"),
            r"case\.yaml:\d+: unknown question 'q222' \(deleted, or renamed\?\); did you mean q122",
        ),
        "what follows from a question of another stop": (
            replace("mrs-t", "      - item: q208\n", "      - item: q201\n"),
            r"mrs-t\.yaml:\d+: unknown question 'q201' \(deleted, or renamed\?\); did you mean q20\d",
        ),
        "what follows from an unknown answer": (
            replace("case", "        option: six-pm\n", "        option: six\n"),
            r"case\.yaml:\d+: unknown answer 'six' \(deleted, or renamed\?\); did you mean six-pm",
        ),
    },
    "case-picture-known": {
        "a stop with an unknown picture": (
            replace("case", "    picture: pressed\n", "    picture: presed\n"),
            r"case\.yaml:\d+: unknown state of the picture 'presed' \(deleted, or renamed\?\); did you mean pressed",
        ),
        "what follows, in an unknown picture": (
            replace("mrs-t", "        picture: t-clot-late\n", "        picture: t-clot-lat\n"),
            r"mrs-t\.yaml:\d+: unknown state of the picture 't-clot-lat' .*; did you mean t-clot-late",
        ),
        "a picture of another case": (
            replace("mrs-t", "    picture: t-clot\n", "    picture: clot\n"),
            r"mrs-t\.yaml:\d+: unknown state of the picture 'clot' \(deleted, or renamed\?\); did you mean t-clot",
        ),
    },
    "case-face-drawn": {
        "a face without a drawing": (
            replace("mrs-t", "  face: mrs-t\n", "  face: mrs-tt\n"),
            r"mrs-t\.yaml:\d+: missing file 'mrs-tt\.svg' in assets/illustrations/faces; did you mean mrs-t",
        ),
    },
    "phase-leads-somewhere": {
        "a phase of an unknown section": (
            replace("course", "    section: how\n", "    section: hwo\n"),
            r"course\.yaml:\d+: unknown section 'hwo' \(deleted, or renamed\?\); did you mean how",
        ),
    },
    "case-phase-known": {
        "a stop in an unknown phase": (
            replace("case", "    phase: before\n", "    phase: befor\n"),
            r"case\.yaml:\d+: unknown phase 'befor' \(deleted, or renamed\?\); did you mean before",
        ),
        "a phase that the course no longer has": (
            replace("course", "  - id: after\n", "  - id: recovery\n"),
            r"mrs-t\.yaml:\d+: unknown phase 'after' \(deleted, or renamed\?\); correct the spelling, or add it",
        ),
    },
    "case-step-order": {
        "a question without a step": (
            replace("case", "        step: recognize-cues\n", ""),
            r"case\.yaml:\d+: question q101 has no step; add 'step: …', one of recognize-cues, analyze-cues, ",
        ),
        "a question that goes back to an earlier step": (
            replace("case", "        step: prioritize-hypotheses\n", "        step: recognize-cues\n"),
            r"case\.yaml:\d+: question q104 goes back to 'recognize-cues'; move it up in its stop",
        ),
    },
    "case-question-once": {
        "a question of another stop": (
            replace("case", "      - id: q121\n", "      - id: q101\n"),
            r"case\.yaml:\d+: question 'q101' is in another stop, too; give this one another id",
        ),
        "a question of another case": (
            replace("mrs-t", "      - id: q201\n", "      - id: q101\n"),
            r"mrs-t\.yaml:\d+: question 'q101' is in case\.yaml, too; give this one another id",
        ),
        "a question of the check": (
            replace("case", "      - id: q101\n", "      - id: q01\n"),
            r"case\.yaml:\d+: question 'q01' is in quiz\.yaml, too; give this one another id",
        ),
    },
}
