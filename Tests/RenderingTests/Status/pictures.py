"""Takes the pictures of `keyshift status` in Plans/images from the program itself: what a terminal and a browser show.

pictures.py KEYSHIFT FOLDER [BENCHMARK]: two demonstrations are run, and their ledgers cut off where a migration is fresh, half-way,
waiting, regressed and done. BENCHMARK, the folder that `ScanBenchmark status --keep` leaves, is a migration of 1,000 services.
With KEYSHIFT_WIDTHS=60,80,… terminals are taken at these widths, and pages also on a phone, on a tablet, in dark and on paper.
"""

import html
import json
import os
import pathlib
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import fcntl
import termios

CHROMIUM = os.environ.get("KEYSHIFT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
WIDTHS = [int(width) for width in os.environ.get("KEYSHIFT_WIDTHS", "100").split(",")]

# Which demonstration, and the last event that has happened: its kind and its step.
STATES = {
    "fresh": ("whole", None),
    "halfway": ("whole", ("claim-released", "shift/production/order-api/canary")),
    "waiting": ("whole", ("claim-released", "retire/production/analytics-pipeline/revisions")),
    "regressed": ("regression", ("step-regressed", "retire/production/analytics-pipeline/revisions")),
    "done": ("whole", (None, None)),
}


def run(program, *arguments, **options):
    return subprocess.run([program, *arguments], capture_output=True, text=True, **options).stdout


def cut(events, end):
    """The events up to the last one of a kind about a step; all of them where neither is given."""
    if end is None:
        return []
    if end == (None, None):
        return events
    last = max(i for i, line in enumerate(events) if (json.loads(line)["event"]["kind"], json.loads(line)["event"].get("step")) == end)
    return events[: last + 1]


def states(program, folder):
    """Yields the name of each state and a folder that has it: a plan, the ledger as far as it goes, and the time."""
    for name, options in (("whole", []), ("regression", ["--break", "regression"])):
        run(program, "demo", f"demo-{name}", "--fast", *options, cwd=folder)
    for name, (demo, end) in STATES.items():
        place = folder / name
        shutil.copytree(folder / f"demo-{demo}" / "plan", place / "plan", ignore=shutil.ignore_patterns(".keyshift"))
        events = cut(run(program, "ledger", "export", f"demo-{demo}/plan", cwd=folder).splitlines(keepends=True), end)
        moment = json.loads(events[-1])["event"]["at"] if events else "2026-01-05T09:00:00.000Z"
        (place / "now").write_text(moment)
        if events:
            (place / "ledger.jsonl").write_text("".join(events))
            run(program, "ledger", "import", "plan", "--from", "ledger.jsonl", cwd=place)
        yield name, place


def terminal(program, place, width, *arguments):
    """What the program writes to a terminal of this width."""
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 60, width, 0, 0))
    command = [program, "status", "plan", *arguments, *(["--clock", "now"] if (place / "now").exists() else [])]
    environment = {**os.environ, "TERM": "xterm-256color"}
    process = subprocess.Popen(command, stdout=secondary, stderr=secondary, cwd=place, env=environment)
    os.close(secondary)
    text = b""
    try:
        while piece := os.read(primary, 65536):
            text += piece
    except OSError:
        pass
    process.wait()
    os.close(primary)
    return text.decode().replace("\r\n", "\n")


CLASSES = {"1": "b", "2": "d", "31": "r", "33": "y", "32": "g"}


def page_of(text, width, command):
    """A terminal as a page: bold, dim, red and yellow are all that the program uses."""
    parts, open_spans = [], 0
    for piece in re.split(r"(\x1b\[[0-9;]*m)", f"\x1b[2m$ \x1b[0m{command}\n" + text):
        if match := re.fullmatch(r"\x1b\[([0-9;]*)m", piece):
            codes = [code for code in match[1].split(";") if code and code != "0"]
            parts.append("</span>" * open_spans)
            open_spans = 0
            for code in codes:
                parts.append(f'<span class="{CLASSES[code]}">')
                open_spans += 1
        else:
            parts.append(html.escape(piece))
    style = """body{margin:0;background:#15181d;color:#d5d8dd;display:inline-block}pre{margin:0;padding:26px 30px;
    font:14px/21px "DejaVu Sans Mono",monospace;white-space:pre}.b{font-weight:700;color:#fff}.d{color:#828996}.r{color:#ff8a70}.y{color:#dcc46c}.g{color:#8fce8f}"""
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><pre style='min-width:{width}ch'>{''.join(parts)}</pre>"


def take_terminal(browser, text, width, command, path):
    page = browser.new_page(viewport={"width": 400, "height": 200})
    page.set_content(page_of(text, width, command))
    page.locator("pre").screenshot(path=path)
    page.close()


VIEWS = [("", 1280, "light"), ("-dark", 1280, "dark"), ("-tablet", 820, "light"), ("-phone", 390, "light")]


def take_page(browser, path, target, everything):
    for suffix, width, scheme in VIEWS if everything else VIEWS[:1]:
        context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
        page = context.new_page()
        page.goto(path.resolve().as_uri())
        full = everything and page.evaluate("document.documentElement.scrollHeight") < 9000
        page.screenshot(path=f"{target}{suffix}.png", full_page=full)
        if everything and not suffix:
            page.pdf(path=f"{target}.pdf", format="A4")
        context.close()


def shrink(path):
    """Few colours make small files; without the library the picture stays as it is."""
    try:
        from PIL import Image
    except ImportError:
        return
    Image.open(path).convert("RGB").quantize(64, dither=0).save(path, optimize=True)


def main(program, target, large=None):
    from playwright.sync_api import sync_playwright

    everything = "KEYSHIFT_WIDTHS" in os.environ
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        places = list(states(program, pathlib.Path(folder)))
        if large:
            (pathlib.Path(folder) / "large").mkdir()
            (pathlib.Path(folder) / "large" / "plan").symlink_to(pathlib.Path(large).resolve())
            places.append(("large", pathlib.Path(folder) / "large"))
        for name, place in places:
            for width in WIDTHS:
                suffix = f"-{width}" if everything else ""
                picture = f"{target}/terminal-{name}{suffix}.png"
                text = terminal(program, place, width)
                pathlib.Path(f"{target}/terminal-{name}{suffix}.txt").write_text(text) if everything else None
                take_terminal(browser, text, width, "keyshift status plan", picture)
                shrink(picture)
            clock = ["--clock", "now"] if (place / "now").exists() else []
            (place / "status.html").write_text(run(program, "status", "plan", "-o", "html", *clock, cwd=place))
            take_page(browser, place / "status.html", f"{target}/page-{name}", everything)
            shrink(f"{target}/page-{name}.png")
            if everything:
                shutil.copy(place / "status.html", f"{target}/page-{name}.html")
        browser.close()


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), *sys.argv[2:])
