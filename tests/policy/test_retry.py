"""When a call is made again: the pure decision, Retry-After, jitter and the budget."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.policy import Again
from rescind.retry import Budget, Decision, decide, jitter, parse_retry_after

NOW = datetime(2026, 11, 23, 6, 0, 0, tzinfo=UTC)


def decision(
    again: Again = Again.YES,
    *,
    attempt: int = 1,
    attempts: int = 3,
    retry_after: float | None = None,
    time_left: float = 30.0,
    has_new_token: bool = False,
    fraction: float = 0.5,
) -> Decision:
    return decide(
        again,
        attempt=attempt,
        attempts=attempts,
        retry_after=retry_after,
        time_left=time_left,
        has_new_token=has_new_token,
        fraction=fraction,
    )


class TestDecide:
    def test_never(self) -> None:
        assert decision(Again.NEVER) == Decision(None)
        assert decision(Again.NEVER, retry_after=1.0) == Decision(None)

    @pytest.mark.parametrize(
        ("attempt", "most"), [(1, 0.2), (2, 0.4), (3, 0.8), (4, 1.6), (5, 3.2), (6, 5.0), (50, 5.0)]
    )
    def test_full_jitter_lies_between_zero_and_a_doubling_bound(
        self, attempt: int, most: float
    ) -> None:
        def wait(fraction: float) -> float | None:
            return decision(attempt=attempt, attempts=100, fraction=fraction).wait

        assert wait(0.0) == 0.0
        assert wait(0.5) == pytest.approx(most / 2)
        assert wait(1.0) == pytest.approx(most)

    def test_a_very_late_attempt_is_no_overflow(self) -> None:
        assert decision(attempt=5000, attempts=10_000, fraction=1.0).wait == 5.0

    def test_the_attempts_allowed_are_the_bound(self) -> None:
        assert decision(attempt=2, attempts=3).wait is not None
        assert decision(attempt=3, attempts=3) == Decision(None)
        assert decision(attempt=3, attempts=3, retry_after=0.0) == Decision(None)

    def test_a_wait_that_would_outlast_the_call_is_not_begun(self) -> None:
        assert decision(fraction=1.0, time_left=0.21).wait == pytest.approx(0.2)
        assert decision(fraction=1.0, time_left=0.2) == Decision(None)
        assert decision(time_left=0.0) == Decision(None)
        assert decision(time_left=-1.0) == Decision(None)

    def test_what_the_service_asks_for_is_waited_to_the_letter(self) -> None:
        assert decision(retry_after=7.0) == Decision(7.0)
        assert decision(retry_after=0.0) == Decision(0.0)
        assert decision(Again.IF_TOLD_WHEN, retry_after=7.0) == Decision(7.0)

    def test_a_call_that_must_not_be_repeated_waits_only_if_told(self) -> None:
        assert decision(Again.IF_TOLD_WHEN) == Decision(None)

    @pytest.mark.parametrize("again", [Again.YES, Again.IF_TOLD_WHEN])
    def test_longer_than_the_call_has_left_is_said(self, again: Again) -> None:
        found = decision(again, retry_after=60.0, time_left=12.34)

        assert found.wait is None
        assert "60 s" in found.why
        assert "12.3 s left" in found.why

    def test_longer_is_said_on_the_last_attempt_too(self) -> None:
        assert "60 s" in decision(attempt=3, attempts=3, retry_after=60.0).why

    def test_a_fresh_token_is_tried_once_whatever_the_attempts(self) -> None:
        assert decision(Again.WITH_NEW_TOKEN, attempt=3, attempts=3) == Decision(0.0)
        assert decision(Again.WITH_NEW_TOKEN, has_new_token=True) == Decision(None)


@given(
    again=st.sampled_from(Again),
    attempt=st.integers(1, 10_000),
    attempts=st.integers(1, 10_000),
    retry_after=st.none() | st.floats(0, 1e9),
    time_left=st.floats(-1e3, 1e3),
    fraction=st.floats(0, 1),
)
def test_no_wait_ends_after_the_deadline(
    again: Again,
    attempt: int,
    attempts: int,
    retry_after: float | None,
    time_left: float,
    fraction: float,
) -> None:
    found = decision(
        again,
        attempt=attempt,
        attempts=attempts,
        retry_after=retry_after,
        time_left=time_left,
        fraction=fraction,
    )

    if found.wait is not None and again is not Again.WITH_NEW_TOKEN:
        assert 0 <= found.wait < time_left
        assert attempt < attempts


def test_jitter_is_a_fraction() -> None:
    found = [jitter() for _ in range(1000)]

    assert all(0 <= fraction <= 1 for fraction in found)
    assert len(set(found)) > 900


class TestRetryAfter:
    @pytest.mark.parametrize(
        ("value", "seconds"),
        [("0", 0.0), ("7", 7.0), (" 120 ", 120.0), ("0000000000000000007", 7.0)],
    )
    def test_seconds(self, value: str, seconds: float) -> None:
        assert parse_retry_after(value) == seconds

    def test_more_digits_than_make_sense_are_a_very_long_time(self) -> None:
        assert (parse_retry_after("9" * 5000) or 0) >= 1e9

    @pytest.mark.parametrize(
        "value",
        [
            "Mon, 23 Nov 2026 06:00:30 GMT",
            "Monday, 23-Nov-26 06:00:30 GMT",
            "Mon Nov 23 06:00:30 2026",
            "Mon, 23 Nov 2026 07:00:30 +0100",
        ],
    )
    def test_a_date_in_any_form_of_http(self, value: str) -> None:
        assert parse_retry_after(value, NOW) == 30.0

    def test_a_date_that_has_passed_means_now(self) -> None:
        assert parse_retry_after("Mon, 23 Nov 2026 05:00:00 GMT", NOW) == 0.0

    def test_a_date_by_the_real_clock(self) -> None:
        value = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)

        assert 3500 < (parse_retry_after(value) or 0) <= 3600

    @pytest.mark.parametrize(
        "value",
        [
            None,
            "",
            " ",
            "soon",
            "-1",
            "1.5",
            "1e3",
            "0x10",
            "\u0663",
            "\xb2",
            "NaN",
            "inf",
            "Mon, 99 Nov 2026 06:00:30 GMT",
            "Mon, 23 Nov 99999999999999999999 06:00:30 GMT",
            "Mon, 23 Nov 2026 06:00:30 +99999999999999999999",
            "Mon, 23 Nov 2026 06:00:30 -9999",
            "\x00",
        ],
    )
    def test_what_makes_no_sense_is_as_if_it_were_not_there(self, value: str | None) -> None:
        assert parse_retry_after(value) is None

    @given(st.text(max_size=60) | st.from_regex(r"\A[A-Z][a-z]{2}, .{0,40}\Z"))
    def test_nothing_is_raised_and_nothing_negative_comes_out(self, value: str) -> None:
        assert (parse_retry_after(value) or 0.0) >= 0.0


class TestBudget:
    def test_a_full_one_pays_for_twenty_retries(self) -> None:
        budget = Budget()

        assert [budget.spend() for _ in range(21)] == [True] * 20 + [False]

    def test_five_successes_pay_for_one_more(self) -> None:
        budget = Budget(left=0)
        for _ in range(4):
            budget.earn()
        assert not budget.spend()

        budget.earn()

        assert budget.spend()
        assert budget.left == 0

    def test_it_holds_a_hundred_and_no_more(self) -> None:
        budget = Budget()
        budget.earn()

        assert budget.left == 100
