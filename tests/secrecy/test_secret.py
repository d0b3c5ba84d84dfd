"""The type that hides a secret, and the redactor."""

import copy
import html
import json
import pickle
import traceback
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rescind
from rescind import Secret
from rescind.secrets import redact, redact_model, wrapped
from rescind_models.sms import Detail, Identification
from tests.support.leaks import CLIENT_SECRET, LICENSE_KEY, check_error, check_text
from tests.support.scripted import Scripted

SECRET = Secret(LICENSE_KEY)


class TestSecret:
    @pytest.mark.parametrize(
        "shown",
        [repr(SECRET), str(SECRET), f"{SECRET}", f"{SECRET:>60}", f"{[SECRET]}", "%s" % SECRET],  # noqa: UP031
    )
    def test_it_shows_nothing(self, shown: str) -> None:
        check_text("shown", shown)

    def test_it_reveals_itself_when_asked(self) -> None:
        assert SECRET.reveal() == LICENSE_KEY

    def test_no_attribute_holds_the_string(self) -> None:
        assert not hasattr(SECRET, "__dict__")
        for name in dir(SECRET):
            check_text(name, repr(getattr(SECRET, name)))

    def test_it_cannot_be_pickled(self) -> None:
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(SECRET)

    def test_copies_are_the_same_secret(self) -> None:
        assert copy.copy(SECRET) is SECRET
        assert copy.deepcopy([SECRET])[0] is SECRET

    def test_equal_by_what_it_hides(self) -> None:
        assert Secret("one-key") == Secret("one-key") != Secret("two-key")
        assert len({Secret("one-key"), Secret("one-key")}) == 1
        assert SECRET != LICENSE_KEY

    @pytest.mark.parametrize("value", ["", " ", " key", "key\n", "\tkey"])
    def test_empty_or_with_blanks_around(self, value: str) -> None:
        with pytest.raises(ValueError, match="not empty and has no blanks around"):
            Secret(value)

    def test_something_else_than_a_string(self) -> None:
        with pytest.raises(TypeError, match="a secret is a string, not int"):
            Secret(5)  # type: ignore[arg-type]

    def test_its_errors_do_not_hold_it(self) -> None:
        for bad in (f" {LICENSE_KEY}", LICENSE_KEY.encode()):
            _, problem = wrapped(bad)  # type: ignore[arg-type]
            assert problem is not None
            check_error(problem)


class TestWhereSecretsComeIn:
    """A traceback with locals shows none of our frames holding the string."""

    def frames_of_ours(self, error: BaseException) -> str:
        """The traceback with locals, without this module's own frames."""
        told = traceback.TracebackException.from_exception(error, capture_locals=True)
        return repr([frame.locals for frame in told.stack if frame.filename != __file__])

    def test_a_license_key_with_a_line_break(self) -> None:
        with pytest.raises(ValueError, match="blanks around") as caught:
            rescind.Client(license_key=f"{LICENSE_KEY}\n")
        check_text("locals", self.frames_of_ours(caught.value))

    def test_a_good_license_key_and_another_setting_that_is_wrong(self) -> None:
        with pytest.raises(ValueError, match="timeout") as caught:
            rescind.Client(license_key=LICENSE_KEY, timeout=-1.0)
        check_text("locals", self.frames_of_ours(caught.value))

    def test_with_options(self) -> None:
        one = rescind.Client()
        for key, timeout in ((f"{LICENSE_KEY}\n", 1.0), (LICENSE_KEY, -1.0)):
            with pytest.raises(ValueError, match=r"blanks around|timeout") as caught:
                one.with_options(license_key=key, timeout=timeout)
            check_text("locals", self.frames_of_ours(caught.value))

    def test_from_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("RESCIND_LICENSE_KEY", LICENSE_KEY)
        monkeypatch.setenv("RESCIND_SMS_CLIENT_SECRET", CLIENT_SECRET)
        with pytest.raises(rescind.ConfigurationError) as caught:
            rescind.Client.from_env()
        check_text("locals", self.frames_of_ours(caught.value))

    @pytest.mark.parametrize(
        ("client_id", "client_secret"), [("id", f" {CLIENT_SECRET}"), ("", CLIENT_SECRET)]
    )
    def test_credentials(self, client_id: str, client_secret: str) -> None:
        with pytest.raises(ValueError, match=r"blanks around|client_id is empty") as caught:
            rescind.ClientCredentials(client_id=client_id, client_secret=client_secret)
        check_text("locals", self.frames_of_ours(caught.value))

    def test_repr_of_what_holds_them(self) -> None:
        credentials = rescind.ClientCredentials(client_id="id", client_secret=CLIENT_SECRET)
        one = rescind.Client(license_key=LICENSE_KEY, sms_auth=credentials)
        for shown in (credentials, one, one.phone_notify, one.sms):
            check_text("repr", repr(shown))

    @pytest.mark.asyncio
    @pytest.mark.parametrize("wire", ["SOAP11", "SOAP12", "HTTP_POST", "HTTP_GET"])
    async def test_a_key_that_cannot_be_sent(self, wire: str) -> None:
        """The request cannot be built: the error says so, and shows nothing of the key."""
        one = rescind.Client(license_key=f"{LICENSE_KEY}\x01", transport=Scripted([]))
        with pytest.raises(ValueError, match="license_key") as caught:
            await one.phone_notify.cancel_notify(1, wire=rescind.Wire[wire])  # type: ignore[arg-type]
        check_text("locals", self.frames_of_ours(caught.value))
        check_text("message", str(caught.value))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper": str.upper,
    "lower": str.lower,
    "percent": lambda text: quote(text, safe=""),
    "percent in lower case": lambda text: quote(text, safe="").lower(),
    "plus": quote_plus,
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "every letter percent": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
    "entities": html.escape,
    "entities twice": lambda text: html.escape(html.escape(text)),
    "decimal entities": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "hexadecimal entities": lambda text: "".join(f"&#x{ord(letter):04X};" for letter in text),
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON in full": lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text),
    "mixed": lambda text: html.escape(quote(text[:9], safe="")) + text[9:].upper(),
}
every_spelling = pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS.keys())

secrets = st.text(
    st.characters(min_codepoint=0x21, max_codepoint=0x7E) | st.sampled_from("éüñ"),
    min_size=8,
    max_size=60,
)


class TestRedact:
    @every_spelling
    def test_a_secret_in_any_spelling(self, spell: Callable[[str], str]) -> None:
        found = redact(f"before {spell(LICENSE_KEY)} after", [SECRET])

        check_text("redacted", found)
        assert found == "before [redacted] after"

    @every_spelling
    @given(value=secrets)
    def test_any_secret_in_any_spelling(self, spell: Callable[[str], str], value: str) -> None:
        found = redact(f"({spell(value)})", [Secret(value)])

        # What looks like an escape in a secret may leave a little of one.
        assert "[redacted]" in found
        assert value[:8].lower() not in found.replace("[redacted]", "").lower()

    @every_spelling
    @given(cut=st.integers(min_value=60, max_value=400))
    def test_one_that_was_cut_off(self, spell: Callable[[str], str], cut: int) -> None:
        found = redact(("x" * 40 + spell(LICENSE_KEY))[:cut], [SECRET])

        check_text("redacted", found)

    @given(text=st.text(), value=secrets)
    def test_other_text_is_left_alone(self, text: str, value: str) -> None:
        if value[:8].lower() not in text.lower() and not set("&%\\") & set(text):
            assert redact(text, [Secret(value)]) == text

    @given(text=st.text(alphabet="&#%\\ux;0aF ampLeakLicense7f3", max_size=300))
    def test_nothing_is_raised(self, text: str) -> None:
        redact(text, [SECRET])

    def test_two_secrets(self) -> None:
        found = redact(f"{LICENSE_KEY} {CLIENT_SECRET}", [SECRET, Secret(CLIENT_SECRET)])

        assert found == "[redacted] [redacted]"

    def test_a_model(self) -> None:
        model = Detail(message_ids=("a", f"b {LICENSE_KEY}"))

        assert redact_model(model, (SECRET,)) == Detail(message_ids=("a", "b [redacted]"))
        assert redact_model(Identification(user_id=None), (SECRET,)) == Identification()
        assert redact_model(None, (SECRET,)) is None
