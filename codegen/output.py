"""What is on disk: reading an output, and replacing it as a whole."""

import ctypes
import os
import shutil
import sys
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


def recover(folder: Path) -> None:
    """Put right what a run that was killed has left beside an output."""
    fresh, old = _beside(folder)
    if old.exists() and not folder.exists():
        old.rename(folder)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)


def replace(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace an output by new files, all at once, after ``recover``.

    The new files are written to a folder beside it and the two change places; killed at any moment,
    the output is either the old one or the new one.

    Args:
        folder: The output, there or not.
        files: Bytes by relative path.

    Raises:
        ContractError: The folder holds files that the generator did not write.
    """
    if folder.is_dir() and any(folder.iterdir()) and not (folder / lock.NAME).is_file():
        what = f"has no {lock.NAME}, so the generator did not write it: remove it or choose another"
        raise ContractError(str(folder), "folder", what)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh, _ = _beside(folder)
    for path, data in files.items():
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    if folder.exists():
        _exchange(fresh, folder)
        shutil.rmtree(fresh)
    else:
        fresh.rename(folder)


def _beside(folder: Path) -> tuple[Path, Path]:
    """Return where the new output is made, and where the old one waits if it must."""
    return folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")


def _exchange(fresh: Path, folder: Path) -> None:
    """Let two folders change places: in one step where the system can, else in two."""
    if _exchanged_at_once(fresh, folder):
        return
    _, old = _beside(folder)
    folder.rename(old)
    fresh.rename(folder)
    old.rename(fresh)


def _exchanged_at_once(fresh: Path, folder: Path) -> bool:
    """Ask Linux's ``renameat2``; False where there is none or the file system refuses."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    paths = os.fsencode(fresh), os.fsencode(folder)
    result: int = renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    return result == 0
