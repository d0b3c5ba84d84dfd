"""What is on disk: reading an output, and replacing it as a whole."""

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from codegen import lock
from codegen.problems import ContractError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def read(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of an output by relative path, Python's caches left out."""
    paths = (p for p in sorted(folder.rglob("*")) if p.is_file() and "__pycache__" not in p.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def check_replaceable(folder: Path) -> None:
    """Refuse to replace a folder that the generator did not write.

    Raises:
        ContractError: The folder holds files and no lock file.
    """
    if folder.is_dir() and any(folder.iterdir()) and not (folder / lock.NAME).is_file():
        what = (
            f"was not written by the generator (no {lock.NAME}): remove it, or choose another name"
        )
        raise ContractError(str(folder), "folder", what)


def replace(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace an output by new files, all at once.

    The new files are written to a folder beside it and the two change places; killed at any moment,
    the output is either the old one or the new one.

    Args:
        folder: The output, there or not.
        files: Bytes by relative path.
    """
    fresh = folder.parent / f".{folder.name}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    for path, data in files.items():
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    if folder.exists():
        _exchange(fresh, folder)
        shutil.rmtree(fresh)
    else:
        fresh.rename(folder)


def _exchange(fresh: Path, folder: Path) -> None:
    """Let two folders change places: in one step where the system can, else in two."""
    renameat2 = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        if os.name == "posix"
        else None
    )
    paths = os.fsencode(fresh), os.fsencode(folder)
    if renameat2 and not renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE):
        return
    old = folder.parent / f".{folder.name}.old"
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    fresh.rename(folder)
    old.rename(fresh)
