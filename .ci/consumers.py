"""Hands every report to a program or library that reads such reports, and the examples to
what checks them."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
from junitparser import JUnitXml

folder, root = Path(sys.argv[1]), Path(sys.argv[2])


def run(*command, status=(0,)):
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert result.returncode in status, (command, result.returncode, result.stdout, result.stderr)
    return result.stdout


formats = ["json", "jsonl", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "csv", "html"]
run("budgetlint", "lint", *[f"--output-file={name}=r.{name}" for name in formats], "documents", status=(1,))
findings = json.loads((folder / "r.json").read_text(encoding="utf-8"))["diagnostics"]
alarms = [finding for finding in findings if finding["severity"] in ("error", "warning")]
assert len(alarms) >= 20, len(alarms)

summary = run("sarif", "summary", "r.sarif")
for rule in {finding["rule"] for finding in findings}:
    assert rule in summary, (rule, summary)
run("sarif", "csv", "r.sarif", "-o", "sarif.csv")
assert len(list(csv.reader((folder / "sarif.csv").open(encoding="utf-8")))) == len(findings) + 1

suites = JUnitXml.fromfile(str(folder / "r.junit"))
assert sum(suite.failures for suite in suites) == len(alarms)
assert sum(len(list(suite)) for suite in suites) == sum(suite.tests for suite in suites)

rows = list(csv.DictReader((folder / "r.csv").open(encoding="utf-8-sig", newline="")))
assert [row["rule"] for row in rows] == [finding["rule"] for finding in findings]

schema = json.loads(run("budgetlint", "config", "schema"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
right = {"extends": ["a.json"], "rules": {"wrong-share": "off"}, "rounding": "strict", "fiscalYear": 2025,
         "overrides": [{"files": "*.md", "entity": "某局"}]}
wrong = [{"rulez": {}}, {"rules": {"wrong-shar": "off"}}, {"rules": {"wrong-share": "of"}}, {"fiscalYear": "2025"},
         {"entity": ""}, {"overrides": [{"entity": "某局"}]}, {"ignore": [1]}]
assert validator.is_valid(right)
(folder / "right.json").write_text(json.dumps(right | {"extends": []}), encoding="utf-8")
run("budgetlint", "config", "show", "--config", "right.json")
for number, value in enumerate(wrong):
    assert not validator.is_valid(value), value
    (folder / "wrong.json").write_text(json.dumps(value), encoding="utf-8")
    run("budgetlint", "config", "show", "--config", "wrong.json", status=(2,))

run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(root / "Documentation/publish.yml"))
run("pre-commit", "validate-manifest", str(root / ".pre-commit-hooks.yaml"))
print(f"{len(findings)} findings read by sarif-tools, junitparser, csv and json; schema, workflow and hooks hold")
