"""What the codec raises. Neither type leaves the library: the client turns them into its own."""


class DecodeError(ValueError):
    """The bytes are not the documented answer. The message starts with the path, never a value."""


class UnsupportedModelError(TypeError):
    """A generated model uses a feature of XML Schema that the codec does not write or read."""


class EncodeError(ValueError):
    """A value cannot be sent as it stands. The message names the field, never the value."""
