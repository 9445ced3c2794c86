"""Every way to break the words that is tried: the rule that notices it, the change, and what the message must say."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from tests.conftest import WORDS
from tests.loading.broken_case import BROKEN_CASE
from tests.loading.broken_slides import BROKEN_SLIDES
from tests.loading.broken_urgency import BROKEN_URGENCY
from tests.support.changes import Change, both, entry, remove, replace, reviewed, rewrite, signed, write

HARD = "Percutaneous instrumentation necessitates meticulous intraoperative visualization of anatomical structures."
LONG = "and this answer goes on for a good while, so that nobody who looks can fail to see that it is the longest"
SIGN = '{text: "It hums", added: [practice], urgency: report}'


def say(words: str) -> Change:
    """Say some words of the interface otherwise, in front of what the course says already."""
    return replace("interface", "reply:\n", f"{words}\n\nreply:\n")


# For each rule ("form": the file cannot be read as what it is), what is done to the words, and the message.
BROKEN: dict[str, dict[str, tuple[Change, str]]] = {
    "form": {
        "an open quote": (
            replace("course", 'short: "MISS"', 'short: "MISS'),
            r"course\.yaml:\d+: the text has no closing quote; write",
        ),
        "a tab": (
            replace("course", '  text: "Spine surgery', '\ttext: "Spine surgery'),
            r"course\.yaml:\d+: expected spaces, found a tab; indent",
        ),
        "a lens without a radius": (
            replace("pictures", 'lens: "196 70 56"', 'lens: "196 70"'),
            r"pictures\.yaml:\d+: 'lens': expected three whole numbers, as in 306 363 30, found .196 70.; correct",
        ),
        "a close-up without a height": (
            replace("pictures", 'close_up: "126 124 412 297"', 'close_up: "112 132 416"'),
            r"pictures\.yaml:\d+: 'close_up': expected four whole numbers, as in 0 0 360 240, found ",
        ),
        "a key twice": (
            replace("course", 'short: "MISS"', 'short: "MISS"\nshort: "MISS"'),
            r"course\.yaml:\d+: duplicate key 'short': this record has it already; keep one",
        ),
        "an alias": (
            replace("course", 'short: "MISS"', "short: *miss"),
            r"course\.yaml:\d+: expected text, found an alias \(a name after '\*'\); write it out",
        ),
        "a second document": (
            replace("risks", "- id: infection", "- id: first\n---\n- id: infection"),
            r"risks\.yaml:\d+: expected one document, found a second; remove the line with '---'",
        ),
        "levels without end": (
            replace("course", 'short: "MISS"', f"short: {'[' * 21}{']' * 21}"),
            r"course\.yaml:\d+: nested more than 20 levels; close an open bracket",
        ),
        "a fact of the wrong form": (
            replace("conditions", "facts: [F12, F18]", "facts: [12]"),
            r"conditions\.yaml:\d+: 'facts': expected text, found 12 .*as a number\); write the text in quotes",
        ),
        "a missing reason": (
            lambda words: _drop_line(words / "quiz.yaml", "      why:"),
            r"quiz\.yaml:\d+: missing key 'why'; add it",
        ),
        "HTML in a text": (
            replace("glossary", 'meaning: "', 'meaning: "<b>Bold</b> '),
            r"glossary\.yaml:\d+: 'meaning': expected plain text, found HTML \(<b>\); remove it",
        ),
        "a word of the wrong type": (
            replace("course", 'short: "MISS"', "short: no"),
            r"course\.yaml:\d+: 'short': expected text, found false \(YAML reads .*; write the text in quotes",
        ),
        "a number in words": (
            replace("trainer", "minutes: ", 'minutes: "six" #'),
            r"trainer\.yaml:\d+: 'minutes': expected a whole number, found \"six\"; write it in digits",
        ),
        "a pace that nobody reads at": (
            replace("course", "words_per_minute: 180", "words_per_minute: 201"),
            r"course\.yaml:\d+: 'words_per_minute': expected 200 or less, found 201; change the number",
        ),
        "an unknown key": (
            replace("conditions", "  nursing:", "  nursng:"),
            r"conditions\.yaml:\d+: unknown key 'nursng'; did you mean 'nursing'\? Accepted here: .*patient",
        ),
        "an unknown kind of question": (
            replace("quiz", "kind: single", "kind: singel"),
            r"quiz\.yaml:\d+: 'kind': expected one of 'single', .*, found \"singel\"; choose one",
        ),
        "an empty file": (write("risks", b""), r"risks\.yaml:1: expected records, found an empty file; restore it"),
        "a missing file": (remove("glossary"), r"glossary\.yaml:1: missing file; restore it"),
        "not UTF-8": (
            write("course", b'title: "Caf\xe9"\n'),
            r"course\.yaml:1: expected UTF-8, found another encoding; save the file",
        ),
        "brackets that do not close": (
            replace("conditions", '- text: "', '- text: "[[disk '),
            r"conditions\.yaml:\d+: 'text': unbalanced square brackets; mark a glossary term \[\[like this\]\]",
        ),
        "an empty text": (
            replace("interface", '"Choose a condition"', '""'),
            r"interface\.yaml:\d+: 'legend': expected text, found none; write the text",
        ),
        "a missing word of the interface": (
            replace("course", "language: en", "language: de"),
            r'interface\.yaml:6: missing key \'skip\'; add it\. In English: "Skip to the content"\.',
        ),
        "a missing word of a group": (
            replace("course", "language: en", "language: de"),
            r'interface\.yaml:11: missing key \'look_alike\'; add it\. In English: "Do not mix it up with"\.',
        ),
        "a missing word with plural forms": (
            replace("course", "language: en", "language: de"),
            r'\'minutes\'; add it\. In English: \{"one": "About \{minutes\} minute", "other": "About ',
        ),
        "an unknown word of the interface": (
            replace("interface", "  legend:", "  legnd:"),
            r"interface\.yaml:12: unknown key 'legnd'; did you mean 'legend'\? Accepted here: legend, not_claimed",
        ),
        "an unknown group of words": (
            replace("interface", "conditions:", "condition:"),
            r"interface\.yaml:11: unknown key 'condition'; did you mean 'conditions'\? Accepted here: page, ",
        ),
        "a placeholder that is none": (
            say('page:\n  next: "On: {titel}"'),
            r"interface\.yaml:36: 'next': unknown placeholder \{titel\}; did you mean \{title\}\? Accepted here: title",
        ),
        "a placeholder where there is none": (
            replace("interface", '"Choose a condition"', '"Choose {one}"'),
            r"interface\.yaml:12: 'legend': unknown placeholder \{one\}; none is filled in here, so remove it",
        ),
        "a missing placeholder": (
            say('page:\n  next: "On"'),
            r"interface\.yaml:36: 'next': missing placeholder \{title\}; put it where your language wants it",
        ),
        "a missing placeholder in plural forms": (
            say('home:\n  progress:\n    one: "{done} of {total}"\n    other: "All {total}"'),
            r"interface\.yaml:36: 'progress': missing placeholder \{done\}; put it",
        ),
        "a missing placeholder in one plural form": (
            say('home:\n  progress:\n    one: "Done"\n    other: "{done} of {total}"'),
            r"interface\.yaml:36: 'progress': missing placeholder \{done\}; put it",
        ),
        "a plural form that the language does not have": (
            say('page:\n  minutes:\n    few: "{minutes} minutes"\n    other: "{minutes} minutes"'),
            r"interface\.yaml:37: unknown key 'few'; accepted here: by, other, one\.",
        ),
        "no plural form for other numbers": (
            say('page:\n  minutes:\n    one: "{minutes} minute"'),
            r"interface\.yaml:36: missing key 'other'; add it\.",
        ),
        "plural forms without what counts": (
            replace(
                "interface",
                "risks:\n",
                'risks:\n  seen:\n    one: "{seen} of {total}"\n    other: "{seen} of {total}"\n',
            ),
            r"interface\.yaml:\d+: 'seen': expected 'by' with the placeholder that counts, one of seen, total; add",
        ),
        "plural forms by a placeholder that is none": (
            say('page:\n  minutes:\n    by: time\n    other: "{minutes} minutes"'),
            r"interface\.yaml:36: 'minutes': expected 'by' with the placeholder that counts, one of minutes; add",
        ),
        "plural forms of a word without a number": (
            say('page:\n  home:\n    one: "Home"\n    other: "Homes"'),
            r"interface\.yaml:36: 'home': expected one text, found plural forms, but no number is filled in",
        ),
        "an unknown figure in the accessibility statement": (
            replace("accessibility", "{violations}.", "{violation}."),
            r"accessibility\.yaml:\d+: 'result': unknown placeholder \{violation\}; did you mean \{violations\}\?",
        ),
        "a note of an unknown kind": (
            replace("trainer", "kind: alongside", "kind: along"),
            r"trainer\.yaml:\d+: 'kind': expected one of .*'alongside'.*, found \"along\"; choose one",
        ),
        "no minutes": (
            replace("trainer", "minutes: 2", "minutes: 0"),
            r"trainer\.yaml:\d+: 'minutes': expected 1 or more, found 0; change the number",
        ),
        "a guide with HTML": (
            replace("guide", '    - "Go', '    - "<i>Go</i>'),
            r"guide\.yaml:\d+: 'do': expected plain text, found HTML \(<i>\); remove it",
        ),
        "nothing where text should be": (
            replace("risks", 'name: "Infection"', "name:"),
            r"risks\.yaml:\d+: 'name': expected text, found nothing \(null\); write the text in quotes",
        ),
        "an id of the wrong form": (
            replace("risks", "id: infection", 'id: "In Fection"'),
            r"risks\.yaml:\d+: 'id': expected lowercase letters, digits .*, found \"In Fection\"; correct it",
        ),
        "too few answers": (
            rewrite("quiz", r"((?:    - id: .*\n(?:      .*\n)+?){2})(?:    - id: .*\n(?:      .*\n)+)+", r"\1"),
            r"quiz\.yaml:\d+: 'options': expected at least 3 entries, found 2; add more",
        ),
        "a truth in quotes": (
            replace("quiz", "right: true", 'right: "yes"'),
            r"quiz\.yaml:\d+: 'right': expected true or false, found \"yes\"; write one of them without quotes",
        ),
        "no kind of question": (
            replace("quiz", "  kind: single\n", ""),
            r"quiz\.yaml:\d+: missing key 'kind'; add it to say which kind of question this is",
        ),
        "a list as a key": (
            replace("course", 'short: "MISS"', '[short]: "MISS"'),
            r"course\.yaml:\d+: expected a key, found a list or a record before the colon; put text with brackets",
        ),
        "no day": (
            replace("course", "date: null", "date: 2026-13-45"),
            r"course\.yaml:\d+: invalid number, date or tag '2026-13-45'; correct it, or put the text in quotes",
        ),
        "a character that no text may hold": (
            replace("course", 'short: "MISS"', 'short: "MISS\x00"'),
            r"course\.yaml:\d+: invalid character; delete what stands here and type it again",
        ),
        "a signed record without a day": (
            write("reviews", entry("risks/infection", "null")),
            r"reviews\.yaml:3: 'date': expected a date, found nothing .*; write it without quotes, as in 2026-05-31",
        ),
        "a hash that is none": (
            write("reviews", entry("risks/infection").replace(b"0" * 12, b"0" * 11)),
            r"reviews\.yaml:2: 'hash': expected the 12 digits that `miss review .+` lists, in quotes, found .0{11}.;",
        ),
        "a record that is none": (
            replace("course", "review:\n", 'review: "no"\nx:\n'),
            r"course\.yaml:\d+: 'review': expected a record, found \"no\"; write it as lines of 'key: value'",
        ),
        "a sign that the table does not have": (
            replace("risks", "[donor-area, donor-score]", "[donor-aera, donor-score]"),
            r"risks\.yaml:\d+: unknown sign \"donor-aera\" \(deleted, or renamed\?\); did you mean 'donor-area'\? "
            r"Correct the spelling, or add it to signs\.yaml",
        ),
        "a sign that is not in the table": (
            replace("risks", "[donor-area, donor-score]", f"[{SIGN}]"),
            r"risks\.yaml:\d+: 'signs': expected the id of a sign, found a record; write it in signs\.yaml",
        ),
        "a list that is no list": (
            replace("conditions", "  patient:\n", '  patient: "words"\n  x:\n'),
            r"conditions\.yaml:\d+: 'patient': expected a list, found \"words\"; start each entry on its own line with",
        ),
    },
    "ids-once": {
        "an id twice": (
            replace("risks", "id: bleeding", "id: infection"),
            r"risks\.yaml:\d+: duplicate id 'infection': an earlier record has it; give this record another id",
        ),
    },
    "ids-once-in-kind": {
        "an id that another file of the kind has": (
            lambda words: [
                shutil.copy(words / "risks.yaml", words / "more.yaml"),
                replace("sections", "{kind: comparison}", "{kind: risks, key: more, records: more}")(words),
            ],
            r"risks\.yaml:\d+: duplicate id 'infection': more\.yaml has it, too; give",
        ),
    },
    "names-exist": {
        "an unknown fact": (
            replace("conditions", "facts: [F12, F18]", "facts: [F99]"),
            r"conditions\.yaml:\d+: unknown fact 'F99' .*; did you mean .*\? Correct the spelling",
        ),
        "an unknown source": (
            replace("operations", "added: [A09", "added: [A997"),
            r"operations\.yaml:\d+: unknown source 'A997' \(deleted, or renamed\?\); did you mean",
        ),
        "an unknown fact of a question": (
            replace("quiz", "facts: [F01", "facts: [F98"),
            r"quiz\.yaml:\d+: unknown fact 'F98' \(deleted, or renamed\?\); did you mean",
        ),
    },
    "stated-on-something": {
        "a trainer's statement without a source": (
            replace("trainer", "      added: [A09, practice]\n", ""),
            r"trainer\.yaml:\d+: statement without a fact or a source; add",
        ),
        "a section without a source": (
            rewrite("sections", r"^    facts: .*\n", ""),
            r"sections\.yaml:\d+: statement without",
        ),
    },
    "nursing-has-source": {
        "a nursing note without a source": (
            lambda words: _drop_first_added(words / "operations.yaml"),
            r"operations\.yaml:\d+: (nursing note|statement) without a (fact or a )?source; add",
        ),
        "a nursing note with a fact only": (
            rewrite("operations", r"(  nursing:\n.*\n      )added: .*", r"\1facts: [F01]"),
            r"operations\.yaml:\d+: nursing note without a source; add",
        ),
    },
    "term-once": {
        "a glossary word twice": (
            replace("glossary", 'term: "spine"', 'term: "disk"'),
            r"glossary\.yaml:\d+: duplicate term 'disk': 'spine' explains it, too; remove",
        ),
    },
    "term-defined": {
        "an unknown glossary word": (
            replace("conditions", '- text: "', '- text: "[[xylophone]] '),
            r"conditions\.yaml:\d+: unknown glossary term '\[\[xylophone\]\]' .*; correct the spelling, or add it",
        ),
        "a glossary word with a slip": (
            replace("sections", "[[MISS]]", "[[MIS]]"),
            r"sections\.yaml:\d+: unknown glossary term '\[\[MIS\]\]' \(deleted, or renamed\?\); correct",
        ),
    },
    "read-again-leads-somewhere": {
        "reading again where nothing is": (
            replace("quiz", "topic: ", "topic: not-"),
            r"quiz\.yaml:\d+: unknown topic 'not-",
        ),
    },
    "file-is-shown": {
        "a file that is shown nowhere": (
            replace("sections", "      interaction: {kind: risks}\n", ""),
            r"sections\.yaml:\d+: risks\.yaml is shown nowhere; write 'interaction: {kind: risks}' below a topic",
        ),
    },
    "items-are-known": {
        "an item that is not there": (
            replace("sections", "{kind: conditions}\n", "{kind: questions, key: ask, items: [q01, q99]}\n"),
            r"sections\.yaml:\d+: unknown record of quiz\.yaml 'q99' \(deleted, or renamed\?\); did you mean q",
        ),
        "an item twice": (
            replace("sections", "{kind: conditions}\n", "{kind: questions, key: ask, items: [q01, q02, q01]}\n"),
            r"sections\.yaml:\d+: duplicate item 'q01'; remove it",
        ),
        "items of a kind that shows all": (
            replace("sections", "{kind: risks}", "{kind: risks, items: [infection]}"),
            r"sections\.yaml:\d+: 'risks' shows all of its file; remove 'items'",
        ),
    },
    "items-are-asked": {
        "a question that no topic asks": (
            replace("sections", "{kind: questions}", "{kind: questions, items: [q01]}"),
            r"quiz\.yaml:\d+: no topic shows 'q\d\d'; name it under 'items', or remove it",
        ),
    },
    "name-once-on-page": {
        "a topic and an entry of one name": (
            replace("operations", "id: laminectomy", "id: smaller-cuts"),
            r"sections\.yaml:\d+: 'smaller-cuts' names a topic and an entry \(operation\) of this page",
        ),
    },
    "picture-has-place": {
        "an unknown drawing": (
            replace("pictures", "drawing: behind", "drawing: behnd"),
            r"pictures\.yaml:\d+: unknown drawing 'behnd' \(deleted, or renamed\?\); did you mean behind\?",
        ),
        "a picture of an unknown topic": (
            replace("pictures", "topic: smaller-cuts", "topic: smaler-cuts"),
            r"pictures\.yaml:\d+: unknown topic 'smaler-cuts' \(deleted, or renamed\?\); did you mean smaller-cuts",
        ),
    },
    "picture-is-drawn": {
        "a mark without a file": (
            rewrite("pictures", r"^marks:.*\n?", "marks: [infektion]\n"),
            r"pictures\.yaml:\d+: missing file 'infektion\.svg'.*did you mean infection",
        ),
    },
    "picture-has-words": {
        "a part without a name": (
            rewrite("pictures", r"^      - id: canal\n.*\n.*\n", ""),
            r"pictures\.yaml:\d+: drawing 'side': missing name of its part 'canal'; add it",
        ),
    },
    "part-has-known-word": {
        "a part with an unknown word": (
            replace("pictures", "word: lamina", "word: laminna"),
            r"pictures\.yaml:\d+: unknown word 'laminna' \(deleted, or renamed\?\); did you mean lamina",
        ),
    },
    "fact-used": {
        "a fact that nothing says": (
            lambda words: _forget_fact(words, "F30"),
            r"facts\.yaml:\d+: unused fact F30; name it",
        ),
        "a fact that only a trainer's note says": (
            lambda words: _forget_fact(words, "F30", but=("facts", "trainer")),
            r"facts\.yaml:\d+: unused fact F30; name it",
        ),
        "a fact replaced by another": (
            lambda words: [
                rewrite(file.stem, r"\bF30\b", "F31", 0)(words) for file in words.glob("*") if _uses(file, "F30")
            ],
            r"facts\.yaml:\d+: unused fact F30; name it",
        ),
    },
    **BROKEN_URGENCY,
    **BROKEN_CASE,
    **BROKEN_SLIDES,
    "note-about-something": {
        "a note about nothing": (
            replace("trainer", "about: spinal-stenosis", "about: spinal-stenoses"),
            r"trainer\.yaml:\d+: unknown condition 'spinal-stenoses' .*; did you mean spinal-stenosis",
        ),
        "two notes about one thing": (
            replace("trainer", "about: spinal-stenosis", "about: herniated-disk"),
            r"trainer\.yaml:\d+: duplicate note for the condition 'herniated-disk'; keep one of them",
        ),
        "a note about an unknown operation": (
            replace("trainer", "about: lumbar-discectomy", "about: discectomy"),
            r"trainer\.yaml:\d+: unknown operation 'discectomy' .*; did you mean lumbar-discectomy",
        ),
    },
    "note-for-each": {
        "nothing where a note should be": (
            replace("trainer", "about: spinal-stenosis", "about: spinal-stenoses"),
            r"trainer\.yaml:\d+: missing note for the condition 'spinal-stenosis'; add one",
        ),
        "an operation without a note": (
            replace("trainer", "about: laminectomy", "about: spinal-fusion"),
            r"trainer\.yaml:\d+: missing note for the operation 'laminectomy'",
        ),
    },
    "note-minutes": {
        "more minutes than the section has": (
            replace("trainer", "about: what\n  minutes: 9", "about: what\n  minutes: 6"),
            r"trainer\.yaml:\d+: section 'what': expected at least 7 minutes \(its entries take 6\), found 6; "
            r"give it more",
        ),
        "one minute for a section": (
            rewrite("trainer", r"(about: what\n  minutes: )\d+", r"\g<1>1"),
            r"trainer\.yaml:\d+: section 'what': expected at least \d+ minutes \(its entries take \d+\), found 1; give",
        ),
    },
    "note-must": {
        "more that must be than fits": (
            replace("trainer", "must: false", "must: true"),
            r"trainer\.yaml:\d+: expected at most 30 minutes in all notes with 'must: true', found 32; change some",
        ),
        "all notes that must be": (
            replace("trainer", "must: false", "must: true", -1),
            r"trainer\.yaml:\d+: expected at most 30 minutes in all notes with 'must: true', found \d+; change some",
        ),
    },
    "lens-shows-something": {
        "a lens beyond the drawing": (
            replace("pictures", 'lens: "196 70 56"', 'lens: "480 70 56"'),
            r"pictures\.yaml:\d+: the lens reaches beyond the drawing 'side'; keep it within 496 by 560",
        ),
        "a lens over nothing that is named": (
            replace("pictures", '        tag: "Break in the pars"\n', ""),
            r"pictures\.yaml:\d+: missing tag of state 'spondylolysis', whose lens shows it; add 'tag'",
        ),
    },
    "tag-is-shown": {
        "a tag in a comparison": (
            replace("pictures", "        bar: 19\n", '        bar: 19\n        tag: "Cut"\n'),
            r"pictures\.yaml:\d+: a figure with 'switch: drag' has no tags; remove this line",
        ),
    },
    "short-is-in-name": {
        "a short name of another word": (
            replace("conditions", 'short: "Tumor"', 'short: "Growth"'),
            r"conditions\.yaml:\d+: 'Growth' is not in the name 'Spinal tumor'; use words that stand in it together",
        ),
    },
    "bar-is-shown": {
        "a bar where there is no comparison": (
            replace("pictures", "      - id: team\n", "      - id: team\n        bar: 20\n"),
            r"pictures\.yaml:\d+: only a figure with 'switch: drag' has bars; remove this line",
        )
    },
    "depths-lead-somewhere": {
        "depths where there is no comparison": (
            replace("pictures", "    switch: drag\n", ""),
            r"pictures\.yaml:\d+: only a figure with 'switch: drag' has depths; remove these lines",
        ),
        "a depth that is not greater": (
            replace("pictures", "        depth: 2.2\n", "        depth: 1.2\n"),
            r"pictures\.yaml:\d+: expected more than 1\.35, the depth before this one, found 1\.2",
        ),
        "states that start at none of the depths": (
            replace("pictures", "        depth: 5\n        level: 56\n", "        depth: 5.1\n        level: 56\n"),
            r"pictures\.yaml:\d+: no entry has the 'depth' of the states, where both start; add one",
        ),
    },
    "comparison-has-figure": {
        "a comparison that is not placed": (
            replace("sections", "      interaction: {kind: comparison}\n", ""),
            r"pictures\.yaml:\d+: topic 'smaller-cuts' has no comparison; add 'interaction: {kind: comparison}' to it",
        ),
    },
    "question-has-answer": {
        "no right answer": (
            lambda words: _all_wrong(words / "quiz.yaml"),
            r"quiz\.yaml:\d+: question q01: expected one right answer, found none; mark one with 'right: true'",
        ),
        "two right answers": (
            replace("quiz", "right: false", "right: true"),
            r"quiz\.yaml:\d+: question q01: expected one right answer, found 2; keep one",
        ),
        "no wrong answer": (
            rewrite("quiz", "right: false", "right: true", 0),
            r"quiz\.yaml:\d+: question q\d+: expected at least one wrong answer, found none; mark one with",
        ),
        "no right answer in one question": (
            replace("quiz", "right: true", "right: false"),
            r"quiz\.yaml:\d+: question q01: expected one right answer, found none; mark",
        ),
        "no right answer in a question of a case": (
            rewrite("case", r"(- id: medicines\n.*\n +right: )true", r"\1false"),
            r"case\.yaml:\d+: question q104: expected one right answer, found none; mark",
        ),
    },
    "leaflet-only": {
        "an added source in the leaflet's words": (
            rewrite("risks", r"(  leaflet:\n.*\n)", r"\1    added: [A01]\n"),
            r"risks\.yaml:\d+: 'leaflet': expected facts only, found an added source; move",
        ),
    },
    "count-of-something": {
        "what is no list": (
            replace("sections", "{count:risks}", "{count:riscs}"),
            r"sections\.yaml:\d+: unknown list 'riscs' in \{count:…\}; did you mean risks .*or name a file",
        ),
        "a key that is no list": (
            replace("sections", "{count:mrs-t.stops}", "{count:mrs-t.stop}"),
            r"sections\.yaml:\d+: unknown list 'mrs-t\.stop' in .*; did you mean mrs-t\.stops",
        ),
    },
    "hedges-translated": {
        "words of another language": (
            rewrite("course", r"^  said: .*", '  said: ["kann", "darf"]'),
            r"course\.yaml:\d+: warning: no fact has 'kann' or 'darf'; translate these words",
        ),
    },
    "character-is-seen": {
        "a space that holds words together": (
            replace("risks", "No surgery is free", "No surgery is\u00a0free"),
            r"risks\.yaml:\d+: warning: found a no-break space in column \d+, which only looks like a space; delete it",
        ),
        "a space without width": (
            replace("glossary", 'meaning: "', 'meaning: "\u200b'),
            r"glossary\.yaml:\d+: warning: found a zero-width space in column \d+, which nobody sees; delete it",
        ),
        "a space without width in a text over two lines": (
            replace("glossary", 'meaning: "', 'meaning: "This\n    i\u200bs: '),
            r"glossary\.yaml:(?!1:)\d+: warning: found a zero-width space in column 6 of line \d+, which",
        ),
    },
    "fact-restates": {
        "a fact that restates an unknown one": (
            replace("facts", "restates: F03", "restates: F97"),
            r"facts\.yaml:\d+: 'restates': expected another fact than F27, found 'F97'; did you mean",
        ),
    },
    "source-named": {
        "a source without a publisher": (
            rewrite("sources", r"^  publisher: .*\n", ""),
            r"sources\.yaml:\d+: source A01: missing publisher; add it",
        ),
    },
    "source-used": {
        "a source that nothing names": (
            write(
                "sources",
                (WORDS / "sources.yaml").read_bytes() + b'- id: A999\n  basis: practice\n  statement: "Idle."\n',
            ),
            r"sources\.yaml:\d+: warning: unused source A999; name it",
        ),
    },
    "hedge-dropped": {
        "a fact said with more certainty": (
            replace("sections", "Recovery can be faster, too.", "Recovery is faster, too."),
            r"sections\.yaml:\d+: drops the hedge 'may' from F07; add 'may' or 'can'",
        ),
    },
    "promise-made": {
        "a promise beside a word that keeps a hedge": (
            replace("conditions", "a problem that an operation on the spine may help.", "a problem that it will help."),
            r"conditions\.yaml:\d+: promises 'will' where F17 says 'may'; say 'may' or .*, or put 'not' or .* before",
        ),
        "a promise beside its hedge": (
            replace("sections", "Recovery can be faster, too.", "Recovery can be faster, and it always is."),
            r"sections\.yaml:\d+: promises 'always' where F07 says 'may'; say",
        ),
        "a promise after a denial of something else": (
            replace("sections", "Recovery can be faster, too.", "It can't hurt, and it will be faster."),
            r"sections\.yaml:\d+: promises 'will' where F07 says 'may'; say",
        ),
        "a promise in a right answer": (
            replace("quiz", "It might help; your doctor", "It might, or rather will help; your doctor"),
            r"quiz\.yaml:\d+: promises 'will' where F12 says 'may'; say",
        ),
        "a promise in a right answer of a group": (
            replace("quiz", "Answer what the operation may do for his pain", "Say that surgery will end his pain"),
            r"quiz\.yaml:\d+: promises 'will' where F06 says 'may'; say",
        ),
        "a promise in what a nurse answers": (
            replace("quiz", "It might help, but I can't promise that.", "It might help, and it certainly will."),
            r"quiz\.yaml:\d+: promises 'certainly' where F12 says 'may'; say",
        ),
    },
    "option-explained": {
        "a reason that repeats the answer": (
            rewrite("quiz", r'^(      text: )(".*")((?:.|\n)*?      why: )".*"', r"\1\2\3\2"),
            r"quiz\.yaml:\d+: 'why' repeats the answer; explain",
        ),
    },
    "reading-grade-section": {
        "a section of hard words": (
            replace(
                "sections",
                "[[MISS]] is surgery on the bones of the [[spine]], through smaller cuts than in [[standard surgery]].",
                " ".join([HARD] * 6),
            ),
            r"sections\.yaml:\d+: warning: section 'what': expected reading grade 6 .* first in \"Percutaneous",
        ),
    },
    "reading-grade": {
        "a hard sentence for patients": (
            rewrite("risks", r'(  patient:\n    - text: )".*"', rf'\1"{HARD}"'),
            r"risks\.yaml:\d+: warning: 'patient': expected reading grade 6 or lower, .*\"Percutaneous instrumentation",
        ),
    },
    "picture-of-each": {
        "a condition without a picture": (
            both(
                replace("pictures", "id: spinal-tumor\n", "id: spinal-tumour\n"),
                rewrite("slides", r"^- id: spinal-tumor\n(?:  .*\n)+", ""),
            ),
            r"pictures\.yaml:\d+: warning: missing state 'spinal-tumor' in the pictures of 'conditions'; add it",
        ),
    },
    "file-is-named": {
        "a file that no topic names": (
            write("late-risks", b"[]"),
            r"sections\.yaml:\d+: warning: late-risks\.yaml is named by no topic; name it under 'records', or remove",
        ),
    },
    "address-in-words": {
        "an address in a text": (
            replace("glossary", 'meaning: "', 'meaning: "See https://example.org/spine. '),
            r"glossary\.yaml:\d+: warning: expected no address here, found 'https://example\.org/spine\.'; move it",
        ),
    },
    "notebook-exists": {
        "an unknown notebook": (
            replace("sections", "notebook: 4-risks", "notebook: 4-risk"),
            r"sections.yaml:\d+: unknown notebook '4-risk'.*did you mean 4-risks or 6-mr-k\? .*run `miss notebooks .+`",
        ),
    },
    "review-missing": {
        "a course as it is": (
            replace("course", "", ""),
            r"course\.yaml:\d+: notice: the words have not been reviewed yet; have",
        ),
        "some records that are signed, one of which has changed": (
            both(signed("risks"), replace("risks", "No surgery is free of risk.", "No surgery is without risk.")),
            r"reviews\.yaml:\d+: notice: \d+ of \d+ records are not reviewed, of which 1 changed since; `miss rev",
        ),
    },
    "review-complete": {
        "a review without a role": (
            reviewed(date.today(), "null"),
            r"course\.yaml:\d+: 'review': missing role; enter it",
        ),
        "a record signed in the future": (
            both(signed("risks/infection"), rewrite("reviews", r"date: .*", "date: 2999-01-01")),
            r"reviews\.yaml:6: review date 2999-01-01 is in the future; correct it",
        ),
        "a record signed twice": (
            write("reviews", 2 * entry("risks/infection")),
            r"reviews\.yaml:5: duplicate entry for 'risks/infection': an earlier one has it; keep one of them",
        ),
    },
    "review-known": {
        "a record that is no more": (
            write("reviews", entry("risks/infections")),
            r"reviews\.yaml:1: warning: unknown record 'risks/infections'; did you mean risks/infection.* or remove",
        ),
    },
    "review-old": {
        "a review of last year": (
            reviewed(date.today() - timedelta(days=366)),
            r"course\.yaml:\d+: warning: the last review was on .* more than 12 months ago",
        ),
        "a record signed years ago": (
            write("reviews", entry("risks/infection", "2020-02-29")),
            r"reviews\.yaml:3: warning: 1 record reviewed more than 12 months ago, this one on 2020-02-29; have the",
        ),
    },
    "answer-lengths": {
        "right answers that are the longest": (
            rewrite("quiz", r'(text: ".*)("\n      right: true)', rf"\1, {LONG}\2", 0),
            r"quiz\.yaml:\d+: warning: question q01: the right answer is the longest, as in \d+ of \d+ .*; shorten it",
        ),
    },
    "answer-careful": {
        "right answers that are the only careful ones": (
            rewrite("quiz", r'text: "(?=.*"\n      right: true)', 'text: "It may be: ', 0),
            r"quiz\.yaml:\d+: warning: question q04: the right answer is the only careful one, .*; say 'may'",
        ),
    },
    "answer-shares": {
        "a question with nearly all options right": (
            rewrite("quiz", r"(id: muscle-strain\n.*\n      right: )false", r"\1true"),
            r"quiz\.yaml:\d+: warning: question q09: 6 of 7 options are right; expected between a quarter and three",
        ),
    },
}


def _drop_line(file: Path, start: str) -> None:
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    index = next(i for i, line in enumerate(lines) if line.startswith(start))
    file.write_text("".join(lines[:index] + lines[index + 1 :]), encoding="utf-8")


def _all_wrong(file: Path) -> None:
    head, first, *rest = re.split(r"(?m)^(?=- id: q)", file.read_text(encoding="utf-8"))
    file.write_text("".join([head, first.replace("right: true", "right: false"), *rest]), encoding="utf-8")


def _drop_first_added(file: Path) -> None:
    before, nursing = file.read_text(encoding="utf-8").split("  nursing:", 1)
    file.write_text(before + "  nursing:" + re.sub(r"\n +added: .*", "", nursing, count=1), encoding="utf-8")


def _forget_fact(words: Path, fact: str, but: tuple[str, ...] = ("facts",)) -> None:
    for file in words.glob("*.yaml"):
        if file.stem not in but:
            text = file.read_text(encoding="utf-8")
            text = re.sub(rf"{fact}, |, {fact}\b", "", text)
            file.write_text(re.sub(rf"facts: \[{fact}\]", "facts: [F31]", text), encoding="utf-8")


def _uses(file: Path, fact: str) -> bool:
    return file.stem != "facts" and fact in file.read_text(encoding="utf-8")
