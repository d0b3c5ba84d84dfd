"""Models to bytes and back, for both formats the services speak.

One plan is compiled for each generated model, from the dataclass fields and the metadata
beside them, and serves XML and JSON alike. Three mechanical differences separate the two: a
list is wrapped in an element or is a plain array, an enum goes by name or by number, and null
is an absent element or a JSON null.

Both directions are strict. Writing refuses what the service could misread (a wrong type, an
integer outside its XSD range, a character XML cannot carry, a naive datetime); reading refuses
what is not the documented answer (another root, a wrong type, an element twice).
"""

from rescind.codec.errors import DecodeError, EncodeError, UnsupportedModelError
from rescind.codec.json import decode_json, encode_json
from rescind.codec.xml import decode_xml, encode_xml

__all__ = [
    "DecodeError",
    "EncodeError",
    "UnsupportedModelError",
    "decode_json",
    "decode_xml",
    "encode_json",
    "encode_xml",
]
