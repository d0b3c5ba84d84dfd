"""The one error of the generator."""


class ContractError(Exception):
    """An input that cannot be turned into models.

    Args:
        file: The input, as the user knows it.
        place: Where in it: a line, an entry, a field.
        what: What is wrong there, and what to do if that is not plain.
    """

    def __init__(self, file: str, place: str, what: str) -> None:
        super().__init__(file, place, what)
        self.file = file
        self.place = place
        self.what = what

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {' '.join(self.what.split())}"
