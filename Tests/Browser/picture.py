"""Makes the README's picture: the home page and a reply, on a desk and on a phone.

    .venv/bin/python3 Tests/Browser/picture.py
"""

from base64 import b64encode
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).parent / "Pictures/column.png"
PAGES = ["index.html", "jianyi/sheng-14-3/0018.html"]
SCREENS = {"desk": (1440, 1040), "phone": (360, 760)}

FRAME = """<!doctype html>
<style>
  body { display: flex; gap: 32px; width: 1600px; margin: 0; padding: 32px; box-sizing: border-box; background: #dde5e8; }
  div { position: relative; flex: 1; padding: 0 96px 72px 0; }
  img { display: block; border-radius: 6px; box-shadow: 0 2px 10px #0004; }
  .desk { width: 100%; }
  .phone { position: absolute; right: 0; bottom: 0; width: 176px; border: 5px solid #1b2428; border-radius: 14px; }
</style>
"""


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        tab = browser.new_page()
        markup = FRAME
        for page in PAGES:
            markup += "<div>"
            for screen, (width, height) in SCREENS.items():
                tab.set_viewport_size({"width": width, "height": height})
                tab.goto((ROOT / "public" / page).as_uri())
                shot = b64encode(tab.screenshot()).decode()
                markup += f'<img class="{screen}" src="data:image/png;base64,{shot}">'
            markup += "</div>"
        tab.set_viewport_size({"width": 1600, "height": 100})
        tab.set_content(markup)
        tab.screenshot(path=PICTURE, full_page=True)
        browser.close()


main()
