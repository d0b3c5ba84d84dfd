"""What must not matter: prefixes, order, comments, and what the models do not know."""

import json
import random
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.codec import decode_json, decode_xml, encode_json, encode_xml
from rescind.codec.scalars import Json
from rescind_models import phone_notify, sms
from tests.codec.values import instances

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
ANSWERS = [
    phone_notify.NotifyMultiplePhoneAdvancedResponse,
    phone_notify.NotifyMultiplePhoneAdvanced,
    phone_notify.GetAssignedNumbersResponse,
    phone_notify.GetVoicesResponse,
    sms.ResponseOfDeletePendingMessagesResponse,
    sms.DeletePendingRecurringMessagesRequest,
]


@attrs.frozen
class Disguise:
    """Writes the same document in another way, by the choices of a random source."""

    random: random.Random

    def document(self, element: ET.Element) -> str:
        return f"{self.noise()}{self.element(element)}{self.noise()}"

    def element(self, element: ET.Element) -> str:
        namespace, _, name = element.tag.rpartition("}")
        namespace = namespace.lstrip("{")
        prefix = self.random.choice(["", "p:", "xsd:", "ns0:"]) if namespace else ""
        declared = f' xmlns{":" + prefix[:-1] if prefix else ""}="{namespace}"'
        nil = element.get(f"{XSI}nil")
        if nil is not None:
            declared += f' xmlns:i="{XSI[1:-1]}" i:nil=" {self.random.choice([nil, "1"])}\n"'
        declared += self.random.choice(["", " unknown='&lt;'", ' xml:space="preserve"'])
        content = self.children(element) if len(element) else self.text(element.text or "")
        return f"<{prefix}{name}{declared}>{content}</{prefix}{name} >"

    def children(self, element: ET.Element) -> str:
        """Shuffle, but keep the order among elements of one name."""
        names = [child.tag for child in element]
        self.random.shuffle(names)
        queues = {name: iter(element.findall(name)) for name in names}
        is_model = not element.tag.endswith("MessageIDs")
        pieces: list[str] = []
        for name in names:
            pieces += [self.noise(), self.unknown() if is_model else "", self.noise()]
            pieces.append(self.element(next(queues[name])))
        return "".join([*pieces, self.noise()])

    def noise(self) -> str:
        return self.random.choice(["", "\r\n\t ", "<!-- QueueID -->", "<?pi <a> ?>"])

    def unknown(self) -> str:
        return self.random.choice(
            ["", "<Unknown/>", '<u:New xmlns:u="urn:u" a="1">x<QueueID>y</QueueID>z</u:New>']
        )

    def text(self, text: str) -> str:
        cut = self.random.choice(["", "<!-- cut -->"])
        return cut.join(self.character(char) for char in text)

    def character(self, char: str) -> str:
        """Spell a character by itself, as a reference, or in a CDATA section."""
        spellings = [escape(char, {"\r": "&#xD;"}), f"&#{ord(char)};"]
        if char not in "]\r":
            spellings.append(f"<![CDATA[{char}]]>")
        return self.random.choice(spellings)


@pytest.mark.parametrize("model", ANSWERS, ids=lambda model: model.__name__)
@settings(max_examples=50, deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_how_an_xml_document_is_spelt_does_not_matter(
    model: type[Any], data: st.DataObject, seed: int
) -> None:
    value = data.draw(instances(model))
    document = encode_xml(value)

    disguised = Disguise(random.Random(seed)).document(ET.fromstring(document))

    assert decode_xml(model, disguised.encode()) == value


@pytest.mark.parametrize("model", [ANSWERS[-1], ANSWERS[-2]], ids=lambda model: model.__name__)
@settings(max_examples=50, deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_how_a_json_document_is_spelt_does_not_matter(
    model: type[Any], data: st.DataObject, seed: int
) -> None:
    value, source = data.draw(instances(model)), random.Random(seed)

    disguised = json.dumps(
        shuffled(json.loads(encode_json(value)), source),
        ensure_ascii=source.choice([True, False]),
        indent=source.choice([None, 1, "\t"]),
    )

    encoded = disguised.encode(source.choice(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
    assert decode_json(model, encoded) == value


def shuffled(value: Json, source: random.Random) -> Json:
    """Reorder members, and add some that no model knows."""
    if not isinstance(value, dict):
        return value
    members = [(name, shuffled(member, source)) for name, member in value.items()]
    unknown: dict[str, Json] = {"Unknown": {"All": [1.5, None]}, "all": "false", "": 0}
    members += source.sample(list(unknown.items()), source.randrange(4))
    source.shuffle(members)
    return dict(members)


def test_null_in_json_stands_for_what_is_not_there() -> None:
    body = {"Error": None, "ResponseData": {"Result": None, "Detail": {"MessageIDs": None}}}

    assert decode_json(
        sms.ResponseOfDeletePendingMessagesResponse, json.dumps(body).encode()
    ) == sms.ResponseOfDeletePendingMessagesResponse(
        response_data=sms.ResponseDataOfDeletePendingMessagesResponse(detail=sms.Detail())
    )


def test_a_nil_list_that_is_optional_is_empty() -> None:
    document = f'<Detail xmlns:i="{XSI[1:-1]}"><MessageIDs i:nil="true"/></Detail>'

    assert decode_xml(sms.Detail, document.encode()) == sms.Detail()


def test_an_id_keeps_its_blanks_and_line_breaks() -> None:
    document = "<Detail><MessageIDs><string> a\n\tb </string><string/></MessageIDs></Detail>"

    assert decode_xml(sms.Detail, document.encode()).message_ids == (" a\n\tb ", "")


def test_an_id_in_json_may_have_what_xml_cannot_carry() -> None:
    body = b'{"MessageIDs": ["a\\u0001b", "\\uffff", "\\ud83d\\udcde"]}'

    assert decode_json(sms.Detail, body).message_ids == ("a\x01b", "\uffff", "\U0001f4de")


def test_xsi_type_of_the_type_itself_is_read() -> None:
    answer = phone_notify.GetVoicesResponse(get_voices_result=phone_notify.ArrayOfVoice())
    marked = encode_xml(answer).replace(
        "<getVoicesResult>", f'<getVoicesResult xmlns:i="{XSI[1:-1]}" i:type="q:ArrayOfVoice">'
    )

    assert "i:type" in marked
    assert decode_xml(phone_notify.GetVoicesResponse, marked.encode()) == answer
