"""Ways to say two urgencies of one sign: the rule that notices it, the change, and what the message must say."""

from tests.support.changes import Change, replace, rewrite

HUM = '{text: "It hums", added: [practice], urgency: report}'
HEMATOMA = "It may be a hematoma, so it is an emergency: call now,"
LISTENED_FOR = "With new weakness, numbness or foot drop it is an emergency: call now."
MEANING = r'(id: foot-drop\n(?:  .*\n)*?  meaning: ").*"'

# What "Rising pain", which is reported, is replaced by in the table; the words and the sign that make it an emergency.
EMERGENCIES = {
    "Growing weakness in one leg": ("growing weakness", "new-weakness"),
    "A soaked dressing and a fast pulse": (r"soak \+ fast pulse", "blood-loss"),
    "A dressing that soaks through with falling pressure": (r"soak \+ falling pressure", "blood-loss"),
    "Fever and a stiff neck": ("stiff neck", "stiff-neck"),
    "Fever with new weakness": ("new weakness", "new-weakness"),
    "Sight that is suddenly blurred": (r"blurred \+ sight", "lost-sight"),
    "Numbness in the [[saddle area]]": ("saddle area", "cauda-equina"),
    "Not being able to pass urine": ("pass urine", "cauda-equina"),
}

BROKEN_URGENCY: dict[str, dict[str, tuple[Change, str]]] = {
    "one-urgency": {
        "a statement with another urgency than its sign in the table": (
            rewrite("conditions", r"(leg weak or numb\? .*\n.*\n *urgency: )emergency", r"\1report"),
            r"conditions\.yaml:\d+: 'weak or numb' is 'report' here and 'emergency' in signs\.yaml \(new-weakness\); "
            r"write 'urgency: emergency', or correct it there",
        ),
        "a text that has two": (
            replace("procedure", "people:\n", f"  more: [{HUM}, {HUM.replace('report', 'record')}]\n\npeople:\n"),
            r"procedure\.yaml:\d+: 'it hums' is 'record' here and 'report' in procedure\.yaml; write 'urgency: report'",
        ),
        "weakness in the trainer's notes": (
            rewrite("trainer", r'(stay and call now\."\n.*\n *urgency: )emergency', r"\1report"),
            r"trainer\.yaml:\d+: 'foot drop' is 'report' here and 'emergency' in signs\.yaml \(new-weakness\)",
        ),
        "fever alone as an emergency": (
            replace("risks", "added: [A34]\n      urgency: report", "added: [A34]\n      urgency: emergency"),
            r"risks\.yaml:\d+: '(fever|cloudy)' is 'emergency' here and 'report' in signs\.yaml \(wound-infection\)",
        ),
        **{
            f"a sign of the table that names another one: {text}": (
                replace("signs", '"Rising pain"', f'"{text}"'),
                rf"signs\.yaml:\d+: '{words}' is 'report' here and 'emergency' in signs\.yaml \({sign}\); write",
            )
            for text, (words, sign) in EMERGENCIES.items()
        },
    },
    "sign-words-once": {
        "words of two signs": (
            replace("signs", 'words: ["calf"]', 'words: ["calf", "Stiff neck"]'),
            r"signs\.yaml:\d+: 'Stiff neck' names 'stiff-neck' \(emergency\), too; remove it from one of the two",
        ),
    },
    "sign-is-shown": {
        "a sign that no record names": (
            replace("risks", ", lost-sight", ""),
            r"signs\.yaml:\d+: no record names the sign 'lost-sight'; add it to the 'signs' of a record, or remove it",
        ),
    },
    "sign-told-alike": {
        "a reason of a question": (
            replace("quiz", HEMATOMA, "Report new weakness without delay,"),
            r"quiz\.yaml:\d+: 'new weakness' stands with 'report', words of 'report'; it is 'emergency' in signs\.yaml "
            r"\(new-weakness\): use words of that, or correct it there",
        ),
        "the right answer to a question": (
            replace("quiz", "Stay with the patient and call the surgeon at once.", "Numb between the legs: chart it."),
            r"quiz\.yaml:\d+: 'between the legs' stands with 'chart it', words of 'record'; it is 'emergency' in signs",
        ),
        "what a trainer listens for": (
            replace("trainer", LISTENED_FOR, "New weakness: chart it."),
            r"trainer\.yaml:\d+: 'new weakness' stands with 'chart it', words of 'record'; it is 'emergency' in signs",
        ),
        "a reason of the sort": (
            replace(
                "risks", "of a leak; other headaches can be a leak, too.", "of a leak: a leak headache is an emergency."
            ),
            r"risks\.yaml:\d+: 'leak headache' stands with 'emergency', words of 'emergency'; it is 'report' in signs",
        ),
        "a meaning in the glossary, by the name of another tier": (
            rewrite("glossary", MEANING, r'\1Foot drop: Report without delay."'),
            r"glossary\.yaml:\d+: 'foot drop' stands with 'Report without delay', words of 'report'; it",
        ),
    },
    "guess-told-alike": {
        "a reason of a guess": (
            replace("risks", "New foot drop is an emergency: call now.", "Report it without delay."),
            r"risks\.yaml:\d+: 'foot that drops' stands with '.*', words of 'report'; it is 'emergency' in signs\.yaml",
        ),
    },
    "sorted-sign-exists": {
        "a sign that the risk does not have": (
            replace("risks", "    sign: breathless\n", "    sign: breathles\n"),
            r"risks\.yaml:\d+: unknown sign 'breathles' of this risk; did you mean breathless\? Correct the spelling",
        ),
    },
    "sorted-sign-urgency": {
        "words of a sign of another tier": (
            replace("risks", "A sore throat after waking up", "New weakness after waking up"),
            r"risks\.yaml:\d+: 'new weakness' is 'record' here and 'emergency' in signs\.yaml \(new-weakness\); write",
        ),
    },
}
