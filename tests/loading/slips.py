"""Slips of the hand: a line of the course, what becomes of it, and the cure that its message names."""

from typing import NamedTuple


class Slip(NamedTuple):
    """One changed line: its file, the pattern that finds it, what is found in it and what is written instead."""

    stem: str
    line: str
    old: str
    new: str
    told: str


INFECTION = r'^  name: "Infection"'
LEAFLET = r'^    text: "No surgery is free of risk\. Infection'
FACTS = r"^    facts: \[F46, F47\]"
ENTRY = r"^    - id: calf"
FIRST = r"^- id: bleeding"

SLIPS: dict[str, Slip] = {
    # Quotes
    "the closing quote is lost": Slip("risks", LEAFLET, r'"$', "", r'no closing quote; write " at its end'),
    "the opening quote is lost": Slip("risks", LEAFLET, '"', "", r'no opening quote; write " before its first word'),
    "the opening quote is lost, with a colon": Slip(
        "signs", r'  text: "A change in', '"', "", r'no opening quote; write " before its first word'
    ),
    "both quotes are curly": Slip("risks", LEAFLET, r'"(.*)"', r"“\1”", 'straight quote ", found “ ; replace “'),
    "both quotes are low and high": Slip("risks", INFECTION, r'"(.*)"', r"„\1“", 'straight quote ", found „ ; replace'),
    "both quotes are pointed": Slip("risks", INFECTION, r'"(.*)"', r"«\1»", 'straight quote ", found « ; replace'),
    "both quotes are single and curly": Slip("risks", INFECTION, r'"(.*)"', r"‘\1’", 'straight quote ", found ‘ ; re'),
    "the opening quote is curly": Slip("risks", LEAFLET, '"', "“", 'straight quote ", found “ ; replace “'),
    "the closing quote is curly": Slip(
        "risks", LEAFLET, r'"$', "”", r"closes with ” ; replace ” by the straight quote"
    ),
    "the closing quote is single": Slip(
        "risks", LEAFLET, r'"$', "'", "closes with ' ; replace ' by the straight quote"
    ),
    "the opening quote is single": Slip("risks", LEAFLET, '"', "'", "opens with ' and closes with \" ; put the whole"),
    "a single quote with an apostrophe": Slip(
        "course",
        r"^    ward: .Make",
        r'"(.*)"',
        r"'\1'",
        "ends at its apostrophe, after 'Make the unit'; put the whole",
    ),
    "a quote in the text": Slip("risks", LEAFLET, "Infection", '"Infection"', r'second quote, after .*; write \\" for'),
    "a text in quotes twice": Slip("risks", INFECTION, r'".*"', '""Infection""', "in quotes twice; remove the second"),
    "a backslash before the closing quote": Slip("risks", LEAFLET, r'"$', r'\\"', "at its end, without the backslash"),
    "a backslash in the text": Slip("risks", LEAFLET, "risk. ", r"risk\\day ", r"after a backslash; write \\\\ for"),
    "a comma after the text": Slip("risks", LEAFLET, "$", ",", "found ',' after the closing quote; remove it"),
    "a full stop after the text": Slip("risks", LEAFLET, r'\."$', '".', "found '.' after the closing quote; remove it"),
    "a quote lost in a list": Slip(
        "signs", r'^  words: \["genitals', '"genitals"', '"genitals', "after the closing bracket|quote"
    ),
    "a quote lost at the end of a record in braces": Slip("case", r"said: \{by: .Mr", '"}', "}", "quote without its"),
    "curly quotes in a list": Slip(
        "signs", r'^  words: \["genitals', '"genitals"', "“genitals”", "found “ ; replace “"
    ),
    # The spaces at the start
    "one space more before a key": Slip("risks", INFECTION, "^", " ", "expected 2 spaces .* found 3; line it up"),
    "one space less before a key": Slip("risks", INFECTION, "^ ", "", "expected 2 spaces .* found 1; line it up"),
    "one space more before the first key": Slip("risks", LEAFLET, "^", " ", "expected .* 4 spaces .* found 5; line it"),
    "one space less before the first key": Slip(
        "risks", LEAFLET, "^ ", "", "expected .* spaces .* found 3; line it up"
    ),
    "one space more before an entry": Slip("risks", ENTRY, "^", " ", "expected .* 4 .* found 5; line it up"),
    "one space less before an entry": Slip("risks", ENTRY, "^ ", "", "expected .* 4 .* found 3; line it up"),
    "one space less before the first entry": Slip("risks", "^    - id: drainage", "^ ", "", "expected .* 4 .* found 3"),
    "one space before a record": Slip("risks", FIRST, "^", " ", "expected 0 .* found 1; line it up"),
    "a level too deep": Slip("risks", r"^  leaflet:", "^", "  ", "expected 2 spaces .* found 4; line it up"),
    "a level too far out": Slip(
        "risks", FACTS, "^  ", "", "unknown key 'facts'; .*'leaflet' above, indent it two spaces"
    ),
    "a key of the record in a smaller one": Slip(
        "risks", r"^  lower:", "^  ", "    ", r"expected .* spaces .* found 4; line it up"
    ),
    "a tab": Slip("risks", LEAFLET, "^    ", "\t", "expected spaces, found a tab; indent each level by two spaces"),
    "a tab after spaces": Slip("risks", LEAFLET, "^    ", "  \t", "expected spaces, found a tab; indent"),
    "a no-break space before a key": Slip(
        "risks", LEAFLET, "^ ", "\u00a0", "a no-break space in column 1, .*space bar"
    ),
    # Hyphens
    "no space after the hyphen": Slip("risks", ENTRY, "- ", "-", "space after the hyphen; start an entry with '- '"),
    "no space after the hyphen of a text": Slip(
        "course", r'^  - "Take one section', "- ", "-", "space after the hyphen; start an entry with '- '"
    ),
    "a dash for the hyphen": Slip("risks", ENTRY, "- ", "– ", "expected a hyphen, found '–'; start an entry with '- '"),
    "a bullet for the hyphen": Slip(
        "risks", ENTRY, "- ", "• ", "expected a hyphen, found '•'; start an entry with '- '"
    ),
    "a star for the hyphen": Slip(
        "risks", ENTRY, "- ", "* ", r"expected a hyphen, found '\*'; start an entry with '- '"
    ),
    "no hyphen": Slip("risks", ENTRY, "- ", "  ", "duplicate key 'id': .*or begin a new entry with '- '"),
    # Colons
    "no colon": Slip("risks", INFECTION, ":", "", "expected a colon after 'name'; write 'name: '"),
    "no colon before what stands below": Slip(
        "risks", "^  leaflet:", ":", "", "colon after 'leaflet'; write 'leaflet: '"
    ),
    "no colon after the key of an entry": Slip("risks", ENTRY, ":", "", "expected a colon after 'id'; write 'id: '"),
    "no colon before a list": Slip("risks", FACTS, ":", "", "expected a colon after 'facts'; write 'facts: '"),
    "no space after the colon": Slip("risks", INFECTION, ": ", ":", "space after the colon; write 'name: '"),
    "a semicolon": Slip("risks", INFECTION, ":", ";", "expected ':' after 'name', found ';'; write 'name: '"),
    "an equals sign": Slip("risks", INFECTION, ":", " =", "expected ':' after 'name', found '='; write 'name: '"),
    "a wide colon": Slip("risks", INFECTION, ": ", "：", "expected ':' after 'name', found '：'; write 'name: '"),
    "a no-break space after the colon": Slip(
        "risks", INFECTION, ": ", ":\u00a0", "no-break space in column 8, .* press the space bar"
    ),
    "a zero-width space in a key": Slip(
        "risks", INFECTION, "me:", "\u200bme:", "a zero-width space in column 5, which nobody"
    ),
    "a no-break space in a list": Slip("risks", FACTS, ", ", ",\u00a0", "a no-break space in column 17, .* space bar"),
    # Texts without quotes
    "a colon in bare text": Slip(
        "risks", INFECTION, r'".*"', "Infection: the wound", "colon in a text without quotes; put"
    ),
    "a colon at the end of bare text": Slip(
        "risks", INFECTION, r'".*"', "Infection:", "colon in a text without quotes; put"
    ),
    "a number sign in bare text": Slip("risks", LEAFLET, r'".*"', "Risk #1 of all", "'#' in a text .* left out; put"),
    "a number sign, and a space": Slip("risks", LEAFLET, r'".*"', "This is risk # 1", "'#' in a text .* left out; put"),
    "a bracket at the start": Slip(
        "risks", LEAFLET, r'".*"', "[[disk]] and more", "begin with a bracket .*put the whole"
    ),
    "an at sign at the start": Slip("risks", LEAFLET, r'".*"', "@home", "cannot begin with '@' outside quotes; put"),
    "a backtick at the start": Slip("risks", LEAFLET, r'".*"', "`word`", "cannot begin with '`' outside quotes; put"),
    "a percent sign at the start": Slip(
        "risks", LEAFLET, r'".*"', "% of all", "cannot begin with '%' outside quotes; put"
    ),
    "an ampersand at the start": Slip(
        "risks", LEAFLET, r'".*"', "&more of it", "cannot begin with '&' outside quotes; put"
    ),
    "a star at the start": Slip(
        "risks", LEAFLET, r'".*"', "*often*", r"cannot begin with '\*' outside quotes|found an alias"
    ),
    "an exclamation mark at the start": Slip(
        "risks", LEAFLET, r'".*"', "!Call now", "cannot begin with '!' outside quotes"
    ),
    "a question mark at the start": Slip(
        "risks", LEAFLET, r'".*"', "? who knows", "cannot begin with '\\?' outside quotes"
    ),
    "a brace at the start": Slip(
        "risks", LEAFLET, r'".*"', "{more", "no '}' on this line; close the bracket at its end"
    ),
    "a greater-than sign at the start": Slip(
        "risks", LEAFLET, r'".*"', "> 38 degrees", "cannot begin with '>' outside"
    ),
    "yes": Slip("risks", INFECTION, r'".*"', "yes", "found true .*YAML reads yes.*; write the text in quotes"),
    "no": Slip("course", "^short:", r'".*"', "no", "found false .*YAML reads yes.*; write the text in quotes"),
    "a number": Slip("course", "^short:", r'".*"', "12", "found 12 .*as a number.*; write the text in quotes"),
    "a time": Slip(
        "case", r'^      - time: "Clinic"', '".*"', "16:00", "found 960 .*as a number.*; write the text in quotes"
    ),
    "a day": Slip(
        "risks", INFECTION, r'".*"', "2026-05-31", "found 2026-05-31 .*as a date.*; write the text in quotes"
    ),
    "a tilde": Slip("risks", INFECTION, r'".*"', "~", r"expected text, found nothing \(null\); write the text"),
    "nothing": Slip("risks", INFECTION, r'".*"', "", r"expected text, found nothing \(null\); write the text"),
    "a list for a text": Slip(
        "risks", INFECTION, r'".*"', "[Infection]", "expected text, found a list; write the text"
    ),
    "a text for a list": Slip("risks", FACTS, r"\[.*\]", "F46", r"expected a list, found .F46.; .*or write \[F46\]"),
    "words for a number": Slip(
        "trainer", r"^  minutes: ", r"\d+", "six", "whole number, found .six.; write it in digits"
    ),
    "words for true": Slip(
        "risks", "^      right: true", "true", "right", "expected true or false, found .right.; write"
    ),
    "an unknown urgency": Slip(
        "signs", "^  urgency: report", "report", "soon", "expected 'emergency', 'report' or 'rec|one of"
    ),
    # Brackets
    "a bracket that does not close": Slip("risks", FACTS, r"\]", "", r"no '\]' on this line; close the bracket"),
    "a bracket that does not open": Slip("risks", FACTS, r"\[", "", r"found .F46, F47\]..*or write \[F46, F47\]"),
    "a brace that does not close": Slip("sections", r"\{kind: comparison\}", "}", "", "no '}' on this line; close"),
    "a bracket too many": Slip("risks", FACTS, r"\]", "]]", r"after the closing bracket, found '\]'; remove it"),
    "round brackets": Slip(
        "risks", FACTS, r"\[(.*)\]", r"(\1)", r"expected a list, found .\(F46, F47\).; .*or write \[F46, F47\]"
    ),
    "no comma in a list": Slip("risks", FACTS, ",", "", "expected F and two digits, .* found .F46 F47."),
    # Keys and ids
    "a misspelled key": Slip("risks", INFECTION, "name", "nmae", "unknown key 'nmae'; did you mean 'name'"),
    "a key with a capital": Slip("risks", INFECTION, "name", "Name", "unknown key 'Name'; did you mean 'name'"),
    "a key twice": Slip("risks", INFECTION, "$", '\n  name: "Germs"', "duplicate key 'name': .*keep one of them"),
    "an id with a capital": Slip(
        "risks", FIRST, "bleeding", "Bleeding", "lowercase letters, .*found .Bleeding.; correct"
    ),
    "an id with a space": Slip(
        "risks", FIRST, "bleeding", "much bleeding", "lowercase letters, .*found .much bleeding."
    ),
    "an id twice": Slip(
        "risks", FIRST, "bleeding", "infection", "duplicate id 'infection': .*give this record another id"
    ),
    "an unknown fact": Slip("risks", FACTS, "F47", "F99", "unknown fact 'F99' .deleted, or renamed.*; did you mean F"),
    "a fact in another form": Slip("risks", FACTS, "F47", "f47", "expected F and two digits, as in F07, found .f47."),
    "an unknown sign": Slip(
        "risks", r"^  signs: \[wound-inf", "wound-look", "wound-lok", "unknown sign .wound-lok. .*did you mean"
    ),
    # Texts
    "a text that is empty": Slip("risks", INFECTION, r'".*"', '""', "expected text, found none; write the text"),
    "a text of spaces": Slip("risks", INFECTION, r'".*"', '"  "', "expected text, found none; write the text"),
    "a marked word that does not close": Slip(
        "risks", LEAFLET, "Infection", "[[Infection", "unbalanced square brackets; mark"
    ),
    "a marked word that does not open": Slip(
        "risks", LEAFLET, "Infection", "Infection]]", "unbalanced square brackets; mark"
    ),
    "a marked word that closes once": Slip(
        "risks", LEAFLET, "Infection", "[[Infection]", "unbalanced square brackets; mark"
    ),
    "an unknown marked word": Slip(
        "risks", LEAFLET, "Infection", "[[infektion]]", r"unknown glossary term '\[\[infektion"
    ),
    "an unknown list to count": Slip(
        "sections", "title: .*named risks", "count:risks", "count:riscs", "unknown list 'riscs'.*risks"
    ),
    "HTML": Slip(
        "risks", LEAFLET, "Infection", "<b>Infection</b>", r"expected plain text, found HTML \(<b>\); remove it"
    ),
    "a no-break space in a text": Slip(
        "risks", LEAFLET, "free of", "free\u00a0of", "no-break space in column 30, .*space bar"
    ),
    "a zero-width space in a text": Slip(
        "risks", LEAFLET, "free", "fr\u200bee", "zero-width space in column 28, which nobody"
    ),
    "a soft hyphen in a text": Slip(
        "risks", LEAFLET, "Infection", "Infec\u00adtion", "a soft hyphen in column 45, which nobody"
    ),
    "a byte order mark in a text": Slip("risks", LEAFLET, "free", "\ufefffree", "(byte order mark|invalid char).*type"),
    "a control character": Slip("risks", LEAFLET, "free", "\x07free", "invalid character; delete what stands here"),
    # The file
    "a merge that was left open": Slip(
        "risks", INFECTION, "^", "<<<<<<< HEAD\n", "a mark of a merge; keep one of the two"
    ),
    "a merge's line between": Slip(
        "risks", INFECTION, "^", "=======\n", "a mark of a merge; keep one of the two versions"
    ),
    "a second document": Slip("risks", FIRST, "^", "---\n", "found a second; remove the line with '---'"),
    "an end of the document": Slip("risks", FIRST, "^", "...\n", r"found a second; remove the line with '\.\.\.'"),
    "words on a line of their own": Slip(
        "risks", INFECTION, "$", "\n  and more of it", "join this line to the text above it"
    ),
}


class Lost(NamedTuple):
    """A record that is deleted: its file and where it begins; then a file that names it, and what is said there."""

    stem: str
    begins: str
    named_in: str
    told: str


LOST: dict[str, Lost] = {
    "a section": Lost("sections", r"^- id: how", "course", r"unknown section 'how' \(deleted, or renamed\?\)"),
    "a topic": Lost("sections", r"^    - id: operations", "pictures", r"unknown topic 'operations' \(deleted, or"),
    "a risk": Lost("risks", r"^- id: bleeding", "trainer", r"unknown risk 'bleeding' \(deleted, or renamed\?\)"),
    "a risk that questions name": Lost("risks", r"^- id: bleeding", "quiz", r"unknown entry 'bleeding' \(deleted, or"),
    "a condition": Lost(
        "conditions", r"^- id: spinal-stenosis", "trainer", r"'spinal-stenosis' .*did you mean spinal-"
    ),
    "an operation": Lost("operations", r"^- id: laminectomy", "trainer", r"unknown operation 'laminectomy' \(deleted"),
    "a step": Lost("procedure", r"^  - id: team", "trainer", r"unknown step 'team' \(deleted, or renamed\?\)"),
    "a sign": Lost(
        "signs", r"^- id: new-weakness", "conditions", r"unknown sign .new-weakness. .*mean 'known-weakness'"
    ),
    "a glossary word": Lost("glossary", r"^- id: disk$", "sections", r"unknown glossary term '\[\[disk\]\]' \(deleted"),
    "a glossary word of a drawing": Lost("glossary", r"^- id: disk$", "pictures", r"unknown word 'disk' \(deleted, or"),
    "a fact": Lost(
        "facts", r"^- id: F46", "risks", r"unknown fact 'F46' \(deleted, or renamed\?\); did you mean F\d\d"
    ),
    "a source": Lost(
        "sources", r"^- id: A33", "risks", r"unknown source 'A33' \(deleted, or renamed\?\); did you mean A"
    ),
    "a drawing": Lost("pictures", r"^  - id: canal", "pictures", r"unknown drawing 'canal' \(deleted, or renamed\?\)"),
    "a part of a drawing": Lost(
        "pictures", r"^      - id: nerve-sac", "pictures", r"missing name of its part 'nerve-sac'"
    ),
    "a state of a picture": Lost(
        "pictures", r"^      - id: pressed", "case", r"state of the picture 'pressed' \(deleted, or"
    ),
    "a question": Lost(
        "quiz", r"^- id: q05", "sections", r"unknown record of quiz\.yaml 'q05' \(deleted, or renamed\?\)"
    ),
    "a question of a case": Lost(
        "case", r"^      - id: q122", "case", r"unknown question 'q122' \(deleted, or renamed\?\)"
    ),
    "an aim": Lost(
        "course", r"^  - id: LO5", "sections", r"unknown objective 'LO5' \(deleted, or renamed\?\); did you"
    ),
    "a row of a chart": Lost("case", r"^      - \{id: pulse", "case", r"unknown row 'pulse' \(deleted, or"),
    "a phase": Lost("course", r"^  - id: after", "case", r"unknown phase 'after' \(deleted, or renamed\?\)"),
}
