extension MessageCase {
  static let records: [MessageCase] = [
    MessageCase(
      "sessions of two places", "record/session-place",
      files: rows(
        ["届次": "市七届人大四次会议"], ["届次": "甲城市七届人大四次会议", "编号": "0217", "公开日期": ""],
        ["届次": "乙丘市第七届人民代表大会第四次会议", "编号": "0217", "公开日期": ""]),
      says: """
        错误 content/records/2024.csv 第 4 行“届次”：“乙丘市第七届人民代表大会第四次会议”和“甲城市七届人大四次会议”（content/records/2024.csv 第 3 行）级别、届、次都相同，会被当作同一次会议
          办法：地名写错的改正；确是两个地方的，各建一个站点，再用“汇总”放在一起
        """),
    MessageCase(
      "units that read alike", "record/unit-code",
      files: [settingsFile: LittleSite.settings.replacing(#/承办单位:\n(  .*\n)+/#, with: "")]
        + rows(["承办单位": "长安镇人民政府"], ["承办单位": "常安镇人民政府", "编号": "0217", "公开日期": ""]),
      says: """
        错误 content/records/2024.csv 第 3 行“承办单位”：承办单位“常安镇人民政府”和“长安镇人民政府”读音相同，网址代码都是“changanzhenrenminzhengfu”
          办法：在 site.yaml 的“承办单位”里写明各单位的名称和代码
        """),
    MessageCase(
      "footer of a ledger", "record/no-record", files: [ledgerFile: ledger([[:]]) + "填表人：钱乙,,审核人：孙丙,2024-06-01\n"],
      says: """
        错误 content/records/2024.csv 第 3 行：这一行不像一件建议提案：缺少“届次”“标题”“承办单位”“承办方式”
          办法：是说明、签名或分组标题的，从台账中删去这一行；是办理件的，补全这些栏
        """),
    MessageCase(
      "proposal at a people's congress", "record/session-kind", files: rows(["类型": "提案"]),
      says: """
        错误 content/records/2024.csv 第 2 行“届次”：类型是提案，届次写的却是人大的“省十四届人大二次会议”
          办法：核对“类型”和“届次”，改正写错的一栏
        """),
    MessageCase(
      "missing title", "record/missing", files: rows(["标题": ""]),
      says: """
        错误 content/records/2024.csv 第 2 行“标题”：缺少“标题”
          办法：在这一行的“标题”栏填写
        """),
    MessageCase(
      "title of line breaks", "record/missing", files: rows(["标题": "\u{2028}\u{2029}"]),
      says: """
        错误 content/records/2024.csv 第 2 行“标题”：“标题”里只有换行
          办法：在这一行的“标题”栏填写
        """),
    MessageCase(
      "no year", "record/missing", files: rows(["年份": "", "交办日期": "", "答复日期": ""]),
      says: """
        错误 content/records/2024.csv 第 2 行“年份”：缺少“年份”，也没有“交办日期”可推算
          办法：填写年份，例如 2024
        """),
    MessageCase(
      "unknown kind", "record/choice", files: rows(["类型": "意见"]),
      says: """
        错误 content/records/2024.csv 第 2 行“类型”：不认识的类型“意见”
          办法：可以写：建议、提案、议案转建议
        """),
    MessageCase(
      "unknown disclosure", "record/choice", files: rows(["公开方式": "公开"]),
      says: """
        错误 content/records/2024.csv 第 2 行“公开方式”：不认识的公开方式“公开”
          办法：可以写：主动公开、依申请公开、不予公开
        """),
    MessageCase(
      "neither yes nor no", "record/choice", files: rows(["连续多年": "三年"]),
      says: """
        错误 content/records/2024.csv 第 2 行“连续多年”：“连续多年”只能是“是”或“否”，这里是“三年”
          办法：改为“是”或“否”，或留空
        """),
    MessageCase(
      "unknown unit", "record/unit", files: rows(["承办单位": "示例省教育局"]),
      says: """
        错误 content/records/2024.csv 第 2 行“承办单位”：不认识的承办单位“示例省教育局”
          办法：是不是“示例省教育厅”？可以写：省教育厅、示例省教育厅、示例省水利厅；没有写错的，在 site.yaml 的“承办单位”里补上它，或补作别名
        """),
    MessageCase(
      "unknown unit that resembles none", "record/unit", files: rows(["承办单位": "国家统计局"]),
      says: """
        错误 content/records/2024.csv 第 2 行“承办单位”：不认识的承办单位“国家统计局”
          办法：可以写：省教育厅、示例省教育厅、示例省水利厅；没有写错的，在 site.yaml 的“承办单位”里补上它，或补作别名
        """),
    MessageCase(
      "name out of use", "record/unit-name", status: 0,
      files: settingsWith("[省教育厅]", "[{名称: 示例省教育委员会, 止: 2018-12-31}]") + rows(["承办单位": "示例省教育委员会"]),
      says: """
        警告 content/records/2024.csv 第 2 行“承办单位”：2024-02-20 时“示例省教育委员会”这个名称不在使用期内
          办法：当时的名称可能是“示例省教育厅”
        """),
    MessageCase(
      "unknown role", "record/role", files: rows(["承办方式": "主力"]),
      says: """
        错误 content/records/2024.csv 第 2 行“承办方式”：不认识的承办方式“主力”
          办法：是不是“主办”？可以写：单独办理、主办、分办、会办、参阅；本地的叫法在 site.yaml 的“承办方式”里写明
        """),
    MessageCase(
      "unknown role that resembles none", "record/role", files: rows(["承办方式": "负责"]),
      says: """
        错误 content/records/2024.csv 第 2 行“承办方式”：不认识的承办方式“负责”
          办法：可以写：单独办理、主办、分办、会办、参阅；本地的叫法在 site.yaml 的“承办方式”里写明
        """),
    MessageCase(
      "unknown class", "record/class", files: rows(["答复类别": "E"]),
      says: """
        错误 content/records/2024.csv 第 2 行“答复类别”：不认识的答复类别“E”
          办法：可以写：A、已解决或基本解决、B、正在解决或列入规划逐步解决、C、待以后解决、D、留作参考
        """),
    MessageCase(
      "no scheme in force", "record/class",
      files: settingsWith("截至日期", "答复类别: [{方案: 新, 年份: 2025-, 类别: [{代码: A}]}]\n截至日期"),
      says: """
        错误 content/records/2024.csv 第 2 行“答复类别”：site.yaml 里没有适用于2024年建议的答复类别方案
          办法：在“答复类别”里补上
        """),
    MessageCase(
      "impossible date", "record/date", files: rows(["答复日期": "2024-02-30"]),
      says: """
        错误 content/records/2024.csv 第 2 行“答复日期”：“2024-02-30”不是日期，或者没有这一天
          办法：写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日
        """),
    MessageCase(
      "date that is none", "record/date", files: rows(["交办日期": "二月"]),
      says: """
        错误 content/records/2024.csv 第 2 行“交办日期”：“二月”不是日期，或者没有这一天
          办法：写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日
        """),
    MessageCase(
      "reply before assignment", "record/date-order", files: rows(["答复日期": "2024-01-20"]),
      says: """
        错误 content/records/2024.csv 第 2 行“答复日期”：答复日期（2024-01-20）早于交办日期（2024-02-20）
          办法：核对两个日期，改正写错的一个
        """),
    MessageCase(
      "published before reply", "record/date-order", files: rows(["公开日期": "2024-05-01"]),
      says: """
        错误 content/records/2024.csv 第 2 行“公开日期”：公开日期（2024-05-01）早于答复日期（2024-05-20）
          办法：核对两个日期，改正写错的一个
        """),
    MessageCase(
      "due before assignment", "record/date-order", files: rows(["办理时限": "2024-01-01"]),
      says: """
        错误 content/records/2024.csv 第 2 行“办理时限”：办理时限（2024-01-01）早于交办日期（2024-02-20）
          办法：核对两个日期，改正写错的一个
        """),
    MessageCase(
      "number in words", "record/number", files: rows(["联名人数": "十来人"]),
      says: """
        错误 content/records/2024.csv 第 2 行“联名人数”：“十来人”不是整数
          办法：只写数字，例如 12
        """),
    MessageCase(
      "year out of range", "record/year", files: rows(["年份": "24"]),
      says: """
        错误 content/records/2024.csv 第 2 行“年份”：年份“24”不对
          办法：写四位年份，例如 2024
        """),
    MessageCase(
      "number with path", "record/proposal-number", files: rows(["编号": "../../etc"]),
      says: """
        错误 content/records/2024.csv 第 2 行“编号”：编号“../../etc”里有不能用的字符
          办法：编号会成为网址的一部分，只能用数字、字母和中间的连字符，例如 0487
        """),
    MessageCase(
      "unreadable session", "record/session", files: rows(["届次": "上次会议"]),
      says: """
        错误 content/records/2024.csv 第 2 行“届次”：看不懂的届次“上次会议”
          办法：写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议
        """),
    MessageCase(
      "session beyond all counting", "record/session", files: rows(["届次": "省999999999999999999届人大二次会议"]),
      says: """
        错误 content/records/2024.csv 第 2 行“届次”：看不懂的届次“省999999999999999999届人大二次会议”
          办法：写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议
        """),
    MessageCase(
      "count beyond all counting", "record/number", files: rows(["采纳条数": "9223372036854775807"]),
      says: """
        错误 content/records/2024.csv 第 2 行“采纳条数”：“9223372036854775807”不会是这里的数
          办法：只写数字，例如 12
        """),
    MessageCase(
      "duplicate row", "record/duplicate", files: rows([:], [:]),
      says: """
        错误 content/records/2024.csv 第 3 行“编号”：省十四届人大二次会议建议第0216号（示例省教育厅）在台账里有两行，另一行在 content/records/2024.csv 第 2 行
          办法：删去重复的一行；分办件每个承办单位各占一行
        """),
    MessageCase(
      "copied ledger", "ledger/copied",
      files: [ledgerFile: ledger(numbered), "content/records/2024 - 副本.csv": ledger(numbered)],
      says: """
        错误 content/records/2024.csv：这个文件有 5 行在 content/records/2024 - 副本.csv 里也有，像是它的副本
          办法：只留一个文件，另一个移出 content/records；两个都要的，删去重复的行
        """),
    MessageCase(
      "units in one cell", "record/units", files: rows(["承办单位": "示例省教育厅、示例省水利厅"]),
      says: """
        错误 content/records/2024.csv 第 2 行“承办单位”：一格里写了几个单位：“示例省教育厅、示例省水利厅”
          办法：分给几个单位办理的，一个单位一行，每行承办方式写“分办”；会办的单位写在“会办单位”栏
        """),
    MessageCase(
      "zeros lost", "record/zeros", files: rows([:], ["编号": "216", "承办单位": "示例省水利厅", "承办方式": "会办"]),
      says: """
        错误 content/records/2024.csv 第 3 行“编号”：“216”和“0216”（content/records/2024.csv 第 2 行）只差开头的零，会被当作两件
          办法：同一件的编号写得一样；Excel 会去掉开头的零，请把这一列设成文本格式，再补上零
        """),
    MessageCase(
      "rows disagree", "record/disagreement", files: rows([:], ["承办单位": "示例省水利厅", "标题": "另一个标题"]),
      says: """
        错误 content/records/2024.csv 第 3 行“标题”：同一件（第0216号）的两行“标题”不一致，另一行在 content/records/2024.csv 第 2 行“标题”
          办法：同一件的各行，“标题”要写得一样
        """),
    MessageCase(
      "two topics with one code", "record/topic-code", files: rows(["主题": "水利、水力"]),
      says: """
        错误 content/records/2024.csv 第 2 行“主题”：主题“水力”的网址代码“shuili”与“水利”的相同
          办法：在 site.yaml 的“主题”里给它另写一个代码，例如 水力: zhuti-1
        """),
    MessageCase(
      "topic without letters", "record/topic-code", files: rows(["主题": "……"]),
      says: """
        错误 content/records/2024.csv 第 2 行“主题”：主题“……”里没有文字，定不出网址代码
          办法：在 site.yaml 的“主题”里给它另写一个代码，例如 ……: zhuti-1
        """),
    MessageCase(
      "several mistakes in a row", "record/session", "record/unit", "record/date",
      files: rows(["届次": "上次会议", "承办单位": "示例省教育局", "答复日期": "2024-02-30"]),
      says: """
        错误 content/records/2024.csv 第 2 行“届次”：看不懂的届次“上次会议”
          办法：写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议
        错误 content/records/2024.csv 第 2 行“承办单位”：不认识的承办单位“示例省教育局”
          办法：是不是“示例省教育厅”？可以写：省教育厅、示例省教育厅、示例省水利厅；没有写错的，在 site.yaml 的“承办单位”里补上它，或补作别名
        错误 content/records/2024.csv 第 2 行“答复日期”：“2024-02-30”不是日期，或者没有这一天
          办法：写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日
        """),
    MessageCase(
      "mistake in a record of a list", "record/date",
      files: [
        ledgerFile: nil,
        "content/records/a.yaml": """
        - {类型: 建议, 届次: 省十四届人大二次会议, 年份: 2024, 编号: "0216", 标题: 甲, 承办单位: 省教育厅, 承办方式: 主办,
           答复日期: 2024-02-30}

        """,
      ],
      says: """
        错误 content/records/a.yaml:2:10 第 1 条“答复日期”：“2024-02-30”不是日期，或者没有这一天
          办法：写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日
        """),
  ]
}

private let numbered = ["0216", "0217", "0218", "0219", "0220"].map { ["编号": $0, "答复日期": "", "公开方式": ""] }
