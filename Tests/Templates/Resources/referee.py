"""Renders cases with Jinja 2: a JSON list on standard input, a JSON list of {"text"} or {"error"} on standard output."""
import json
import sys

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup


def revive(fields):
    return Markup(fields["$markup"]) if "$markup" in fields else fields


def render(case):
    try:
        environment = Environment(
            loader=DictLoader(case["files"]), autoescape=True, undefined=StrictUndefined)
        return {"text": environment.get_template("main.html").render(case["data"])}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


cases = json.load(sys.stdin, object_hook=revive)
json.dump([render(case) for case in cases], sys.stdout)
