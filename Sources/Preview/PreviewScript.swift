/// What is added to pages on their way to the browser.
enum PreviewScript {
  /// A custom element of its own tree, so that neither the column's style nor its script meets the panel. Style sheets
  /// that a script makes are not subject to a page's policy.
  static let text = #"""
    (() => {
      "use strict";
      const { part, version } = document.currentScript.dataset;
      const style = new CSSStyleSheet();
      style.replaceSync(`
        :host { all: initial; position: fixed; right: 0; bottom: 0; z-index: 2147483647; max-width: 100%;
          font: 15px/1.6 sans-serif; color: #1a1a1a; color-scheme: light; }
        details { box-sizing: border-box; max-width: 60em; max-height: 70vh; overflow: auto; padding: .8em 1.2em;
          background: #fff; border: 1px solid #b3261e; border-top-width: 4px; box-shadow: 0 0 1em #0006; }
        summary { font-weight: bold; color: #b3261e; cursor: pointer; }
        ol { margin: .6em 0; padding-left: 2em; }
        li { margin: .6em 0; overflow-wrap: anywhere; }
        pre { margin: .3em 0; padding: .4em; overflow: auto; background: #f2f2f2; font: 14px/1.5 monospace; }
        a { color: #0b57d0; }
        .link { margin: 0; padding: .2em .8em; background: #fff; border: 1px solid #767676; }
        @media print { :host { display: none; } }
      `);
      const host = document.createElement("fuwen-preview");
      host.setAttribute("role", "status");
      const root = host.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [style];
      const box = root.appendChild(document.createElement("div"));
      box.lang = "zh-CN";
      let shown = null;
      let events = null;
      const take = (event) => {
        const news = JSON.parse(event.data);
        if (news[part] !== version) return location.reload();
        if (news.panel === shown) return;
        shown = news.panel;
        box.innerHTML = shown;
        if (shown) document.body.append(host);
        else host.remove();
      };
      // A browser keeps few connections to one server: pages that nobody sees give up theirs.
      const listen = () => {
        if (document.hidden) {
          events?.close();
          events = null;
        } else if (!events) {
          events = new EventSource("/_fuwen/events");
          events.onmessage = take;
        }
      };
      document.addEventListener("visibilitychange", listen);
      listen();
    })();

    """#
}
