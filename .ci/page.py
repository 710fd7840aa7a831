"""Opens the page in a headless Chromium: filters, places, the screenshot and the print."""

import re
import subprocess
import sys
from pathlib import Path

page = Path(sys.argv[1])
options = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,1600"]


def chromium(*arguments):
    result = subprocess.run(options + list(arguments), capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    return result.stdout


def document(name, script):
    """The page after `script` did what a reader does."""
    changed = page.with_name(name)
    text = page.read_text(encoding="utf-8")
    changed.write_text(text.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    return chromium("--dump-dom", changed.as_uri())


def shown(text):
    return re.search(r'id="shown"[^>]*>(\d+) of (\d+) findings', text).groups()


plain = document("plain.html", "")
findings = len(re.findall(r'<li id="', plain))
assert findings >= 10, findings
assert shown(plain) == (str(findings), str(findings)), shown(plain)
rules = re.findall(r'name="rule" value="([a-z-]+)"', plain) or re.findall(r'value="([a-z-]+)"> [a-z-]+ \(\d+\)', plain)
shares = len(re.findall(r'data-rule="wrong-share"', plain))
assert shares >= 2, shares

uncheck = "const box = document.querySelector('{}'); box.checked = false; box.dispatchEvent(new Event('change', {{bubbles: true}}));"
without = document("rule.html", uncheck.format('input[value="wrong-share"]'))
assert shown(without) == (str(findings - shares), str(findings)), shown(without)
assert len(re.findall(r'<li [^>]*class="[a-z]+ hidden"', without)) == shares
off = document("severity.html", uncheck.format('input[value="error"]'))
errors = len(re.findall(r'data-severity="error"', plain))
assert shown(off) == (str(findings - errors), str(findings)), shown(off)
marked = document(
    "marks.html",
    "document.title = [...document.querySelectorAll('mark')].map(mark => mark.textContent).join('|');"
    "document.body.dataset.missing = [...document.querySelectorAll('.findings a')]"
    ".filter(link => !document.querySelector(link.hash)).length;")
assert 'data-missing="0"' in marked
assert "56.00%" in re.search(r"<title>(.*?)</title>", marked, re.DOTALL).group(1)

screenshot = page.with_name("page.png")
chromium(f"--screenshot={screenshot}", page.as_uri())
assert screenshot.read_bytes().startswith(b"\x89PNG") and screenshot.stat().st_size > 20_000
printed = page.with_name("page.pdf")
chromium(f"--print-to-pdf={printed}", "--no-pdf-header-footer", page.as_uri())
text = subprocess.run(["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True).stdout
assert "wrong-share" in text and "56.00%" in text and "Severity" not in text
print(f"{findings} findings shown, filtered, marked, drawn and printed")
