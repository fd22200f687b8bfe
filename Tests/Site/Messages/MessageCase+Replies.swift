extension MessageCase {
  static let replies: [MessageCase] = [
    MessageCase(
      "letter of another day than its row", "reply/disagreement", status: 0,
      files: rows(["答复日期": "2024-05-10", "发文字号": "示教函〔2024〕1号"])
        + replyHead("答复日期: 2024-05-11\n发文字号: 示教函〔2024〕1号"),
      says: """
        警告 content/replies/0216.md “答复日期”：复文写的答复日期是2024-05-11，台账写的是2024-05-10（content/records/2024.csv 第 2 行“答复日期”），两处不同
          办法：核对以后，改正写错的一处
        """),
    MessageCase(
      "letter of another class than its row", "reply/disagreement", status: 0,
      files: rows(["答复类别": "B"])
        + [
          "content/replies/again.md": """
          ---
          编号: "0216"
          答复序次: 再次
          答复日期: 2024-08-01
          公开日期: 2024-08-10
          答复类别: A
          ---
          已经解决。
          """
        ],
      says: """
        警告 content/replies/again.md “答复类别”：复文写的答复类别是A，台账写的是B（content/records/2024.csv 第 2 行“答复类别”），两处不同
          办法：件数按台账计算，台账应写最近一次答复的类别；改正写错的一处
        """),
    MessageCase(
      "supplement that is newer than its row's publication", "record/date-order", status: 0,
      files: ["content/replies/more.md": "---\n编号: \"0216\"\n答复序次: 补充\n答复日期: 2024-12-01\n---\n补充如下。"],
      says: """
        警告 content/replies/more.md “答复日期”：公开日期（2024-05-28）早于答复日期（2024-12-01）
          办法：台账的公开日期是首次答复的；在文件头写这份答复自己的“公开日期”
        """),
    MessageCase(
      "second reply before the first", "record/date-order",
      files: ["content/replies/again.md": "---\n编号: \"0216\"\n答复序次: 再次\n答复日期: 2024-03-01\n---\n再次答复如下。"],
      says: """
        错误 content/replies/again.md “答复日期”：再次答复的日期早于首次答复
          办法：核对两份答复的日期和“答复序次”
        """),
    MessageCase(
      "excuse without a reason", "key/missing", files: replyHead("已核: [{规则: 手机号, 内容: \"138\", 理由: \"\"}]"),
      says: """
        错误 content/replies/0216.md:4:31 “理由”：缺少“理由”
          办法：请补上：理由: 内容
        """),
    MessageCase(
      "reply without row", "reply/without-row", files: ["content/replies/0217.md": "正文"],
      says: """
        错误 content/replies/0217.md：台账里没有这份复文对应的行（第0217号）
          办法：核对文件头的编号、届次、类型、承办单位，或在台账里补上这一行；编号相近的有第0216号
        """),
    MessageCase(
      "reply whose number has lost its zero", "reply/without-row", files: ["content/replies/216.md": "正文"],
      says: """
        错误 content/replies/216.md：台账里没有这份复文对应的行（第216号）
          办法：核对文件头的编号、届次、类型、承办单位，或在台账里补上这一行；台账里有第0216号，两处开头的零要写得一样（Excel 把编号当数字存，开头的零就丢了）
        """),
    MessageCase(
      "reply whose number is another session's", "reply/without-row",
      files: ["content/replies/again.md": "---\n编号: \"0216\"\n届次: 省十四届人大一次会议\n---\n正文"],
      says: """
        错误 content/replies/again.md：台账里没有这份复文对应的行（第0216号）
          办法：核对文件头的编号、届次、类型、承办单位，或在台账里补上这一行；台账里的第0216号届次、类型或承办单位不同（content/records/2024.csv 第 2 行）
        """),
    MessageCase(
      "reply of another kind, without number", "reply/without-row", files: [replyFile: "---\n类型: 提案\n---\n正文"],
      says: """
        错误 content/replies/0216.md：台账里没有这份复文对应的行（第0216号）
          办法：核对文件头的编号、届次、类型、承办单位，或在台账里补上这一行；台账里的第0216号届次、类型或承办单位不同（content/records/2024.csv 第 2 行）
        """),
    MessageCase(
      "row without reply", "reply/missing", files: [replyFile: nil],
      says: """
        错误 content/records/2024.csv 第 2 行“公开日期”：第0216号（示例省教育厅）主动公开并已到公开日期，却没有复文
          办法：在 content/replies/ 下放入复文，文件头写明“编号: "0216"”，连开头的零也要相同；暂不公开的，清空公开日期
        """),
    MessageCase(
      "two replies for one place", "reply/duplicate", files: ["content/replies/again.md": LittleSite.reply],
      says: """
        错误 content/replies/again.md：这一件的“首次”答复已经有了：content/replies/0216.md
          办法：删去一份；再次、补充答复在文件头写明“答复序次”，几次补充答复写明各自的“答复日期”
        """),
    MessageCase(
      "letter open, row not", "reply/disclosure", status: 0,
      files: rows(["公开方式": "依申请公开", "公开日期": ""]) + replyHead("公开方式: 主动公开"),
      says: """
        警告 content/replies/0216.md “公开方式”：复文写的是主动公开，台账写的是依申请公开（content/records/2024.csv 第 2 行“公开方式”），两处不同，从严处理，不公开
          办法：核对以后，改正写错的一处
        """),
    MessageCase(
      "letter closed, row open", "reply/disclosure", status: 0, files: replyHead("公开方式: 不予公开"),
      says: """
        警告 content/replies/0216.md “公开方式”：复文写的是不予公开，台账写的是主动公开（content/records/2024.csv 第 2 行“公开方式”），两处不同，从严处理，不公开
          办法：核对以后，改正写错的一处
        """),
    MessageCase(
      "further letter without a date", "reply/undated", status: 0,
      files: ["content/replies/d.md": letter("编号: \"0216\"\n答复序次: 再次", "再次的话。")],
      says: """
        警告 content/replies/d.md：这份再次答复没有写日期，按台账里首次答复的公开日期公开
          办法：在文件头写它自己的“答复日期”“公开日期”；还不公开的，写“公开方式: 不予公开”
        """),
    MessageCase(
      "letter of an assisting unit", "reply/assisting", status: 0,
      files: rows([:], ["承办单位": "示例省水利厅", "承办方式": "会办"]) + [
        "content/replies/d.md": letter("编号: \"0216\"\n承办单位: 示例省水利厅", "会办的话。")
      ],
      says: """
        警告 content/replies/d.md：这份复文对应的是会办行（content/records/2024.csv 第 3 行），会办意见交主办单位，不公开
          办法：是主办、分办单位的答复，改正文件头的承办单位或台账的承办方式；是会办意见，移出 content/replies/
        """),
    MessageCase(
      "withdrawal that is yet to come", "reply/withdrawal-ahead", status: 0,
      files: replyHead("撤回: {日期: 2034-06-01, 理由类别: 内容有误}"),
      says: """
        警告 content/replies/0216.md “撤回”：撤回日期（2034-06-01）还没有到，这份答复仍然公开
          办法：现在就撤回的，改正日期；到那天才撤回的，那天再生成一次
        """),
    MessageCase(
      "letter that names a proposal whose own letter is ambiguous", "reply/ambiguous",
      files: rows([:], ["编号": "0217", "标题": "关于学校门口停车难的建议"], ["编号": "0217", "届次": "省十四届人大一次会议", "公开日期": ""])
        .merging([
          replyFile: LittleSite.reply + "\n《关于学校门口停车难的建议》一并答复。\n", "content/replies/0217.md": "正文。",
        ]) { $1 },
      says: """
        错误 content/replies/0217.md：第0217号在台账里不止一行（content/records/2024.csv 第 4 行，content/records/2024.csv 第 3 行）
          办法：在文件头写明届次、类型、承办单位
        """),
    MessageCase(
      "number in two sessions", "reply/ambiguous", files: rows([:], ["届次": "省十四届人大一次会议", "公开日期": ""]),
      says: """
        错误 content/replies/0216.md：第0216号在台账里不止一行（content/records/2024.csv 第 3 行，content/records/2024.csv 第 2 行）
          办法：在文件头写明届次、类型、承办单位
        """),
    MessageCase(
      "row names a file that is not there", "reply/file-missing", files: rows(["复文": "0261"]),
      says: """
        错误 content/records/2024.csv 第 2 行“复文”：台账写明的复文“content/replies/0261.md”不存在，或读不出来
          办法：是不是“content/replies/0216.md”？
        """),
    MessageCase(
      "two rows name one file", "reply/claimed-twice",
      files: rows(["复文": "0216.md"], ["编号": "0217", "复文": "0216.md", "公开日期": ""]),
      says: """
        错误 content/records/2024.csv 第 3 行“复文”：复文“0216.md”已经写在另一行（content/records/2024.csv 第 2 行）
          办法：每一行写自己的复文
        """),
    MessageCase(
      "row and file contradict", "reply/contradiction",
      files: rows(["编号": "0217", "复文": "0216"], ["编号": "0216", "公开日期": ""]),
      says: """
        错误 content/replies/0216.md：文件头写的是第0216号，台账却把它写在另一行（content/records/2024.csv 第 2 行）
          办法：改正文件头的编号、届次、类型或承办单位，或台账的“复文”栏
        """),
    MessageCase(
      "number that cannot be one", "record/proposal-number", files: replyWith("\"0216\"", "../0216"),
      says: """
        错误 content/replies/0216.md:2:5 “编号”：编号“../0216”里有不能用的字符
          办法：编号只能用数字、字母和中间的连字符，例如 "0487"
        """),
    MessageCase(
      "session that is none", "record/session", files: replyHead("届次: 第二次会议"),
      says: """
        错误 content/replies/0216.md:4:5 “届次”：看不懂的届次“第二次会议”
          办法：写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议
        """),
    MessageCase(
      "class of another scheme", "record/class", files: replyHead("答复类别: 甲"),
      says: """
        错误 content/replies/0216.md:4:7 “答复类别”：不认识的答复类别“甲”
          办法：可以写：A、B、C、D
        """),
    MessageCase(
      "second reply published before it was sent", "record/date-order",
      files: [
        "content/replies/again.md":
          "---\n编号: \"0216\"\n答复序次: 再次\n答复日期: 2024-06-20\n公开日期: 2024-06-01\n---\n再次答复。\n"
      ],
      says: """
        错误 content/replies/again.md “公开日期”：公开日期（2024-06-01）早于答复日期（2024-06-20）
          办法：核对两个日期，改正写错的一个
        """),
    MessageCase(
      "missing attachment", "reply/attachment", files: replyHead("附件: 表.pdf"),
      says: """
        错误 content/replies/0216.md:4:5 “附件”：找不到附件“表.pdf”
          办法：把文件放到 content/files/ 下，这里写它在其中的路径
        """),
    MessageCase(
      "attachment with another name", "reply/attachment",
      files: replyHead("附件: 附件1.pdf") + ["content/files/附件01.pdf": "x"],
      says: """
        错误 content/replies/0216.md:4:5 “附件”：找不到附件“附件1.pdf”
          办法：是不是“附件01.pdf”？
        """),
    MessageCase(
      "no text", "text/empty", files: [replyFile: "---\n编号: \"0216\"\n---\n\n"],
      says: """
        错误 content/replies/0216.md：文件里没有正文
          办法：在文件头的“---”之后写正文
        """),
    MessageCase(
      "unknown sequence", "value/choice", files: replyHead("答复序次: 第二次"),
      says: """
        错误 content/replies/0216.md:4:7 “答复序次”：不认识的答复序次“第二次”
          办法：可以写：阶段性、首次、再次、补充
        """),
    MessageCase(
      "correction without date", "key/missing", files: replyHead("更正: [{说明: 改正错字}]"),
      says: """
        错误 content/replies/0216.md:4:6 “日期”：缺少“日期”
          办法：请补上：日期: 内容
        """),
    MessageCase(
      "unknown key of a reply", "key/unknown", files: replyWith("成文日期", "成文时间"),
      says: """
        错误 content/replies/0216.md:4:1：不认识的键“成文时间”
          办法：可用的键：编号、届次、类型、承办单位、标题、主送、署名、成文日期、联系人、联系电话、附件、抄送、答复序次、更正、撤回、解读、已核、旧网址、发文字号、答复日期、答复类别、公开方式、公开日期
        """),
  ]

  static let gate: [MessageCase] = [
    MessageCase(
      "mobile number in a title", "gate/personal-data", files: rows(["标题": "请拨打13800138000"]),
      says: """
        错误 content/records/2024.csv 第 2 行“标题”：拟公开的内容里有手机号“138********”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 手机号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "mobile number in a letter", "gate/personal-data", files: replyBody("电话13800138000。"),
      says: """
        错误 content/replies/0216.md:12:3：拟公开的内容里有手机号“138********”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 手机号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "mobile number split by markup", "gate/personal-data", files: replyBody("电话138&#48;0138000。"),
      says: """
        错误 content/replies/0216.md:6：拟公开的内容里有手机号“138********”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 手机号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "identity card", "gate/personal-data", files: replyBody("身份证11010519491231002X。"),
      says: """
        错误 content/replies/0216.md:12:4：拟公开的内容里有身份证号“110***************”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 身份证号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "bank card", "gate/personal-data", files: replyBody("卡号6222021234567890128。"),
      says: """
        错误 content/replies/0216.md:12:3：拟公开的内容里有银行卡号“622****************”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 银行卡号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "home address", "gate/personal-data", files: replyBody("家住幸福小区5栋2单元301室。"),
      says: """
        错误 content/replies/0216.md:12:1：拟公开的内容里有住址“家住幸************”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 住址, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "secrecy mark", "gate/personal-data", files: replyBody("机密★1年"),
      says: """
        错误 content/replies/0216.md:12:1：拟公开的内容里有密级“机密”
          办法：没有解密的不能公开，请改台账的公开方式；已经解密的，删去标志；确属误报的，在文件头写明：已核: [{规则: 密级, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "letter that says it is not public", "gate/contradiction", files: replyBody("公开方式：依申请公开"),
      says: """
        错误 content/replies/0216.md:12:1：正文注明“公开方式：依申请公开”，而台账写的是主动公开
          办法：查清公开方式，改正台账或正文
        """),
    MessageCase(
      "full name in a letter", "gate/proposer-name", files: replyWith("您提出的", "赵甲代表提出的"),
      says: """
        错误 content/replies/0216.md:6:1：拟公开的内容里写有提出人全名，而 site.yaml 的“提出人显示”不允许
          办法：改称“您”或“某代表”；确可公开的，在文件头写明：已核: [{规则: 提出人, 内容: 照抄原文, 理由: …}]，或把“提出人显示”改为全名
        """),
  ]
}
