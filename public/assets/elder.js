// 大字版的选择，翻页以后还在。没有脚本时，开关只管眼前这一页。
(function () {
  "use strict";
  var box = document.getElementById("elder");
  try { box.checked = localStorage.getItem("fuwen-elder") === "1"; } catch (error) { return; }
  box.addEventListener("change", function () {
    try { localStorage.setItem("fuwen-elder", box.checked ? "1" : "0"); } catch (error) { /* 记不住也能用 */ }
  });
})();
