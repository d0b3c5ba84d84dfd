"""Generated; do not edit. Models of the services that rescind talks to.

``phone_notify`` and ``sms`` hold them. Importing this package loads no model.
"""

from ._contract import Operation as Operation
from ._contract import Request as Request
from ._contract import Wire as Wire

__all__ = ["Operation", "Request", "Wire"]
