"""A JSON reader as lenient as Json.NET's, token by token.

It takes single quotes, unquoted names, comments, trailing commas and NaN, and fails where
Json.NET fails, with the same path and position.
"""

import re
from enum import Enum, auto
from typing import Final

import attrs

MAX_DEPTH: Final = 256

JsonValue = None | bool | int | float | str

_IDENTIFIER = re.compile(r"[\w$]+")
_NUMBER = re.compile(r"[-+0-9a-fA-FxX.]+")
_PLAIN = {'"': re.compile(r'[^"\\\n]+'), "'": re.compile(r"[^'\\\n]+")}
_ESCAPES = {
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "f": "\f",
    "r": "\r",
    **{character: character for character in "\\/\"'"},
}
_WORDS = {"true": True, "false": False, "null": None}


class Token(Enum):
    """The kinds of token."""

    NONE = auto()
    START_OBJECT = auto()
    END_OBJECT = auto()
    START_ARRAY = auto()
    END_ARRAY = auto()
    PROPERTY_NAME = auto()
    COMMENT = auto()
    STRING = auto()
    INTEGER = auto()
    FLOAT = auto()
    BOOLEAN = auto()
    NULL = auto()
    UNDEFINED = auto()


class JsonReaderError(Exception):
    """The text is not JSON as Json.NET reads it."""


class _State(Enum):
    VALUE = auto()
    OBJECT_START = auto()
    OBJECT = auto()
    ARRAY_START = auto()
    ARRAY = auto()
    POST_VALUE = auto()
    FINISHED = auto()


@attrs.define
class _Container:
    is_object: bool
    name: str | None = None
    index: int = -1

    def step(self) -> str:
        if self.is_object:
            return "" if self.name is None else f".{self.name}"
        return "" if self.index < 0 else f"[{self.index}]"


class JsonReader:
    """Reads one document.

    Attributes:
        token: The kind of the present token.
        value: Its value: a name, a string, a number, a boolean.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._line = 0
        self._line_start = 0
        self._state = _State.VALUE
        self._containers: list[_Container] = []
        self._too_deep = False
        self.token = Token.NONE
        self.value: JsonValue = None

    @property
    def depth(self) -> int:
        """How deep the present token is nested."""
        depth = len(self._containers)
        return depth - 1 if self.token in (Token.START_OBJECT, Token.START_ARRAY) else depth

    @property
    def path(self) -> str:
        """Where the reader is, as `MessageIDs[0]`."""
        return "".join(container.step() for container in self._containers).removeprefix(".")

    @property
    def index(self) -> int:
        """The index of the present item of the innermost array."""
        return self._containers[-1].index if self._containers else -1

    @property
    def place(self) -> str:
        """Path, line and position, as they end Json.NET's messages."""
        line = self._line + 1 if self._position else 0
        return f"Path '{self.path}', line {line}, position {self._position - self._line_start}."

    def at(self, *tokens: Token) -> bool:
        """Whether the present token is one of these."""
        return self.token in tokens

    def read(self) -> bool:
        """Go to the next token.

        Returns:
            False at the end of the text.

        Raises:
            JsonReaderError: What comes next is no token.
        """
        while True:
            if self._state is _State.FINISHED:
                return self._end()
            if self._state in (_State.OBJECT_START, _State.OBJECT):
                return self._read_member()
            if self._state is not _State.POST_VALUE:
                return self._read_value()
            read = self._read_after_value()
            if read is not None:
                return read

    def skip(self) -> None:
        """Pass over the present value, members and items included."""
        if self.token is Token.PROPERTY_NAME:
            self.read()
        if self.token in (Token.START_OBJECT, Token.START_ARRAY):
            depth = self.depth
            while self.read() and depth < self.depth:
                pass

    def leave(self, depth: int) -> None:
        """After an error: pass over the present value and go up to one level below a depth."""
        self.skip()
        while self.depth > depth + 1:
            if not self.read():
                break

    # Characters

    def _peek(self) -> str:
        return self._text[self._position] if self._position < len(self._text) else ""

    def _skip_blanks(self) -> None:
        text, position = self._text, self._position
        while position < len(text) and text[position].isspace():
            if text[position] == "\n":
                self._line += 1
                self._line_start = position + 1
            position += 1
        self._position = position

    def _error(self, message: str) -> JsonReaderError:
        return JsonReaderError(f"{message} {self.place}")

    # Tokens

    def _set(self, token: Token, value: JsonValue = None) -> bool:
        self.token = token
        self.value = value
        if token not in (Token.COMMENT, Token.PROPERTY_NAME):
            self._state = _State.POST_VALUE if self._containers else _State.FINISHED
        return True

    def _end(self) -> bool:
        self.token = Token.NONE
        self.value = None
        return False

    def _begin_item(self) -> None:
        if self._containers and not self._containers[-1].is_object:
            self._containers[-1].index += 1

    def _open(self, *, is_object: bool) -> bool:
        self._begin_item()
        self._position += 1
        self.token = Token.START_OBJECT if is_object else Token.START_ARRAY
        self.value = None
        self._state = _State.OBJECT_START if is_object else _State.ARRAY_START
        if len(self._containers) == MAX_DEPTH and not self._too_deep:
            # Json.NET forgets this one container, and so stumbles over its end later.
            self._too_deep = True
            raise self._error(f"The reader's MaxDepth of {MAX_DEPTH} has been exceeded.")
        self._containers.append(_Container(is_object))
        return True

    def _close(self, token: Token) -> bool:
        container = self._containers[-1]
        if container.is_object is not (token is Token.END_OBJECT):
            raise self._error(f"JsonToken {token.name} is not valid for closing JsonType.")
        self._position += 1
        self._containers.pop()
        self._too_deep = self._too_deep and len(self._containers) >= MAX_DEPTH
        return self._set(token)

    def _read_member(self) -> bool:
        self._skip_blanks()
        character = self._peek()
        if not character:
            return self._end()
        if character == "}":
            return self._close(Token.END_OBJECT)
        if character == "/":
            return self._read_comment()
        if character in "\"'":
            name = self._read_string()
        else:
            match = _IDENTIFIER.match(self._text, self._position)
            if match is None:
                raise self._error(f"Invalid property identifier character: {character}.")
            name = match[0]
            self._position = match.end()
        self._skip_blanks()
        if self._peek() != ":":
            found = self._peek() or "\0"
            raise self._error(
                f"Invalid character after parsing property name. Expected ':' but got: {found}."
            )
        self._position += 1
        self._containers[-1].name = name
        self._state = _State.VALUE
        return self._set(Token.PROPERTY_NAME, name)

    def _read_after_value(self) -> bool | None:
        self._skip_blanks()
        character = self._peek()
        if not character:
            return self._end()
        if character == "}":
            return self._close(Token.END_OBJECT)
        if character == "]":
            return self._close(Token.END_ARRAY)
        if character == "/":
            return self._read_comment()
        if character == ",":
            self._position += 1
            is_object = self._containers[-1].is_object
            self._state = _State.OBJECT if is_object else _State.ARRAY
            return None
        raise self._error(
            f"After parsing a value an unexpected character was encountered: {character}."
        )

    def _read_value(self) -> bool:
        self._skip_blanks()
        character = self._peek()
        if not character:
            return self._end()
        if character == "/":
            return self._read_comment()
        if character == "]" and self._containers and not self._containers[-1].is_object:
            return self._close(Token.END_ARRAY)
        if character in "{[":
            return self._open(is_object=character == "{")
        if character in "\"'":
            text = self._read_string()
            self._begin_item()
            return self._set(Token.STRING, text)
        if character == ",":
            self._begin_item()
            return self._set(Token.UNDEFINED)
        if character in "-.0123456789" and not self._text.startswith("-I", self._position):
            return self._read_number()
        return self._read_word(character)

    def _read_word(self, character: str) -> bool:
        for word, value in _WORDS.items():
            if self._take(word):
                self._begin_item()
                return self._set(Token.NULL if value is None else Token.BOOLEAN, value)
        for word, number in (("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf")):
            if self._take(word):
                self._begin_item()
                return self._set(Token.FLOAT, float(number))
        if self._take("undefined"):
            self._begin_item()
            return self._set(Token.UNDEFINED)
        raise self._error(f"Unexpected character encountered while parsing value: {character}.")

    def _take(self, word: str) -> bool:
        end = self._position + len(word)
        if not self._text.startswith(word, self._position):
            return False
        if end < len(self._text) and (self._text[end].isalnum() or self._text[end] in "_$"):
            return False
        self._position = end
        return True

    def _read_number(self) -> bool:
        match = _NUMBER.match(self._text, self._position)
        text = match[0] if match else ""
        following = self._text[self._position + len(text) : self._position + len(text) + 1]
        if following and not following.isspace() and following not in ",}])/":
            self._position += len(text)
            raise self._error(
                f"Unexpected character encountered while parsing number: {following}."
            )
        try:
            number = _number(text)
        except ValueError:
            self._position += len(text)
            raise self._error(f"Input string '{text}' is not a valid number.") from None
        self._position += len(text)
        self._begin_item()
        return self._set(Token.INTEGER if isinstance(number, int) else Token.FLOAT, number)

    def _read_comment(self) -> bool:
        if self._text.startswith("/*", self._position):
            end = self._text.find("*/", self._position + 2)
            if end < 0:
                self._position = len(self._text)
                raise self._error("Unexpected end while parsing comment.")
            self._position = end + 2
            return self._set(Token.COMMENT)
        if self._text.startswith("//", self._position):
            end = self._text.find("\n", self._position)
            self._position = len(self._text) if end < 0 else end
            return self._set(Token.COMMENT)
        raise self._error("Error parsing comment. Expected: *")

    def _read_string(self) -> str:
        quote = self._peek()
        plain = _PLAIN[quote]
        self._position += 1
        parts: list[str] = []
        while True:
            match = plain.match(self._text, self._position)
            if match is not None:
                parts.append(match[0])
                self._position = match.end()
            character = self._peek()
            if not character:
                raise self._error(f"Unterminated string. Expected delimiter: {quote}.")
            self._position += 1
            if character == quote:
                return _joined("".join(parts))
            if character == "\n":
                self._line += 1
                self._line_start = self._position
                parts.append(character)
            else:
                parts.append(self._read_escape())

    def _read_escape(self) -> str:
        escape = self._peek()
        self._position += len(escape)
        if escape in _ESCAPES:
            return _ESCAPES[escape]
        if escape == "u":
            digits = self._text[self._position : self._position + 4]
            self._position += len(digits)
            if not re.fullmatch("[0-9a-fA-F]{4}", digits):
                raise self._error("Unexpected end while parsing unicode character.")
            return chr(int(digits, 16))
        raise self._error(f"Bad JSON escape sequence: \\{escape}.")


def _joined(text: str) -> str:
    """Join surrogate pairs that were written as two escapes; half a pair stays as it is."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _number(text: str) -> int | float:
    """A number; a leading zero makes it octal or, with an x, hexadecimal."""
    if len(text) > 1 and text[0] == "0" and text[1] not in ".eE":
        return int(text, 16) if text[1] in "xX" else int(text, 8)
    if re.fullmatch("[-+]?[0-9]+", text):
        return int(text)
    if re.search("[a-dA-DfFxX]", text):
        raise ValueError(text)
    return float(text)
