"""The four uses of a model, for what must hold in each."""

from collections.abc import Callable

from rescind.codec import decode_json, decode_xml, encode_json, encode_xml

USES: dict[str, Callable[[type[object]], object]] = {
    "writing XML": lambda model: encode_xml(object.__new__(model)),
    "writing JSON": lambda model: encode_json(object.__new__(model)),
    "reading XML": lambda model: decode_xml(model, b""),
    "reading JSON": lambda model: decode_json(model, b""),
}
"""Each with nothing in the model or the document: what is said is said of the class."""
