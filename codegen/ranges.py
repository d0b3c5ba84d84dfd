"""The ranges of XML Schema's integer types, which xsdata drops."""

from xsdata.codegen.models import Attr
from xsdata.models.enums import DataType

_RANGES: dict[DataType, tuple[int | None, int | None]] = {
    DataType.BYTE: (-(2**7), 2**7 - 1),
    DataType.SHORT: (-(2**15), 2**15 - 1),
    DataType.INT: (-(2**31), 2**31 - 1),
    DataType.LONG: (-(2**63), 2**63 - 1),
    DataType.UNSIGNED_BYTE: (0, 2**8 - 1),
    DataType.UNSIGNED_SHORT: (0, 2**16 - 1),
    DataType.UNSIGNED_INT: (0, 2**32 - 1),
    DataType.UNSIGNED_LONG: (0, 2**64 - 1),
    DataType.NON_NEGATIVE_INTEGER: (0, None),
    DataType.POSITIVE_INTEGER: (1, None),
    DataType.NON_POSITIVE_INTEGER: (None, 0),
    DataType.NEGATIVE_INTEGER: (None, -1),
}


def bounds(attr: Attr) -> tuple[int | None, int | None]:
    """Return the smallest and largest value of an element's type, None where there is no bound.

    Source: XML Schema Part 2, section 3.3.
    """
    kinds = {t.datatype for t in attr.types}
    datatype = next(iter(kinds)) if len(kinds) == 1 else None
    return _RANGES.get(datatype, (None, None)) if datatype else (None, None)
