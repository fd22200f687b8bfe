import os
import re
import socket
import subprocess
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from column import Column
from hard_column import ADDRESS, build

ROOT = Path(__file__).resolve().parents[2]
PUBLIC = ROOT / "public"


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


NGINX = """
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path temp;
  proxy_temp_path temp;
  fastcgi_temp_path temp;
  uwsgi_temp_path temp;
  scgi_temp_path temp;
  %s
}
"""


@pytest.fixture(scope="session")
def nginx(demonstration, tmp_path_factory):
    """Debian's nginx, set up as README.md says; answers where the column's root is."""
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    written = re.search("```nginx\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    site = written.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/jyta/", f"{demonstration.folder}/")
    (folder / "nginx.conf").write_text(NGINX % site, encoding="utf-8")
    path = os.environ.get("PATH", "") + ":/usr/sbin"
    command = ["nginx", "-e", "stderr", "-p", folder, "-c", folder / "nginx.conf"]
    server = subprocess.Popen(command, env={**os.environ, "PATH": path})
    until = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except ConnectionRefusedError:
            assert server.poll() is None and time.monotonic() < until
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}{urlsplit(demonstration.address).path}"
    server.terminate()
    server.wait()


# The same engine without the browser's own windows, which take a sixth of the time.
SHELL = {"executable_path": "/usr/bin/chromium-headless-shell", "args": ["--no-sandbox"]}
WHOLE = {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(**SHELL)
    yield browser
    browser.close()


@pytest.fixture
def chromium_that_remembers(playwright):
    """Pages that were left are kept for going back, as readers have it and playwright does not; the shell cannot."""
    browser = playwright.chromium.launch(ignore_default_args=["--disable-back-forward-cache"], **WHOLE)
    yield browser
    browser.close()
