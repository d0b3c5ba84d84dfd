"""What a caller sees of a generated output: operations, classes, fields, members.

Read from the generated source itself, so that an old output needs nothing kept beside it to be
compared.
"""

import ast
from collections.abc import Iterator, Mapping

from attrs import field, frozen


@frozen
class SeenField:
    """One field of a model.

    Attributes:
        annotation: As written.
        required: Whether a caller must give it.
        default: Its default as written, empty for none.
        wire: Element name, with the wrapper's before it.
        bounds: Smallest and largest value of an integer.
        hidden: Whether ``repr`` leaves it out.
    """

    annotation: str
    required: bool
    default: str
    wire: str
    bounds: tuple[int | None, int | None]
    hidden: bool


@frozen
class SeenClass:
    """One model or enumeration.

    Attributes:
        fields: By Python name, in order.
        members: Values as written, by member; enumerations only.
        bases: As written.
    """

    fields: Mapping[str, SeenField] = field(factory=dict[str, SeenField])
    members: Mapping[str, str] = field(factory=dict[str, str])
    bases: tuple[str, ...] = ()


@frozen
class Surface:
    """One package.

    Attributes:
        operations: Arguments of each ``Operation``, by name; wires as member names.
        classes: By name.
    """

    operations: Mapping[str, Mapping[str, object]]
    classes: Mapping[str, SeenClass]

    def reachable(self, root: str) -> set[str]:
        """Return the names of the classes that the request or response classes hold.

        Args:
            root: ``request`` or ``response``.
        """
        found: set[str] = set()
        waiting = [str(operation.get(root)) for operation in self.operations.values()]
        while waiting:
            name = waiting.pop()
            seen = self.classes.get(name)
            if seen is not None and name not in found:
                found.add(name)
                annotations = " ".join(f.annotation for f in seen.fields.values())
                words = annotations.replace("[", " ").replace(",", " ").replace("]", " ").split()
                waiting += [*words, *seen.bases]
        return found


def read(files: Mapping[str, bytes]) -> dict[str, Surface]:
    """Read an output.

    Args:
        files: Bytes by relative path.

    Returns:
        Surfaces by package: the dotted path under the top one, empty for that itself.

    Raises:
        SyntaxError: A file is not Python.
        ValueError: A file is not what the generator writes.
    """
    by_package: dict[str, dict[str, ast.Module]] = {}
    for path, data in files.items():
        folder, _, name = path.rpartition("/")
        if name.endswith(".py") and name not in ("__init__.py", "_contract.py"):
            package = folder.replace("/", ".")
            by_package.setdefault(package, {})[name] = ast.parse(data)
    return {package: _surface(modules) for package, modules in sorted(by_package.items())}


def _surface(modules: Mapping[str, ast.Module]) -> Surface:
    operations: dict[str, dict[str, object]] = {}
    classes: dict[str, SeenClass] = {}
    for name, module in modules.items():
        if name == "_operations.py":
            operations.update(_operations(module))
        else:
            classes.update((n.name, _class(n)) for n in module.body if isinstance(n, ast.ClassDef))
    return Surface(operations, classes)


def _operations(module: ast.Module) -> Iterator[tuple[str, dict[str, object]]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Operation":
            arguments = {k.arg or "": _value(k.value) for k in node.keywords}
            yield str(arguments["name"]), arguments


def _value(node: ast.expr) -> object:
    if isinstance(node, ast.Tuple) and all(isinstance(item, ast.Attribute) for item in node.elts):
        return tuple(item.attr for item in node.elts if isinstance(item, ast.Attribute))
    value: object = ast.literal_eval(node)
    return value


def _class(node: ast.ClassDef) -> SeenClass:
    fields: dict[str, SeenField] = {}
    members: dict[str, str] = {}
    for item in node.body:
        if isinstance(item, ast.AnnAssign) and isinstance(item.value, ast.Call):
            fields[ast.unparse(item.target)] = _field(item.annotation, item.value)
        elif isinstance(item, ast.Assign):
            members[ast.unparse(item.targets[0])] = ast.unparse(item.value)
    return SeenClass(fields, members, tuple(ast.unparse(base) for base in node.bases))


def _field(annotation: ast.expr, call: ast.Call) -> SeenField:
    arguments = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    default = arguments.get("default", arguments.get("default_factory", ""))
    metadata = next((k.value for k in call.keywords if k.arg == "metadata"), ast.Dict([], []))
    plain = _constants(metadata)
    return SeenField(
        annotation=ast.unparse(annotation),
        required=not default,
        default=default,
        wire="/".join(str(plain[key]) for key in ("wrapper", "name") if key in plain),
        bounds=(_integer(plain.get("min_inclusive")), _integer(plain.get("max_inclusive"))),
        hidden=arguments.get("repr") == "False",
    )


def _constants(metadata: ast.expr) -> dict[str, object]:
    """Return what a metadata dictionary holds as plain constants."""
    if not isinstance(metadata, ast.Dict):
        return {}
    found: dict[str, object] = {}
    for key, value in zip(metadata.keys, metadata.values, strict=True):
        if isinstance(key, ast.Constant):
            try:
                found[str(key.value)] = ast.literal_eval(value)
            except ValueError:
                continue
    return found


def _integer(value: object) -> int | None:
    return value if isinstance(value, int) else None
