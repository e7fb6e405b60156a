"""Looks at status pages in a real, headless Chromium.

browser.py FILE…: every page is loaded, searched, filtered, opened and printed; prints what is wrong and exits with 1 if anything is.
With KEYSHIFT_SCREENSHOTS, a folder, it leaves pictures there.
browser.py can: whether there is a Chromium and Playwright.
"""

import os
import pathlib
import shutil
import sys

CHROMIUM = os.environ.get("KEYSHIFT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def look(browser, path, scheme):
    found = []
    name = pathlib.Path(path).stem

    def expect(holds, text):
        if not holds:
            found.append(f"{name} ({scheme}): {text}")

    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.on("console", lambda message: expect(False, f"console: {message.text}"))
    page.on("pageerror", lambda error: expect(False, f"error: {error}"))
    page.on("dialog", lambda dialog: (expect(False, "a name ran as a script"), dialog.dismiss()))
    page.on("request", lambda request: expect(request.url.startswith(("file:", "data:")), f"asks for {request.url}"))
    page.goto(pathlib.Path(path).resolve().as_uri())

    expect(page.locator("main").count() == 1 and page.locator("header").count() == 1, "landmarks are missing")
    expect(page.locator("script").count() == 2, "there is a script of somebody else")
    expect(page.locator("img, iframe, object, embed, b > script, td > table").count() == 0, "a name became markup")
    expect(page.locator("table:not(:has(caption)):not(figure table)").count() == 0, "a table has no caption")
    expect(page.locator("th:not([scope])").count() == 0, "a header has no scope")
    expect(not page.evaluate("document.documentElement.scrollWidth > innerWidth"), "the page is wider than the window")
    for hidden in "\u202e\u2066\u200f\u001b\u009b\u0007":
        expect(hidden not in page.inner_text("body"), f"{hidden!r} is shown")

    rows = page.locator("#rows > tr[data-i]")
    if count := rows.count():
        use(page, rows, count, expect)
    if folder := os.environ.get("KEYSHIFT_SCREENSHOTS"):
        height = min(page.evaluate("document.documentElement.scrollHeight"), 3600)
        page.screenshot(path=f"{folder}/{name}-{scheme}.png", full_page=True, clip=dict(x=0, y=0, width=1280, height=height))
    printed = page.pdf()
    expect(printed.startswith(b"%PDF-") and len(printed) > 10_000, "it cannot be printed")
    context.close()
    return found


def use(page, rows, count, expect):
    shown = lambda: page.locator("#rows > tr[data-i]:not([hidden])").count()
    expect(shown() == min(count, 100), f"{shown()} of {count} services are shown")

    # One service by its name, with its evidence.
    last = rows.nth(count - 1)
    name = last.locator("th bdi").inner_text() if count <= 100 else page.evaluate(
        "Array.from(document.querySelectorAll('#rows th bdi')).at(-1).textContent")
    page.keyboard.press("/")
    expect(page.evaluate("document.activeElement.id") == "find", "/ does not lead to the search")
    page.keyboard.insert_text(name)
    expect(1 <= shown() < max(count, 2), f"a search for {name[:40]!r} shows {shown()} services")
    opener = page.locator("#rows > tr[data-i]:not([hidden]) button").last
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener.get_attribute("aria-expanded") == "true", "a row does not open")
    expect(page.locator("tr.detail .steps > li").count() > 0, "no evidence is shown")
    page.keyboard.press("Enter")
    expect(page.locator("tr.detail").count() == 0, "a row does not close")

    page.fill("#find", "nobody is called like this")
    expect(shown() == 0 and page.locator("#none").is_visible(), "nothing is found, and nobody says so")
    page.locator("#find").focus()
    page.keyboard.press("Escape")
    expect(shown() == min(count, 100), "the search does not end")

    for column in page.locator(".column button").all():
        number = int(column.locator("b").inner_text().replace(",", ""))
        column.click()
        expect(column.get_attribute("aria-pressed") == "true", "a filter does not say that it is on")
        expect(shown() == min(number, 100), f"a filter of {number} shows {shown()}")
        column.click()
    for button in page.locator("[data-k]").all()[:1]:
        button.click()
        expect(0 < shown(), "the services of a key are not found")
        page.fill("#find", "")


def main(paths):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        found = [problem for path in paths for scheme in ("light", "dark") for problem in look(browser, path, scheme)]
        browser.close()
    return found


if __name__ == "__main__":
    if sys.argv[1:] == ["can"]:
        import importlib.util

        sys.exit(0 if CHROMIUM and importlib.util.find_spec("playwright") else 1)
    wrong = main(sys.argv[1:])
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)
