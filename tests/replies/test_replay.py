"""The replay server sends what it is given and keeps what it was sent, to the byte."""

import socket

import pytest

from tests.support.replay import TOKEN_REPLY, ReplayServer

REQUEST = b"POST /a HTTP/1.1\r\nHost: x\r\ncontent-length: 6\r\n\r\nab\r\n\xff\x00"
ODD = b"HTTP/1.1 299 Odd\r\nContent-Length: 99\r\n\r\n\x00cut"


def exchange(server: ReplayServer, *parts: bytes) -> bytes:
    """Send a request in these parts; everything that comes back until the server closes."""
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        for part in parts:
            connection.sendall(part)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def test_bytes_go_out_and_come_in_unchanged() -> None:
    with ReplayServer(ODD) as server:
        assert exchange(server, REQUEST) == ODD

    assert server.requests == [REQUEST]


def test_a_request_in_pieces_is_read_whole() -> None:
    with ReplayServer(ODD) as server:
        assert exchange(server, REQUEST[:20], REQUEST[20:-3], REQUEST[-3:]) == ODD

    assert server.requests == [REQUEST]


def test_replies_come_in_their_order() -> None:
    with ReplayServer(b"1", b"2") as server:
        assert [exchange(server, REQUEST), exchange(server, REQUEST)] == [b"1", b"2"]


def test_one_request_too_many_fails_the_test() -> None:
    with (
        pytest.raises(AssertionError, match="1 more requests came"),
        ReplayServer(b"1") as server,
    ):
        assert [exchange(server, REQUEST), exchange(server, REQUEST)] == [b"1", b""]


def test_the_last_reply_can_be_repeated() -> None:
    with ReplayServer(b"1", b"2", repeat_last=True) as server:
        assert [exchange(server, REQUEST) for _ in range(3)] == [b"1", b"2", b"2"]


def test_tokens_are_answered_aside() -> None:
    token_request = b"POST /Token HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
    with ReplayServer(b"1", token_reply=TOKEN_REPLY) as server:
        answers = [exchange(server, sent) for sent in (token_request, REQUEST, token_request)]

    assert answers == [TOKEN_REPLY, b"1", TOKEN_REPLY]
    assert (server.requests, server.token_requests) == ([REQUEST], [token_request] * 2)
