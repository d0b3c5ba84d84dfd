"""recordings.toml and the packed recordings fit each other: nothing lost, nothing twice."""

import hashlib
from collections import Counter

import pytest

from tests.support import recordings

SETS = sorted(recordings.document()["sets"])


def test_every_archive_is_listed() -> None:
    archives = {path.name for path in recordings.ARCHIVES.iterdir()}

    assert archives == {f"{name}.tar.gz" for name in SETS}


@pytest.mark.parametrize("set_name", SETS)
def test_an_archive_is_as_it_was_recorded(set_name: str) -> None:
    listed = recordings.document()["sets"][set_name]
    content = (recordings.ARCHIVES / f"{set_name}.tar.gz").read_bytes()

    assert hashlib.sha256(content).hexdigest() == listed["sha256"]
    assert len(recordings.load(set_name)) == listed["exchanges"]


@pytest.mark.parametrize("set_name", SETS)
def test_every_exchange_is_in_exactly_one_group(set_name: str) -> None:
    named = Counter(one.name for one in recordings.expectations() if one.set_name == set_name)

    assert named == Counter(dict.fromkeys(recordings.load(set_name), 1))


def test_every_expectation_is_either_an_outcome_or_an_error() -> None:
    undecided = [
        one.name
        for one in recordings.expectations()
        if (one.outcome is None) == (one.error is None)
    ]

    assert undecided == []


def test_an_expected_status_is_the_recorded_one() -> None:
    differing = {
        one.name: (one.status, one.exchange.status)
        for one in recordings.expectations()
        if one.status not in {None, one.exchange.status}
    }

    assert differing == {}


def test_an_exchange_is_taken_apart() -> None:
    exchange = recordings.load("asmx")["get-success-1"]

    assert (exchange.method, exchange.status) == ("GET", 200)
    assert exchange.target.startswith("/NotifyWS/PhoneNotify.asmx/CancelNotifyByReferenceID?")
    assert exchange.sent.headers["host"] == "127.0.0.1:18080"
    assert exchange.sent.body == b""
    assert exchange.received.headers["content-type"] == "text/xml; charset=utf-8"
    assert exchange.received.body.endswith(b'<int xmlns="https://ws.esendex.us/NotifyWS/">1</int>')


def test_an_interim_answer_is_not_the_answer() -> None:
    exchange = recordings.load("webapi")["expect-100"]

    assert exchange.response.startswith(b"HTTP/1.1 100 Continue\r\n")
    assert exchange.status == 200
    assert exchange.received.body.startswith(b"{")
