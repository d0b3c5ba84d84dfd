"""Whatever a contract calls things, Python names come out."""

import keyword
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from codegen import names

XML_NAMES = st.text(
    st.characters(
        categories=["Lu", "Ll", "Lt", "Lo", "Nd", "Pc", "Mn"],
        include_characters="-.·",
        codec="utf-8",
    ),
    min_size=1,
    max_size=20,
)
VALUES = st.text(st.characters(codec="utf-8"), max_size=12)


def usable(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)


@given(XML_NAMES)
@example("_")
@example("1")
@example("\N{LATIN SMALL LETTER LONG S}")
@example("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}")
@example("None")
def test_any_name_becomes_an_identifier(name: str) -> None:
    assert usable(names.field_name(name, {}))
    assert usable(names.module_name(name, {}))
    assert usable(names.class_name(name))
    assert not names.field_name(name, {}).startswith("_")
    assert not names.module_name(name, {}).startswith("_")
    assert not names.class_name(name).startswith("_")


@given(VALUES)
@example("")
@example("mro")
@example("\x00")
@example("__init__")
@example("¼")
@example("\x1f:")
def test_any_value_becomes_a_member_name(value: str) -> None:
    name = names.member_name(value)
    assert usable(name)
    assert not name.startswith("_")
    assert name != "mro"


@given(st.lists(XML_NAMES, max_size=8))
@example(["s", "\N{LATIN SMALL LETTER LONG S}"])
def test_names_stay_apart(wanted: list[str]) -> None:
    taken: list[str] = []
    for name in wanted:
        taken.append(names.distinct(names.field_name(name, {}), taken))
    assert len(set(taken)) == len(wanted)
    assert all(map(usable, taken))
    normalized = {unicodedata.normalize("NFKC", name) for name in taken}
    assert len(normalized) == len(wanted)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UserID", ["User", "ID"]),
        ("UserIDs", ["User", "IDs"]),
        ("IDsOfUsers", ["IDs", "Of", "Users"]),
        ("HTTPServer", ["HTTP", "Server"]),
        ("getURL", ["get", "URL"]),
        ("GetTTSInMP3", ["Get", "TTS", "In", "MP3"]),
        ("Address1", ["Address1"]),
        ("v2Beta", ["v2", "Beta"]),
        ("already_snake_case", ["already", "snake", "case"]),
        ("dotted.and-dashed", ["dotted", "and", "dashed"]),
        ("A", ["A"]),
        ("Ab", ["Ab"]),
        ("aB", ["a", "B"]),
        ("GrößeInCm", ["Größe", "In", "Cm"]),
    ],
)
def test_words(name: str, expected: list[str]) -> None:
    assert names.words(name, {}) == expected


def test_spellings_that_the_rule_gets_wrong() -> None:
    splits = {"TTSrate": "TTS rate", "CPMand": "CPM and"}
    assert names.snake_case("GetTTSrateNow", splits) == "get_tts_rate_now"
    assert names.snake_case("WithCPMandReferenceID", splits) == "with_cpm_and_reference_id"
