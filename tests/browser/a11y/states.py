"""Every state of every page, made from the words: a new condition, step, card or question brings its states along."""

from collections.abc import Iterator

from miss.interactions.risks.sort import sign_to_sort
from miss.render.tiers import TIERS
from miss.schema.content import Content
from miss.schema.pictures import Figure

from .hands import State, go_on, press, press_all
from .question_states import given, questions


def page_names(content: Content) -> list[str]:
    """Name every page of the course, the home page first."""
    beside = [appendix.notebook for appendix in content.appendices]
    return ["index", *(section.notebook for section in content.sections), *beside]


def walk(content: Content, page: str) -> Iterator[State]:
    """Give the states of one page, each reached from the one before."""
    yield State("as it opens")
    topics = [topic for section in content.sections if section.notebook == page for topic in section.topics]
    kinds = {
        "conditions": conditions,
        "procedure": steps,
        "risks": cards,
        "questions": questions,
        "operations": operations,
    }
    if page == "index":
        yield from home(content)
    if topics:
        yield State("what the section is about", press(".opening summary"))
    for topic in topics:
        placement = topic.interaction
        if placement and placement.items:
            yield from given(content, placement)
        elif placement and placement.kind in kinds:
            yield from kinds[placement.kind](content)
        for figure in content.figures(topic.id):
            if figure.switch == "drag":
                yield from dragged(figure)
    if topics:
        yield State("the bar at the last moment", "hands.toLastMoment()")
    yield State("every marked word open", press_all("main .term:not([aria-expanded=true])"))
    yield State("every fold open", press_all("main details:not([open]) > summary"))


def home(content: Content) -> Iterator[State]:
    del content
    yield State("the list of sections open", "document.querySelector('#site-menu').showPopover()")
    yield State("the other theme, by the switch", press("button.theme"))
    yield State("the first theme again", press("button.theme"))
    yield State("the list of sections closed", "document.querySelector('#site-menu').hidePopover()")
    yield State("a link for another device", press(".carry > summary"))
    yield State(
        "nothing in a pasted link",
        "document.querySelector('.bring input').value = 'x'; document.querySelector('.bring button').click()",
    )
    yield State("forgotten", press(".forget"))


def pictured(name: str, place: str) -> Iterator[State]:
    """The picture at a place: the other side of its switch, its names, its parts hidden, and named again."""
    yield State(f"{name}: the other state of the picture", press_all(f"{place} :is(.healthy input, [value=other])"))
    yield State(f"{name}: the first one again", press_all(f"{place} :is(.healthy input, [value=first])"))
    yield State(f"{name}: with names", press(f"{place} .names input"))
    yield State(f"{name}: name the parts", press(f"{place} .name-first"))
    yield State(f"{name}: a part answered", press(f"{place} .ask"))
    yield State(f"{name}: a part shown", press(f"{place} .show-part"))
    yield State(f"{name}: every part pressed", press_all(f"{place} .ask"))
    yield State(f"{name}: names shown", press_all(f"{place} .name-first[aria-pressed=true]"))
    yield State(f"{name}: without names", press(f"{place} .names input"))


def conditions(content: Content) -> Iterator[State]:
    for index, condition in enumerate(content.records["conditions"]):
        yield State(condition.name, press(".choices input", index))
        yield from pictured(condition.name, "condition-selector figure-view:not([hidden])")


def operations(content: Content) -> Iterator[State]:
    for index, operation in enumerate(content.records["operations"]):
        yield State(operation.name, press(".choices input", index))
        yield from pictured(operation.name, f'figure-view[data-id="{operation.id}"]')


def dragged(figure: Figure) -> Iterator[State]:
    for percent in (0, 100, 50):
        do = f"hands.drag('picture-comparison .handle input', {percent})"
        yield State(f"{figure.id}: dragged to {percent} percent", do)
    for stop, depth in enumerate(figure.depths, 1):
        yield State(f"{figure.id}: {depth.name}", f"hands.drag('picture-comparison .scrubber input', {stop})")


def steps(content: Content) -> Iterator[State]:
    for index, step in enumerate(content.records["procedure"].steps):
        yield State(step.name, f"hands.drag('procedure-slider input[type=range]', {index + 1})")
        yield State(f"{step.name}: name the parts", press_all("procedure-slider .name-first"))
        yield State(f"{step.name}: names shown", press_all("procedure-slider .name-first"))
    yield State("all layers open", press_all("procedure-slider summary"))


def cards(content: Content) -> Iterator[State]:
    yield from signs(content)
    for risk in content.records["risks"]:
        card = f'.card[data-id="{risk.id}"]'
        yield State(f"{risk.name}: guessing", press(f"{card} .guess"))
        for name, right in (("a wrong guess", False), ("a right guess too", True)):
            index = next(index for index, guess in enumerate(risk.guesses) if guess.right == right)
            yield State(f"{risk.name}: {name}", press(f"{card} .guesses input", index))
            yield State(f"{risk.name}: open after {name}", press(f"{card} .show"))
            yield State(f"{risk.name}: closed after {name}", press(f"{card} .reveal"))
    yield State("all closed", press(".hide-all"))
    yield State("all open", press(".reveal-all"))


def signs(content: Content) -> Iterator[State]:
    """The sort: every other sign is missed and comes back, and of those every other one is missed again."""
    risks = content.records["risks"]
    sorted_right = [(risk.name, sign_to_sort(risk, risks).urgency) for risk in risks]
    for round in ("sorted", "sorted again"):
        for number, (name, tier) in enumerate(sorted_right):
            missed = number % 2 == 0
            chosen = next(other for other in TIERS if other != tier) if missed else tier
            verdict = "wrong" if missed else "right"
            yield State(f"{name}: {round}, {verdict}", press(f'.bin[value="{chosen}"]'))
            yield State(f"{name}: after it was {round}", go_on("risk-cards"))
        sorted_right = sorted_right[::2]
    yield State("all sorted")
