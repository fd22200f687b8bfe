"""The configuration for nginx does what it says: addresses, types, caching, compression, the page for errors."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
HERE = Path(__file__).parent
PUBLIC = HERE.parents[1] / "public"
COLUMN = "/zwgk/jyta/"

pytestmark = pytest.mark.skipif(NGINX is None, reason="needs: apt-get install nginx-light")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Asks a nginx of the test's own; answers status, headers and body."""
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    shutil.copytree(PUBLIC, folder / "www" / COLUMN.strip("/"))
    style = folder / "www" / COLUMN.strip("/") / "assets/style.css"
    style.with_name("style.css.gz").write_bytes(gzip.compress(style.read_bytes(), 9, mtime=0))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = (HERE / "nginx.conf").read_text(encoding="utf-8")
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("root /srv/www;", f"root {folder}/www;")
    paths = "".join(
        f"  {name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\n  include /etc/nginx/mime.types;\n  default_type application/octet-stream;\n"
        f"  access_log off;\n{paths}\n{server}\n}}\n", encoding="utf-8")
    process = subprocess.Popen([NGINX, "-c", folder / "nginx.conf", "-e", folder / "error.log"])

    def ask(path, **headers):
        request = urllib.request.Request(
            f"http://127.0.0.1:{port}{path}", headers={name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read()

    for _ in range(200):
        try:
            ask(COLUMN)
            break
        except OSError:
            assert process.poll() is None, (folder / "error.log").read_text()
            time.sleep(0.05)
    yield ask
    process.terminate()
    process.wait()


@pytest.mark.parametrize(
    ("path", "kind"), [
        ("", "text/html; charset=utf-8"), ("index.html", "text/html; charset=utf-8"),
        ("assets/style.css", "text/css; charset=utf-8"), ("assets/search.js", "application/javascript; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"), ("data/records.csv", "text/csv; charset=utf-8"),
        ("data/records.json", "application/json; charset=utf-8"), ("sitemap.xml", "text/xml; charset=utf-8"),
        ("manifest.sha256", "text/plain; charset=utf-8"),
    ])
def test_types_and_bytes(ask, path, kind):
    status, headers, body = ask(COLUMN + path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["Cache-Control"] == "no-cache" and headers["X-Content-Type-Options"] == "nosniff"
    assert body == (PUBLIC / (path or "index.html")).read_bytes()


def test_search_is_kept_for_good(ask):
    files = [file for file in PUBLIC.glob("search/*/**/*.bin")]
    assert files
    for file in files:
        status, headers, body = ask(COLUMN + file.relative_to(PUBLIC).as_posix())
        assert status == 200 and body == file.read_bytes()
        assert headers.get_all("Cache-Control") == ["public, max-age=31536000, immutable"]
    assert ask(COLUMN + "search/index.html")[1]["Cache-Control"] == "no-cache"


def test_unchanged_pages_are_not_sent_again(ask):
    tag = ask(COLUMN)[1]["ETag"]
    status, _, body = ask(COLUMN, If_None_Match=tag)
    assert (status, body) == (304, b"")


def test_compression(ask):
    for path in ("index.html", "data/records.json", "assets/search.js"):
        _, headers, body = ask(COLUMN + path, Accept_Encoding="gzip")
        assert headers["Content-Encoding"] == "gzip" and headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(body) == (PUBLIC / path).read_bytes()
        assert len(body) < 0.6 * len(gzip.decompress(body))
    # The file beside it, made beforehand.
    _, headers, body = ask(COLUMN + "assets/style.css", Accept_Encoding="gzip")
    style = (PUBLIC / "assets/style.css").read_bytes()
    assert headers["Content-Encoding"] == "gzip" and body == gzip.compress(style, 9, mtime=0)
    assert "Content-Encoding" not in ask(COLUMN + "assets/style.css")[1]


@pytest.mark.parametrize("path", ["missing.html", "jianyi/missing/", ".fuwen-manifest", "data/", "../../etc/passwd"])
def test_page_for_errors(ask, path):
    status, headers, body = ask(COLUMN + path)
    if path.startswith(".."):
        assert status in (400, 404)
        return
    assert status in (403, 404)
    assert body == (PUBLIC / "404.html").read_bytes()
    assert headers["Cache-Control"] == "no-cache"
    links = re.findall(rb'href="(/zwgk/jyta/[^"#]*)"', body)
    assert links and all(ask(link.decode())[0] == 200 for link in links)
