import Lint
import Workspace

/// The frame of a page: style, filters and script. Nothing is fetched from anywhere.
struct HTMLPage {
  let language: MessageLanguage

  /// Everything before the first document.
  func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .chinese ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="\(Product.name) \(Product.version)">
    <title>\(title.xmlEscaped)</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <header><h1>\(title.xmlEscaped)</h1>
    <form id="filters" aria-label="\(filters[language])">
    <fieldset><legend>\(severities[language])</legend>\(severityFilters)</fieldset>
    <fieldset id="rules"><legend>\(rules[language])</legend></fieldset>
    <p id="shown" data-text="\(shown[language])"></p>
    </form></header>
    <main>

    """
  }

  /// Everything behind the last document.
  static let foot = "</main>\n<script>\(script)</script>\n</body>\n</html>\n"

  private var severityFilters: String {
    Severity.allCases.reversed().map { severity in
      "<label><input type=\"checkbox\" name=\"severity\" value=\"\(severity.name)\" checked> "
        + "<span class=\"badge \(severity.name)\">\(severity.title[language])</span></label>"
    }.joined(separator: "\n")
  }

  private let filters = LocalizedText("筛选", "Filters")
  private let severities = LocalizedText("级别", "Severity")
  private let rules = LocalizedText("规则", "Rule")
  private let shown = LocalizedText("显示 {shown} 条，共 {all} 条", "{shown} of {all} findings shown")

  private static let style = """

    :root { --error: #b3261e; --warning: #8a5a00; --info: #0b57a4; --hint: #5f6368; }
    * { box-sizing: border-box; }
    body { margin: 0; font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #1f1f1f; background: #f6f7f9; }
    header, main, footer { max-width: 75rem; margin: 0 auto; padding: 1rem 1.5rem; }
    h1 { font-size: 1.5rem; margin: 0 0 .75rem; } h2 { font-size: 1.2rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; }
    form { position: sticky; top: 0; } fieldset { border: 1px solid #c9ccd1; border-radius: 6px; margin: 0 0 .5rem; background: #fff; }
    label { margin-right: 1rem; white-space: nowrap; } #shown { margin: .25rem 0; color: #5f6368; }
    section.document { background: #fff; border: 1px solid #dcdfe4; border-radius: 8px; padding: 0 1.25rem 1rem; margin-bottom: 1.5rem; }
    .badge { display: inline-block; padding: 0 .5em; border-radius: 4px; color: #fff; font-size: .85em; }
    .badge.error { background: var(--error); } .badge.warning { background: var(--warning); } .badge.info { background: var(--info); } .badge.hint { background: var(--hint); }
    .pass { color: #146c2e; font-weight: bold; } .fail { color: var(--error); font-weight: bold; }
    ol.findings { padding: 0; list-style: none; } ol.findings > li { border: 0 solid; border-left-width: 4px; padding: .35rem .75rem; margin-bottom: .5rem; background: #fafbfc; break-inside: avoid; }
    ol.findings > .error { border-color: var(--error); } ol.findings > .warning { border-color: var(--warning); } ol.findings > .info { border-color: var(--info); } ol.findings > .hint { border-color: var(--hint); }
    li p { margin: 0; } .fix { color: #146c2e; } .place { color: #5f6368; } code { font-size: .85em; }
    table { border-collapse: collapse; margin: .5rem 0; font-size: .92rem; } th, td { border: 1px solid #dcdfe4; padding: .2rem .6rem; text-align: left; vertical-align: top; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
    pre.text { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; font-size: .95rem; background: #fcfcfd; border: 1px solid #e4e6ea; border-radius: 6px; padding: .75rem 1rem; margin: 0; }
    pre.text.columns { font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", monospace; font-size: .85rem; }
    .scroll { overflow-x: auto; }
    mark { padding: 0 .1em; border-bottom: 3px solid; background: #fff3c4; color: inherit; } mark.error { border-color: var(--error); background: #fde0de; } mark.warning { border-color: var(--warning); } mark.info { border-color: var(--info); background: #e0efff; } mark.hint { border-color: var(--hint); background: #eceef1; }
    mark.off { background: none; border: 0; padding: 0; } a { color: inherit; } :target { outline: 3px solid #f9ab00; } .hidden { display: none; }
    @media print { body { background: #fff; font-size: 10.5pt; } form, script { display: none; } section.document { border: 0; padding: 0; break-after: page; } header, main, footer { max-width: none; padding: 0; } mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } .badge { -webkit-print-color-adjust: exact; print-color-adjust: exact; } thead { display: table-header-group; } }

    """

  private static let script = """

    (() => {
      const findings = [...document.querySelectorAll('.findings > li')];
      const names = [...new Set(findings.map(finding => finding.dataset.rule))].sort();
      const rules = document.getElementById('rules');
      for (const name of names) {
        const label = document.createElement('label');
        const box = document.createElement('input');
        box.type = 'checkbox'; box.name = 'rule'; box.value = name; box.checked = true;
        const count = findings.filter(finding => finding.dataset.rule === name).length;
        label.append(box, ` ${name} (${count})`);
        rules.append(label, ' ');
      }
      rules.classList.toggle('hidden', names.length === 0);
      const marks = [...document.querySelectorAll('mark')];
      const chosen = name => new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map(box => box.value));
      const update = () => {
        const severities = chosen('severity'), rules = chosen('rule'), shown = new Set();
        for (const finding of findings) {
          const isShown = severities.has(finding.dataset.severity) && rules.has(finding.dataset.rule);
          finding.classList.toggle('hidden', !isShown);
          if (isShown) shown.add(finding.id);
        }
        for (const mark of marks) mark.classList.toggle('off', !mark.dataset.findings.split(' ').some(id => shown.has(id)));
        const line = document.getElementById('shown');
        line.textContent = line.dataset.text.replace('{shown}', shown.size).replace('{all}', findings.length);
      };
      document.getElementById('filters').addEventListener('change', update);
      for (const mark of marks) mark.addEventListener('click', () => { location.hash = mark.dataset.findings.split(' ')[0]; });
      update();
    })();

    """
}
