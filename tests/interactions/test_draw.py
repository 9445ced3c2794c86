"""A round has two questions on what must not wait, and asks about each objective."""

from collections import Counter

from miss.interactions.questions.draw import RED_FLAGS, draw
from miss.schema.content import Content


def test_a_round_has_two_red_flags_and_each_objective(content: Content) -> None:
    items = {item.id: item for item in content.records["quiz"]}
    objectives = {item.objective for item in items.values()}
    for seed in range(1, 200):
        for count in (6, 12):
            round = [items[id] for id in draw(items.values(), count, seed)]
            asked = Counter(item.objective for item in round)
            assert len({item.id for item in round}) == count
            assert sum(item.red_flag for item in round) >= RED_FLAGS
            assert len(asked) >= min(len(objectives), 1 + count - RED_FLAGS) and max(asked.values()) <= 3


def test_everything_can_be_drawn(content: Content) -> None:
    items = content.records["quiz"]
    assert sorted(draw(items, len(items), 7)) == sorted(item.id for item in items)
    assert len(draw(items, 1, 7)) == 1 and draw([], 0, 7) == []


def test_another_seed_draws_others(content: Content) -> None:
    rounds = {tuple(draw(content.records["quiz"], 6, seed)) for seed in range(1, 50)}
    assert len(rounds) == 49
