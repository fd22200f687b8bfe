"""Fuwen's figures of 1,000 generated ledgers equal those of an independent count."""

import json
import os
import random
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import counting
from ledgers import KINDS, SESSIONS, UNITS, Ledger

FUWEN = Path(__file__).resolve().parents[2] / os.environ.get("FUWEN", ".build/release/fuwen")


def options(seed):
    """Some of the four that narrow the scope."""
    choice = random.Random(seed)
    all_of_them = {
        "year": choice.choice([2022, 2023, 2024]), "kind": choice.choice(KINDS), "session": choice.choice(list(SESSIONS)),
        "unit": choice.choice(list(UNITS)),
    }
    return {name: value for name, value in all_of_them.items() if choice.random() < 0.3}


def check(folder, seed):
    """Whether there was anything to count."""
    ledger = Ledger(seed)
    ledger.write(folder)
    narrowed = options(seed)
    scope = narrowed | ({"unit": UNITS[narrowed["unit"]]} if "unit" in narrowed else {})
    arguments = [f"--{name}={value}" for name, value in narrowed.items()]
    run = subprocess.run(
        [FUWEN, "stats", "--site", folder, "--format", "json", *arguments], capture_output=True, text=True, check=False)
    rows = counting.read(folder)
    chosen = counting.select(rows, **scope)
    if not chosen:
        assert (run.returncode, run.stdout) == (2, ""), (seed, run.stderr)
        return False
    assert run.returncode == 0, (seed, run.stderr)
    found = json.loads(run.stdout)
    wanted = counting.figures(chosen, ledger.as_of)
    wanted["scope"] = {name: scope.get(name) for name in ("year", "kind", "session", "unit")}
    wanted["asOf"] = str(ledger.as_of)
    before = []
    if "year" in scope:
        before = counting.select(rows, scope["year"] - 1, scope.get("kind"), None, scope.get("unit"))
    wanted["yearBefore"] = counting.figures(before, ledger.as_of) if before else None
    wanted["open"] = sorted(number for _, _, number in counting.unanswered(chosen, ledger.as_of))
    found["open"].sort()
    for figures in [found, found["yearBefore"] or {"byResult": []}]:
        figures["byResult"] = sorted((c["scheme"], c["code"], c["count"], c["share"]) for c in figures["byResult"])
    assert found == wanted, (seed, [key for key in wanted if found.get(key) != wanted[key]])
    return True


def test_a_thousand_ledgers(tmp_path):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counted = sum(pool.map(lambda seed: check(tmp_path / str(seed), seed), range(1000)))
    assert counted > 700
