extension MessageCase {
  static let pages: [MessageCase] = [
    MessageCase(
      "dead link", "link/missing", files: replyBody("[办法](../files/没有.pdf)。"),
      says: """
        错误 content/replies/0216.md:12:6：链接指向的“content/files/没有.pdf”不存在
          办法：附件放到 content/files/ 下，链接写相对于本文件的路径
        """),
    MessageCase(
      "link to nothing published", "link/not-published", files: replyBody("[办法](0261.md)。"),
      says: """
        错误 content/replies/0216.md:12:6：链接指向的“content/replies/0261.md”没有公开，或不存在
          办法：是不是“content/replies/0216.md”？未公开的文件不能链接
        """),
    MessageCase(
      "link to a heading that is not there", "link/anchor",
      files: replyBody("见[第二部分](#二落实政策)、[要求](0216.md#二落实政策要求)、[页首](0216.md)。\n\n## 二、落实政策要求\n\n正文。"),
      says: """
        错误 content/replies/0216.md:12：链接要到的“#二落实政策”，那一页上没有
          办法：是不是“#二落实政策要求”？
        """),
    MessageCase(
      "picture of another site", "link/picture", files: replyBody("![地图](https://www.example.gov.cn/a.png)"),
      says: """
        错误 content/replies/0216.md:12:7：图片“https://www.example.gov.cn/a.png”不是站点里的文件
          办法：把图片放到 content/files/ 下，写相对于本文件的路径
        """),
    MessageCase(
      "absolute path", "link/path", files: replyBody("[办法](/zwgk/a.html)。"),
      says: """
        错误 content/replies/0216.md:12:6：链接“/zwgk/a.html”不是站点里的相对路径
          办法：写相对于本文件的路径，例如 ../jianyi-2024/0216.md；外部网址写全 https://
        """),
    MessageCase(
      "path out of the site", "link/path", files: replyBody("[办法](../../../a.md)。"),
      says: """
        错误 content/replies/0216.md:12:6：链接“../../../a.md”不是站点里的相对路径
          办法：写相对于本文件的路径，例如 ../jianyi-2024/0216.md；外部网址写全 https://
        """),
    MessageCase(
      "former address out of the column", "page/former-address", files: replyHead("旧网址: ../a.html"),
      says: """
        错误 content/replies/0216.md:4:6 “旧网址”：旧网址“../a.html”不能用
          办法：写专栏目录下的路径，以 .html 结尾，例如 old/2023/0216.html
        """),
    MessageCase(
      "long former address", "page/former-address",
      files: replyHead("旧网址: \(String(repeating: "a", count: 300)).html"),
      says: """
        错误 content/replies/0216.md:4:6 “旧网址”：旧网址“aaa….html”不能用
          办法：写专栏目录下的路径，以 .html 结尾，例如 old/2023/0216.html
        """),
    MessageCase(
      "former address in a page", "page/address-collision", files: replyHead("旧网址: shuoming.html/old.html"),
      says: """
        错误 content/replies/0216.md：网址 shuoming.html/old.html 与另一页的 shuoming.html 不能并存：一个名称不能既是页面又是文件夹
          办法：改正编号、代码、文件名或旧网址，使两页的网址不同（只有大小写不同也不行）
        """),
    MessageCase(
      "former address taken", "page/address-collision", files: replyHead("旧网址: index.html"),
      says: """
        错误 content/replies/0216.md：网址 index.html 已经由另一页使用
          办法：改正编号、代码、文件名或旧网址，使两页的网址不同（只有大小写不同也不行）
        """),
    MessageCase(
      "two pages with one address", "page/address-collision",
      files: ["content/reports/2024.md": standardReport, "content/reports/a/2024.md": standardReport],
      says: """
        错误 content/reports/a/2024.md：网址 zongjie/2024.html 已经由另一页使用（content/reports/2024.md）
          办法：改正编号、代码、文件名或旧网址，使两页的网址不同（只有大小写不同也不行）
        """),
    MessageCase(
      "numbers that differ in capitals only", "page/address-collision",
      files: rows(["编号": "a1"], ["编号": "A1"]) + [
        replyFile: nil, "content/replies/1.md": "---\n编号: a1\n---\n正文。\n",
        "content/replies/2.md": "---\n编号: A1\n---\n正文。\n",
      ],
      says: """
        错误 content/records/2024.csv 第 2 行“编号”：网址 jianyi/sheng-14-2/a1.html 已经由另一页使用（content/records/2024.csv 第 3 行“编号”）
          办法：改正编号、代码、文件名或旧网址，使两页的网址不同（只有大小写不同也不行）
        """),
  ]

  static let templates: [MessageCase] = [
    MessageCase(
      "unknown name", "template/unknown-name",
      files: ["templates/404.html": "{% extends \"base.html\" %}\n{% block 正文 %}{{ 站点.名秤 }}{% endblock %}"],
      says: """
        错误 templates/404.html:2:21：没有字段“名秤”
            {% block 正文 %}{{ 站点.名秤 }}{% endblock %}
                                    ^
          办法：是不是“名称”？
        """),
    MessageCase(
      "unknown name in an included file", "template/unknown-name",
      files: ["templates/partials/breadcrumb.html": "<p>{{ 页面.级数 }}</p>"],
      says: """
        错误 templates/partials/breadcrumb.html:1:10：没有字段“级数”
            <p>{{ 页面.级数 }}</p>
                       ^
          经由 templates/home.html:1:4
          经由 templates/base.html:20:5
          办法：是不是“级别”？
        """),
    MessageCase(
      "unknown filter", "template/unknown-name", files: ["templates/404.html": "{{ 站点.名称|大写 }}"],
      says: """
        错误 templates/404.html:1:10：没有过滤器“大写”
            {{ 站点.名称|大写 }}
                         ^
        """),
    MessageCase(
      "missing template", "template/missing-file", files: ["templates/404.html": nil],
      says: """
        错误 templates/404.html：缺少这个页面模板
          办法：每一种页面都要有自己的模板；请恢复这个文件
        """),
    MessageCase(
      "no templates", "file/missing",
      run: { site in
        try site.remove("templates")
        return site.build()
      },
      says: """
        错误 templates：没有页面模板
          办法：从 Fuwen 自带的示例里取来 templates/ 文件夹，放在 content/ 旁边
        """),
    MessageCase(
      "missing parent", "template/missing-file", files: ["templates/404.html": "{% extends \"bace.html\" %}"],
      says: """
        错误 templates/404.html:1:4：没有模板“bace.html”
            {% extends "bace.html" %}
               ^
          办法：是不是“base.html”？
        """
    ),
    MessageCase(
      "unclosed block", "template/syntax", files: ["templates/404.html": "{% if 站点.名称 %}甲"],
      says: """
        错误 templates/404.html:1:4：{% if %} 没有结束
            {% if 站点.名称 %}甲
               ^
          办法：在后面写 {% endif %}
        """),
    MessageCase(
      "full-width sign", "template/syntax", files: ["templates/404.html": "{{ 站点.名称｜trim }}"],
      says: """
        错误 templates/404.html:1:9：这里不能写“｜”
            {{ 站点.名称｜trim }}
                        ^
          办法：标签里的符号用半角，写作 |
        """),
    MessageCase(
      "what Jinja has and ours has not", "template/unsupported", files: ["templates/404.html": "{{ 导航[1:3] }}"],
      says: """
        错误 templates/404.html:1:8：没有切片
            {{ 导航[1:3] }}
                     ^
          办法：前几项用 |batch(几)|first，文字用 |摘要 或 |truncate
        """),
    MessageCase(
      "text for a number", "template/value", files: ["templates/404.html": "{{ 站点.名称|abs }}"],
      says: """
        错误 templates/404.html:1:10：abs 要数，不是文字
            {{ 站点.名称|abs }}
                         ^
          办法：文字先用 |int 变成整数
        """),
    MessageCase(
      "includes itself", "template/limit", files: ["templates/404.html": "{% include \"404.html\" %}"],
      says: """
        错误 templates/404.html:1:4：模板“404.html”引入了它自己
            {% include "404.html" %}
               ^
        """),
    MessageCase(
      "unescaped output", "template/safe", status: 0, files: ["templates/404.html": "{{ 站点.名称|safe }}"],
      run: { $0.check() },
      says: """
        警告 templates/404.html:1:10：这里用了 safe，内容不经转义直接成为网页代码
          办法：确认内容不来自台账或复文；不需要时删去 | safe
        """),
  ]
}
