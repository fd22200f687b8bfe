"""What a command cost, and what it did to a folder."""

import os
import pathlib
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Wall and CPU time in seconds, peak resident memory in MB (10^6 bytes)."""

    wall: float
    cpu: float
    memory: float

    @staticmethod
    def median(costs: Sequence["Cost"]) -> "Cost":
        return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))


def run(command: Sequence[str | os.PathLike], folder: pathlib.Path | None = None) -> Cost:
    """Runs a command to its end; getrusage of this one child gives its CPU time and memory."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}\n{complaint.decode(errors='replace')}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


@dataclass(frozen=True)
class File:
    inode: int
    modified: int
    size: int


def files(folder: pathlib.Path) -> dict[str, File]:
    """The files below a folder, by their paths in it, hidden ones left out."""
    found = {}
    for path, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.startswith("."):
                status = os.stat(os.path.join(path, name))
                found[os.path.relpath(os.path.join(path, name), folder)] = File(
                    status.st_ino, status.st_mtime_ns, status.st_size
                )
    return found


def written(before: dict[str, File], after: dict[str, File]) -> list[str]:
    """Files that were written, replaced or removed between two looks."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
