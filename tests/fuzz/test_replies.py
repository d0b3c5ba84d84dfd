"""Whatever a service answers: a RescindError, soon and small, or what the answer says.

Replies that were recorded, that the vendors document or that the WSDL describes are damaged in
every way of `mutations.py`, and meet the real call over a transport without a network.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator

import attrs
import pytest

from tests.fuzz.calls import CALLS, INVOKED, NAMED, Call
from tests.fuzz.corpus import replies
from tests.fuzz.judging import judge, keep
from tests.fuzz.mutations import ON_BODY, ON_REPLY, bomb, make_huge, mutate
from tests.fuzz.replies import Reply
from tests.support.scripted import run_virtually

SEED = 20250419
FEW = 4_000
MANY = 110_000
# One of so many has its memory measured, which takes several times as long.
TRACED = 40


@attrs.frozen
class Mutated:
    """The n-th reply of a seed."""

    call: Call
    reply: Reply
    steps: tuple[str, ...]


def mutated(seed: int, count: int) -> Iterator[Mutated]:
    """The first replies of a seed, each of its own: a longer run begins with a shorter one."""
    corpus = replies()
    everything = [reply for of_call in corpus.values() for reply in of_call]
    successes = {
        name: [reply for reply in of_call if reply.status == 200] or of_call
        for name, of_call in corpus.items()
    }
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        names = list(NAMED if chance.random() < 0.7 else INVOKED)
        name = chance.choice(names)
        reply = chance.choice(successes[name] if chance.random() < 0.6 else corpus[name])
        other = chance.choice(corpus[name] if chance.random() < 0.5 else everything)
        yield Mutated(CALLS[name], *mutate(reply, other, chance))


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Or pytest would keep a line of every call."""
    caplog.set_level("CRITICAL", logger="rescind")


async def judge_all(seed: int, count: int) -> Counter[str]:
    """Judge each reply; what came of them."""
    found: Counter[str] = Counter()
    for number, one in enumerate(mutated(seed, count)):
        try:
            found[await judge(one.call, one.reply, traced=number % TRACED == 0)] += 1
        except Exception as error:
            kept = keep(one.call, one.reply)
            steps = ", ".join(one.steps)
            raise AssertionError(f"reply {number} of {seed} ({steps}), kept in {kept}") from error
    return found


def fuzz(backend: str, seed: int, count: int) -> Counter[str]:
    return run_virtually(backend, lambda: judge_all(seed, count))


def test_mutated_replies() -> None:
    found = fuzz("asyncio", SEED, FEW)

    assert found.total() == FEW
    # Neither was everything refused, nor did the damage go unseen.
    assert FEW / 10 < found["ok"] < FEW / 2, found
    assert found["UnreadableReplyError"] > FEW / 10, found


def test_mutated_replies_under_trio() -> None:
    assert fuzz("trio", SEED + 1, FEW // 10).total() == FEW // 10


@pytest.mark.fuzz
def test_many_mutated_replies(capsys: pytest.CaptureFixture[str]) -> None:
    found = fuzz("asyncio", SEED, MANY)

    with capsys.disabled():
        told = ", ".join(f"{count} {name}" for name, count in found.most_common())
        sys.stdout.write(f"\n{found.total()} mutated replies: {told}\n")
    assert found.total() == MANY


def test_every_reply_unharmed() -> None:
    """What the corpus holds is judged well, and every call succeeds with some of it."""

    async def judge_corpus() -> dict[str, set[str]]:
        return {
            name: {await judge(CALLS[name], reply) for reply in of_call}
            for name, of_call in replies().items()
        }

    found = run_virtually("asyncio", judge_corpus)

    assert [name for name, outcomes in found.items() if "ok" not in outcomes] == []


def test_a_seed_gives_the_same_replies_for_good() -> None:
    assert list(mutated(7, 300)) == list(mutated(7, 300))
    assert list(mutated(7, 30)) != list(mutated(8, 30))


def test_every_way_to_damage_a_reply_is_taken() -> None:
    used = Counter(step for one in mutated(SEED, FEW) for step in one.steps)

    ways = {way.__name__ for way in (*ON_BODY, *ON_REPLY, make_huge, bomb)}
    assert ways - set(used) == set()
