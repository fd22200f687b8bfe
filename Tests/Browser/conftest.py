import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from column import Column
from hard_column import ADDRESS, build

PUBLIC = Path(__file__).resolve().parents[2] / "public"


@pytest.fixture(scope="session")
def demonstration():
    """The column as committed."""
    return Column(PUBLIC, "https://www.shilisheng.example/zwgk/jyta/")


@pytest.fixture(scope="session")
def hard_column(tmp_path_factory):
    return Column(build(tmp_path_factory.mktemp("hard")), ADDRESS)


@pytest.fixture(scope="session", params=["demonstration", "hard_column"])
def column(request):
    return request.getfixturevalue(request.param)


class Quiet(SimpleHTTPRequestHandler):
    """A plain file server: no index of folders, no rewriting."""

    protocol_version = "HTTP/1.1"
    # Head and body are written apart; the body would wait for the head's acknowledgement.
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    def list_directory(self, path):
        self.send_error(404)


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """Serves a column in the folder of its address, or in another one; answers where its root is."""
    servers = {}

    def start(column, path=None):
        path = path or urlsplit(column.address).path
        if (column.folder, path) not in servers:
            root = tmp_path_factory.mktemp("root")
            place = root / path.strip("/")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(column.folder, target_is_directory=True)
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=root))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[column.folder, path] = server
        return f"http://127.0.0.1:{servers[column.folder, path].server_port}{path}"

    yield start
    for server in servers.values():
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()
