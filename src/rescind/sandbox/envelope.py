"""The 2sms answer envelope, in JSON and in XML."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import attrs

from . import xmltext
from .negotiation import Choice

Tree: TypeAlias = str | int | Sequence["Tree"] | Mapping[str, "Tree"] | None


@attrs.frozen(kw_only=True)
class Envelope:
    """An answer of the vendor's own code.

    Attributes:
        name: The name of the answer's type, the root element in XML.
        user_id: Identification.UserId.
        result: The Result.
        error: ErrorCode and ErrorReason; None for no error.
        detail: The Detail in JSON.
        xml_detail: The content of the Detail element in XML; None leaves it out.
    """

    name: str
    user_id: str
    result: str
    error: tuple[str, str] | None = None
    detail: Tree = None
    xml_detail: str | None = None

    def encode(self, choice: Choice) -> bytes:
        """The body in the form the client is to get."""
        return choice.encode(self._json() if choice.format == "json" else self._xml())

    def _json(self) -> str:
        error = self.error and {"ErrorCode": self.error[0], "ErrorReason": self.error[1]}
        answer = {
            "Error": error,
            "ResponseData": {
                "Identification": {"UserId": self.user_id},
                "Result": self.result,
                "Detail": self.detail,
            },
        }
        return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    def _xml(self) -> str:
        error = ""
        if self.error is not None:
            code, reason = self.error
            error = f"<Error>{element('ErrorCode', code)}{element('ErrorReason', reason)}</Error>"
        detail = "" if self.xml_detail is None else f"<Detail>{self.xml_detail}</Detail>"
        user = f"<Identification>{element('UserId', self.user_id)}</Identification>"
        return (
            f'<{self.name} xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"{error}<ResponseData>{element('Result', self.result)}{user}{detail}</ResponseData>"
            f"</{self.name}>"
        )


def element(name: str, value: str | None) -> str:
    """An element with text; null leaves it out."""
    if value is None:
        return ""
    return f"<{name}>{xmltext.text(value)}</{name}>" if value else f"<{name} />"


def collection(name: str, items: Sequence[str]) -> str:
    """An element that holds the given elements."""
    return f"<{name}>{''.join(items)}</{name}>" if items else f"<{name} />"
