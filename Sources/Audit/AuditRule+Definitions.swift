extension AuditRule {
  /// What a rule demands, and of which standard.
  struct Definition {
    let basis: Basis
    let clause: String
    let demand: String
    let advice: String

    init(_ basis: Basis, _ clause: String, _ demand: String, _ advice: String) {
      self.basis = basis
      self.clause = clause
      self.demand = demand
      self.advice = advice
    }
  }

  var definition: Definition {
    switch self {
    case .siteTags:
      Definition(
        .guideline, "网页标签：网站标签", "每页有 SiteName、SiteDomain（不带 http://）、SiteIDCode",
        "填好 site.yaml；改过模板的，恢复 partials/meta.html")
    case .columnTags:
      Definition(
        .guideline, "网页标签：栏目标签", "栏目页和文章页有 ColumnName、ColumnDescription、ColumnKeywords、ColumnType",
        "填好 site.yaml 的专栏名称、说明、关键词；改过模板的，恢复 partials/meta.html")
    case .articleTags:
      Definition(.guideline, "网页标签：内容页标签", "文章页有 ArticleTitle、PubDate、ContentSource", "补全那一件的标题、公开日期、承办单位")
    case .titles:
      Definition(.guideline, "页面内容：标题", "每页有标题，并且正文只有一个一级标题", "改过模板的，检查 title 和 h1")
    case .visibleDates:
      Definition(.guideline, "页面内容：发布时间", "文章页上看得见发布时间；没有注明的视为没有更新", "改过模板的，恢复公开日期那一行")
    case .ownAddress:
      Definition(.guideline, "页面内容：网址", "页面写明的网址（canonical、Url）就是本页的网址", "核对 site.yaml 的网址")
    case .addresses:
      Definition(.guideline, "网址：简短、稳定", "网址只用小写字母、数字和 - _ . /，不超过 120 个字符", "缩短编号、单位代码或文件名")
    case .domain:
      Definition(
        .guideline, "域名：栏目在政府网站域名之下", "site.yaml 的网址是 https，在 .gov.cn 或 .政务 域名之下", "核对 site.yaml 的网址；专栏设在主站的目录里，不另开网站")
    case .footer:
      Definition(
        .guideline, "页面布局：底部功能区", "每页页脚有主办单位、联系方式、网站标识码、ICP备案号、公安备案号、党政机关网站标识、站点地图",
        "填好 site.yaml 的相应各项")
    case .reachable:
      Definition(.guideline, "栏目设置：层级不过多", "从首页起最多点四次，到得了每一个页面", "改过模板的，检查导航和列表")
    case .foreignHosts:
      Definition(.guideline, "链接：离开政府网站", "没有指向非政府网站的链接", "删去，或换成政府网站的网址；确需保留的，写明是外部网站")
    case .weight:
      Definition(.guideline, "页面打开：三秒以内", "每页连同样式、脚本、图片不超过 1 MB（带宽 3 Mbit/s 三秒能传完）", "压缩图片；长的附件改为链接")
    case .print:
      Definition(
        .guideline, "页面内容：可以复制、保存、打印", "样式里有打印的版式（A4），没有禁止选取、复制的代码", "恢复 style.css 的打印一段，删去 user-select: none 之类")
    case .lasting:
      Definition(.guideline, "历史内容：保留，可以访问", "公开过的答复都还在，或者写明了撤回", "见检查结果里的 reply/silent-removal：恢复那份复文，或写“撤回”")

    case .trueDates:
      Definition(
        .index, "单项否决：弄虚作假（伪造发稿日期）", "PubDate 就是台账里的公开日期，格式是 yyyy-MM-dd HH:mm，不晚于截至日期",
        "补全公开日期；改过模板的，恢复 partials/meta.html")
    case .withheldTitles:
      Definition(.index, "单项否决：泄密", "没有公开的件，标题不出现在任何页面", "查明是从哪里写进去的，删去")
    case .privacy:
      Definition(.index, "单项否决：泄密、个人隐私", "页面文字里没有手机号、身份证号、银行卡号、住址、密级", "删去；确属误报的，在文件头写“已核”")
    case .integrity:
      Definition(.index, "单项否决：篡改没有处置", "成品的每个文件与清单 manifest.sha256 和公开历史一致", "运行 fuwen verify，看是哪些文件")
    case .reproducible:
      Definition(.index, "单项否决：弄虚作假", "同样的内容再生成一次，页面一字不差", "改过模板的，检查有没有随时间、次序变化的内容")
    case .deadLinks:
      Definition(.index, "网站可用性：链接、附件、图片可以打开", "站内的链接、附件、图片都在，所指的段落也在", "改正链接，或把附件放进 content/files/")
    case .emptyPages:
      Definition(.index, "单项否决：空白栏目", "没有空白的页面和栏目", "补上内容，或去掉这个栏目")
    case .freshness:
      Definition(.index, "单项否决：栏目不更新", "最近六个月（通知、政策类栏目的期限）以内有新公开的内容", "补充公开；当年的办理还没有结果的，发布工作动态")
    case .years:
      Definition(.index, "单项否决：长期不更新", "台账里有已答复的年份，每一年都有公开的答复", "核对那一年各件的公开方式、公开日期")
    case .search:
      Definition(.index, "网站功能：搜索", "每页都有检索，或者有检索页的入口", "改过模板的，恢复 partials/header.html")
    case .errorReport:
      Definition(
        .index, "网站功能：“我为政府网站找错”", "每页有找错入口，带着本页的网址和网站标识码", "填好 site.yaml 的网站标识码；改过模板的，恢复 partials/footer.html")
    case .slips:
      Definition(.index, "内容准确：错别字、表述", "校对没有发现问题（半角标点、文号写法、没有配对的括号等）", "见检查结果里的 text/…，可以用 fuwen check --fix")
    case .thirdParty:
      Definition(.index, "网站安全：不请求第三方", "页面打开时不向别的网站请求任何内容", "把图片、字体、脚本放进站点")
    case .plainHTTP:
      Definition(.index, "网站安全：HTTPS", "没有 http:// 的链接", "改成 https://")
    case .numericHosts:
      Definition(.index, "网站安全：IPv6 支持", "没有写死的 IPv4 地址", "改成域名")
    case .sitemap:
      Definition(.index, "网站功能：站点地图", "sitemap.xml 列出了每一个有内容的页面", "改过模板的，检查重复的网址")

    case .language:
      Definition(.access, "可理解：语言", "每页写明 lang=\"zh-CN\"", "改过模板的，恢复 base.html")
    case .landmarks:
      Definition(.access, "可操作：跳过重复内容", "每页有 main，正文以前有“跳到正文”", "改过模板的，恢复 base.html")
    case .headings:
      Definition(.access, "可感知：标题次序", "标题一级一级往下，不跳级", "改正那份文字里的标题；改过模板的，检查 h2、h3")
    case .images:
      Definition(.access, "可感知：图片的替代文字", "每张图片有 alt，每个图形有名称", "写 ![说明](图片)；说明不能省")
    case .labels:
      Definition(.access, "可理解：输入框的名称", "每个输入框有 label 或 aria-label", "改过模板的，补上")
    case .tables:
      Definition(.access, "可感知：表格", "每张表有表头或标题", "表的第一行写成表头")
    case .zoom:
      Definition(.access, "可感知：放大", "不禁止放大页面", "改过模板的，恢复 viewport")
    case .largeType:
      Definition(.access, "适老化：大字", "每页有大字版的开关，不用脚本也能用", "改过模板的，恢复 base.html")
    case .withoutScript:
      Definition(.access, "可操作：不靠脚本", "链接和按钮不用脚本也能用（没有 onclick、javascript:）", "改成普通链接")
    case .contrast:
      Definition(.access, "可感知：对比度", "文字与底色的对比度不低于 4.5 : 1", "用浏览器的无障碍检查（axe、Lighthouse）看首页、列表页、答复页，深色、大字各看一次")

    case .repliedInTime:
      Definition(.handling, "代表法、处理办法：三个月，至多六个月", "到期的应答复件都在办理时限（或同意的延期）以内答复", "催办；经同意延期的，填“延期至”")
    case .assistedInTime:
      Definition(.handling, "会办意见：一个月", "会办意见都在时限（没有写的按一个月）以内送达", "催办；送达了的，填“会办意见送达日期”")
    case .contacted:
      Definition(.handling, "办理工作要求：沟通", "已答复的件都与提出人沟通过", "补填“沟通方式”“见面情况”")
    case .decided:
      Definition(.handling, "国办发〔2016〕80号：公开属性，不公开的写理由", "已答复的件都定了公开方式，不公开的都写了理由", "补填“公开方式”“不公开理由”")
    case .disclosedInTime:
      Definition(.handling, "《政府信息公开条例》第二十六条：二十个工作日", "主动公开的件，答复以后二十个工作日以内公开", "尽快公开；已经公开的，核对答复日期和公开日期")
    case .answeredAgain:
      Definition(.handling, "代表法：不满意的重新办理", "不满意的件三个月以内有再次答复", "重新办理，写“答复序次: 再次”")
    case .overview:
      Definition(
        .handling, "国办发〔2014〕46号：公开办理总体情况", "答复过的每一年（截至日期的那一年除外），有公开的工作总结或情况报告", "用 fuwen new report 写一份，公开方式写主动公开")
    case .interpretation:
      Definition(.handling, "粤府办〔2015〕9号等：重要政策的解读", "涉及重要政策的答复，附有解读", "由人判断；有解读的，在复文的文件头写“解读”")

    case .availability:
      Definition(.host, "单项否决：站点无法访问", "网站一直打得开", "在外网连看一周，每天二十次以上，15 秒打不开的不到百分之五")
    case .https:
      Definition(.host, "网站安全：HTTPS、域名", "主机支持 HTTPS，证书有效，域名按规定备案", "用浏览器打开专栏，看证书的域名和有效期；到 beian.miit.gov.cn 查备案")
    case .ipv6:
      Definition(.host, "网站功能：IPv6", "主机支持 IPv6", "在支持 IPv6 的网络里打开；运行 dig AAAA 域名，看有没有地址")
    case .externalLinks:
      Definition(.host, "网站可用性：外部链接", "指向别的网站的链接打得开", "逐个打开下面这些网址，或用网站群平台的死链检查")
    case .interaction:
      Definition(.host, "单项否决：互动回应差", "主站有互动渠道，三个月以内回应", "在主站查看；本专栏不收留言")
    }
  }
}
