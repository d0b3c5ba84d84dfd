"""The only I/O: one request goes out, one reply or one failure comes back."""

from rescind.transport.base import Failure, Limits, Transport

__all__ = ["Failure", "Limits", "Transport"]
