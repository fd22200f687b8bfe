extension MessageCase {
  static let settings: [MessageCase] = [
    MessageCase(
      "name of two units", "site/unit-alias", files: settingsWith("代码: slt}", "代码: slt, 别名: [省教育厅]}"),
      says: """
        错误 content/site.yaml:10:32 “别名”：“省教育厅”同时是“示例省水利厅”和“示例省教育厅”的名称
          办法：从一处删去它；先后属于两个单位的，写明各自的起止日期：{名称: 省教育厅, 起: 2019-01-01, 止: 2023-12-31}
        """),
    MessageCase(
      "code of no site", "site/code", status: 0, files: settingsWith("9900000001", "990000001"),
      says: """
        警告 content/site.yaml:3:8 “网站标识码”：网站标识码“990000001”不是十位数字，也不是 bm 加八位数字
          办法：核对全国政府网站信息报送系统里的标识码；开头有零的，加半角引号
        """),
    MessageCase(
      "unit twice", "site/unit-name", files: settingsWith("示例省水利厅", "示例省教育厅"),
      says: """
        错误 content/site.yaml:10:5 “承办单位”：“示例省教育厅”与第 9 行的单位同名
          办法：两处写成一项，以前的名称写在“别名”里
        """),
    MessageCase(
      "two schemes for one year", "site/scheme-overlap", status: 0,
      files: settingsWith(
        "截至日期",
        "答复类别: [{方案: 甲, 年份: -2024, 类别: [{代码: A}]}, {方案: 乙, 类型: 建议, 类别: [{代码: A}]}]\n截至日期"),
      says: """
        警告 content/site.yaml:11:43 “答复类别”：方案“乙”和“甲”有同一年同一类的件，那里用的是前一套
          办法：用“年份”和“类型”把两套方案分开
        """),
    MessageCase(
      "day of another year", "site/calendar-year",
      files: settingsWith("截至日期", "工作日历: [{年份: 2025, 节假日: [2024-01-01]}]\n截至日期"),
      says: """
        错误 content/site.yaml:11:25 “节假日”：2024-01-01 不在2025年
          办法：写到它那一年的“工作日历”里，或改正年份
        """),
    MessageCase(
      "calendar without a year", "key/missing",
      files: settingsWith("截至日期", "工作日历: [{节假日: [2024-01-01]}]\n截至日期"),
      says: """
        错误 content/site.yaml:11:8 “年份”：缺少“年份”
          办法：请补上：年份: 内容
        """),
    MessageCase(
      "blank host", "key/missing", files: settingsWith("主办单位: 示例省人民政府办公厅", "主办单位: \" \""),
      says: """
        错误 content/site.yaml:7:7 “主办单位”：缺少“主办单位”
          办法：请补上：主办单位: 内容
        """),
    MessageCase(
      "no keyword", "key/missing", files: settingsWith("[建议, 提案, 办理结果]", "[]"),
      says: """
        错误 content/site.yaml:6:8 “专栏关键词”：缺少“专栏关键词”
          办法：请补上：专栏关键词: 内容
        """),
    MessageCase(
      "no settings", "site/missing", files: [settingsFile: nil],
      says: """
        错误 content/site.yaml：这里没有站点：找不到专栏设置
          办法：在站点文件夹（里面有 content/ 和 templates/）中运行，或用 --site 指明它在哪里
        """),
    MessageCase(
      "empty settings", "site/empty", files: [settingsFile: "# 以后再填\n"],
      says: """
        错误 content/site.yaml：专栏设置是空的
          办法：写明站点名称、网址、网站标识码、专栏名称、专栏说明、专栏关键词、主办单位
        """),
    MessageCase(
      "unknown key", "key/missing", "key/unknown", files: settingsWith("主办单位", "主办单未"),
      says: """
        错误 content/site.yaml:1:1 “主办单位”：缺少“主办单位”
          办法：请补上：主办单位: 内容
        错误 content/site.yaml:7:1：不认识的键“主办单未”
          办法：是不是要写“主办单位”？
        """),
    MessageCase(
      "unknown key of a unit", "key/unknown", files: settingsWith("别名", "又名"),
      says: """
        错误 content/site.yaml:9:27：不认识的键“又名”
          办法：是不是要写“别名”？
        """),
    MessageCase(
      "missing key", "key/missing", files: settingsWith("站点名称: 示例省人民政府\n", ""),
      says: """
        错误 content/site.yaml:1:1 “站点名称”：缺少“站点名称”
          办法：请补上：站点名称: 内容
        """),
    MessageCase(
      "key without value", "key/missing", files: settingsWith("专栏名称: 办理结果公开", "专栏名称:"),
      says: """
        错误 content/site.yaml:4:6 “专栏名称”：缺少“专栏名称”
          办法：请补上：专栏名称: 内容
        """),
    MessageCase(
      "duplicate key", "key/duplicate", files: settingsWith("主办单位", "专栏名称"),
      says: """
        错误 content/site.yaml:7:1：键“专栏名称”重复：第 4 行第 1 列已经有了
          办法：请删去一个，或把两处合并
        """),
    MessageCase(
      "bad address", "site/address", files: settingsWith("https://www.example.gov.cn/zwgk/jyta/", "www.example.gov.cn"),
      says: """
        错误 content/site.yaml:2:5 “网址”：“网址”不是完整的网址
          办法：写成 https://www.example.gov.cn/zwgk/jyta/ 的样子
        """),
    MessageCase(
      "bad choice", "value/choice", files: settingsWith("截至日期", "提出人显示: 姓名\n截至日期"),
      says: """
        错误 content/site.yaml:11:8 “提出人显示”：不认识的提出人显示“姓名”
          办法：是不是“全名”？可以写：全名、姓氏、隐藏
        """),
    MessageCase(
      "bad truth", "value/type", files: settingsWith("截至日期", "公开未公开件标题: 不\n截至日期"),
      says: """
        错误 content/site.yaml:11:11 “公开未公开件标题”：“公开未公开件标题”应是“是”或“否”，这里却是文字“不”
        """),
    MessageCase(
      "bad date", "value/type", files: settingsWith("2024-12-31", "2024-13-31"),
      says: """
        错误 content/site.yaml:11:7 “截至日期”：“截至日期”应是日期，例如 2024-05-20，这里却是文字“2024-13-31”
        """),
    MessageCase(
      "list for text", "value/type", files: settingsWith("办理结果公开", "[办理, 公开]"),
      says: """
        错误 content/site.yaml:4:7 “专栏名称”：“专栏名称”应是文字，这里却是列表
        """),
    MessageCase(
      "two units with one code", "site/unit-code", files: settingsWith("代码: slt", "代码: jyt"),
      says: """
        错误 content/site.yaml:10:5 “承办单位”：“示例省水利厅”的代码“jyt”与第 9 行的单位相同
          办法：另定一个代码
        """),
    MessageCase(
      "two declared topics with one code", "site/topic-code",
      files: settingsWith("截至日期", "主题: {水利: shuili, 水力: shuili}\n截至日期"),
      says: """
        错误 content/site.yaml:11:22 “水力”：主题“水力”的网址代码“shuili”与“水利”的相同
          办法：另定一个代码
        """),
    MessageCase(
      "two classes with one code", "site/class-code",
      files: settingsWith("截至日期", "答复类别: [{方案: 甲, 类别: [{代码: A}, {代码: B}, {代码: A}]}]\n截至日期"),
      says: """
        错误 content/site.yaml:11:39 “类别”：方案“甲”里有两个类别的代码是“A”
          办法：删去一个，或另定代码
        """),
    MessageCase(
      "two classes with one address", "site/class-code",
      files: settingsWith("截至日期", "答复类别: [{方案: 甲, 类别: [{代码: A}, {代码: 甲}, {代码: \"2\"}]}]\n截至日期"),
      says: """
        错误 content/site.yaml:11:8 “答复类别”：方案“甲”里“甲”和“2”在网址里都是“2”
          办法：字母、数字以外的代码按次序编号；给其中一个另定代码
        """),
    MessageCase(
      "half a range of years", "value/type",
      files: settingsWith("截至日期", "答复类别:\n  - {方案: 甲, 年份: 2021-2022年, 类别: [{代码: A}]}\n截至日期"),
      says: """
        错误 content/site.yaml:12:17 “年份”：“年份”应是年份，例如 2023、2021-2022、2023-（起）、-2022（止），这里却是文字“2021-2022年”
        """),
    MessageCase(
      "capitals in a code", "value/type", files: settingsWith("代码: slt", "代码: SLT"),
      says: """
        错误 content/site.yaml:10:22 “代码”：“代码”应是小写字母、数字和连字符（会用在网址里，例如 jyt），这里却是文字“SLT”
        """),
    MessageCase(
      "role that is none", "value/choice", files: settingsWith("截至日期", "承办方式: {协办: 会班}\n截至日期"),
      says: """
        错误 content/site.yaml:11:12 “协办”：不认识的承办方式“会班”
          办法：是不是“会办”？可以写：单独办理、主办、分办、会办、参阅
        """),
    MessageCase(
      "years that are none", "value/type",
      files: settingsWith("截至日期", "答复类别:\n  - {方案: 甲, 年份: 去年, 类别: [{代码: A}]}\n截至日期"),
      says: """
        错误 content/site.yaml:12:17 “年份”：“年份”应是年份，例如 2023、2021-2022、2023-（起）、-2022（止），这里却是文字“去年”
        """),
    MessageCase(
      "redirect to no page", "page/redirect-target",
      files: settingsWith("截至日期", "旧网址: {old/a.html: shuoming.htm}\n截至日期"),
      says: """
        错误 content/site.yaml “旧网址”：旧网址“old/a.html”要转到的“shuoming.htm”不是本专栏的页面
          办法：是不是“shuoming.html”？
        """),
    MessageCase(
      "redirect out of the column", "page/former-address",
      files: settingsWith("截至日期", "旧网址: {../old/a.html: shuoming.html}\n截至日期"),
      says: """
        错误 content/site.yaml:11:22 “../old/a.html”：旧网址“../old/a.html”不能用
          办法：写专栏目录下的路径，以 .html 结尾，例如 old/2023/0216.html
        """),
  ]

  static let yaml: [MessageCase] = [
    MessageCase(
      "full-width colon", "yaml/full-width-colon", files: settingsWith("网站标识码: ", "网站标识码："),
      says: """
        错误 content/site.yaml:3:6：键“网站标识码”后面是全角冒号“：”，要用半角冒号
          办法：请写成“网站标识码: 内容”：半角冒号，后面空一格
        """),
    MessageCase(
      "colon without blank", "yaml/missing-blank", files: settingsWith("专栏名称: ", "专栏名称:"),
      says: """
        错误 content/site.yaml:4:5：键“专栏名称”的冒号后面缺少空格
          办法：请写成“专栏名称: 内容”：半角冒号，后面空一格
        """),
    MessageCase(
      "dash without blank", "yaml/missing-blank", files: settingsWith(" [建议, 提案, 办理结果]", "\n  - -建议"),
      says: """
        错误 content/site.yaml:7:5：列表项的“-”后面缺少空格
          办法：请写成“- 内容”；内容本身以“-”开头时，请加半角引号
        """),
    MessageCase(
      "tab", "yaml/tab", files: settingsWith("  - {名称: 示例省教育厅", "\t- {名称: 示例省教育厅"),
      says: """
        错误 content/site.yaml:9:1：缩进用了制表符（Tab），这里只能用空格
          办法：请把行首的制表符换成空格，同一层的行左对齐
        """),
    MessageCase(
      "full-width blank", "yaml/full-width-blank", files: settingsWith("  - {名称: 示例省教育厅", "　- {名称: 示例省教育厅"),
      says: """
        错误 content/site.yaml:9:1：缩进用了全角空格或不间断空格，这里只能用半角空格
          办法：请把行首的空格换成半角空格，同一层的行左对齐
        """),
    MessageCase(
      "full-width quotes", "yaml/full-width-quote", files: settingsWith("公开建议提案的办理结果。", "“公开: 办理结果”。"),
      says: """
        错误 content/site.yaml:5:7：全角引号不起引号的作用，内容里的特殊符号没有被引住
          办法：请在整个内容外面再加一对半角单引号，例如：标题: '“两山”转化: 建议'
        """),
    MessageCase(
      "unclosed bracket", "yaml/syntax", files: settingsWith("办理结果]", "办理结果"),
      says: """
        错误 content/site.yaml:6:8：方括号“[”没有配对的“]”，或列表项之间缺少半角逗号
          办法：请写成：[甲, 乙]；内容以“[”开头时，请加半角引号
        """),
    MessageCase(
      "character that YAML refuses", "yaml/control-character", files: settingsWith("办理结果公开", "办理\u{FFFE}公开"),
      says: """
        错误 content/site.yaml:4:9：这里有一个看不见的控制字符（U+FFFE）
          办法：请删去这个字符，或重新输入这一行
        """),
    MessageCase(
      "escaped control character", "yaml/control-character", files: settingsWith("办理结果公开", "\"办理\\x1b公开\""),
      says: """
        错误 content/site.yaml:4:7：这里有一个看不见的控制字符（U+001B）
          办法：请删去反斜杠开头的写法
        """),
    MessageCase(
      "two documents", "yaml/documents", files: settingsWith("承办单位:", "---\n承办单位:"),
      says: """
        错误 content/site.yaml:8:1：一个文件只能有一份 YAML 内容，这里又开始了一份
          办法：请删去这一行的“---”，或拆成两个文件
        """),
    MessageCase(
      "list as key", "yaml/key", files: settingsWith("截至日期", "[甲]: 乙\n截至日期"),
      says: """
        错误 content/site.yaml:11:1：键必须是文字
          办法：内容以 { 或 [ 开头时，请给整个内容加半角引号
        """),
    MessageCase(
      "alias", "yaml/reference", files: settingsWith("办理结果公开", "*a"),
      says: """
        错误 content/site.yaml:4:7：这里不支持 YAML 的锚点、别名和合并（&、*、<<）
          办法：请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号
        """),
    MessageCase(
      "tag", "yaml/tag", files: settingsWith("办理结果公开", "!a 甲"),
      says: """
        错误 content/site.yaml:4:7：这里不支持 YAML 的类型标记（!）
          办法：请删去标记；内容以 ! 开头时，请加半角引号
        """),
    MessageCase(
      "brackets without end", "yaml/too-deep", files: settingsWith("办理结果公开", String(repeating: "[", count: 70)),
      says: """
        错误 content/site.yaml:4:70：内容套得太深，超过 64 层
          办法：请检查缩进和括号
        """),
  ]
}
