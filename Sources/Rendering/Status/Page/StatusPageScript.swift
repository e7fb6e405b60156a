/// What the page does: search, filter, and show the evidence behind each tick.
///
/// It only ever writes texts, never markup.
enum StatusPageScript {
    static let text = #"""
        "use strict";
        (() => {
        const data = JSON.parse(document.getElementById("data").textContent);
        const byId = (id) => document.getElementById(id);
        const body = byId("rows");
        const make = (name, kind, text) => {
            const element = document.createElement(name);
            if (kind) element.className = kind;
            if (text !== undefined) element.textContent = text;
            return element;
        };
        const moment = (ago) => new Date((data.at - ago) * 1000).toISOString().slice(0, 16).replace("T", " ") + " UTC";
        const reader = (name, space) => (place) =>
            data.texts[place].replace(/[\uE000\uE001]/g, (mark) => mark === "\uE000" ? name : space);

        const evidence = (steps, read) => {
            const list = make("ul", "steps");
            for (const [id, standing, summary, since, checks, waits, failure] of steps) {
                const item = make("li");
                const word = make("p");
                word.append(make("span", "w w-" + data.kinds[standing], data.words[standing]));
                if (since !== null) word.append(make("small", "seen", moment(since)));
                const story = make("div");
                story.append(make("p", "", read(summary)), make("p", "id", read(id)));
                const found = make("ul");
                if (failure >= 0) found.append(make("li", "", read(failure)));
                for (const wait of waits) found.append(make("li", "open", "Waits: " + read(wait)));
                for (const [check, result, reason, at, number, regressed, seen] of checks) {
                    const [name, words] = data.checks[check];
                    const line = make("li", result === 0 ? "yes" : "");
                    line.append(words + " (" + name + ") " + (regressed ? "holds no longer" : data.results[result]) + ": " + read(reason) + " ");
                    line.append(make("small", "", "event " + number + ", " + moment(at)));
                    for (const [source, time, statement, hash] of seen) {
                        const shown = make("span", "seen");
                        shown.append(make("code", "", read(source)), " " + read(statement) + " " + moment(time)
                            + (hash < 0 ? "" : ", SHA-256 " + data.texts[hash]));
                        line.append(shown);
                    }
                    found.append(line);
                }
                if (found.childElementCount) story.append(found);
                item.append(word, story);
                list.append(item);
            }
            if (!steps.length) list.append(make("li", "", "It has no steps of its own."));
            return list;
        };

        const toggle = (row, open) => {
            const button = row.querySelector("button[aria-expanded]");
            if ((button.getAttribute("aria-expanded") === "true") === open) return;
            button.setAttribute("aria-expanded", String(open));
            row.classList.toggle("more-below", open);
            if (!open) return row.nextElementSibling.remove();
            const key = button.dataset.key;
            const [name, space, , steps] = key === undefined ? data.services[row.dataset.i] : ["", "", [], data.keys[key]];
            const below = make("tr", "detail");
            const cell = make("td");
            cell.colSpan = row.cells.length;
            cell.append(evidence(steps, reader(name, space)));
            below.append(cell);
            row.after(below);
        };
        document.addEventListener("click", (event) => {
            const button = event.target.closest("tbody button[aria-expanded]");
            if (button) toggle(button.closest("tr"), button.getAttribute("aria-expanded") !== "true");
        });
        if (!body) return;

        const rows = Array.from(body.rows).map((row) => {
            const keys = data.services[row.dataset.i][2].map((place) => data.texts[place]).join(" ");
            return { row, phase: row.dataset.p, text: (row.textContent + " " + keys).toLowerCase() };
        });
        const columns = Array.from(document.querySelectorAll(".column button"));
        const [find, found, none, all, more] = ["find", "found", "none", "open", "more"].map(byId);
        // Nobody reads a thousand rows; what is searched for is among all of them.
        const most = 100;
        let limit = most;
        let phase = "";
        const shown = () => rows.filter(({ row }) => !row.hidden);
        const filter = () => {
            const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
            let count = 0;
            for (const { row, phase: own, text } of rows) {
                const fits = (!phase || phase === own) && words.every((word) => text.includes(word));
                count += fits;
                const hidden = !fits || count > limit;
                if (hidden && !row.hidden) toggle(row, false);
                row.hidden = hidden;
            }
            found.textContent = count === rows.length ? "" : count.toLocaleString("en") + " of " + rows.length.toLocaleString("en");
            none.hidden = count > 0;
            all.hidden = Math.min(count, limit) > 200;
            more.hidden = count <= limit;
            more.firstElementChild.textContent = "Show all " + count.toLocaleString("en");
            for (const column of columns) column.setAttribute("aria-pressed", String(column.dataset.p === phase));
        };
        find.addEventListener("input", () => { limit = most; filter(); });
        more.firstElementChild.addEventListener("click", () => { limit = Infinity; filter(); });
        find.form.addEventListener("submit", (event) => event.preventDefault());
        for (const column of columns)
            column.addEventListener("click", () => { phase = phase === column.dataset.p ? "" : column.dataset.p; filter(); });
        document.addEventListener("click", (event) => {
            const { r: place, k: key } = event.target.dataset;
            if (key !== undefined) { find.value = key; phase = ""; filter(); find.scrollIntoView({ block: "center" }); }
            if (place === undefined) return;
            const { row } = rows[place];
            if (row.hidden) { find.value = ""; phase = ""; limit = Infinity; filter(); }
            toggle(row, true);
            row.scrollIntoView({ block: "center" });
            row.querySelector("button").focus({ preventScroll: true });
        });
        document.addEventListener("keydown", (event) => {
            if (event.key === "/" && document.activeElement !== find && !event.ctrlKey && !event.metaKey && !event.altKey) {
                event.preventDefault();
                find.focus();
            } else if (event.key === "Escape" && document.activeElement === find) {
                find.value = "";
                filter();
            }
        });
        for (const tile of document.querySelectorAll(".tiles i")) {
            const [name, space] = data.services[tile.dataset.r];
            tile.title = (space ? space + "/" : "") + name;
        }
        const openAll = (open) => { for (const { row } of shown()) toggle(row, open); };
        all.addEventListener("click", () => {
            const open = all.textContent.startsWith("Show");
            openAll(open);
            all.textContent = open ? "Hide all evidence" : "Show all evidence";
        });
        // On paper nothing can be opened, so what is shown is printed with its evidence.
        let printed = [];
        const folded = Array.from(document.querySelectorAll(".attention details"));
        addEventListener("beforeprint", () => {
            for (const fold of folded) fold.open = true;
            limit = Infinity;
            filter();
            const closed = Array.from(document.querySelectorAll("tbody button[aria-expanded=false]")).map((button) => button.closest("tr"))
                .filter((row) => !row.hidden);
            if (closed.length > 200) return;
            printed = closed;
            for (const row of closed) toggle(row, true);
        });
        addEventListener("afterprint", () => {
            for (const row of printed) toggle(row, false);
            for (const fold of folded) fold.open = false;
            printed = [];
            limit = most;
            filter();
        });
        filter();
        })();
        """#
}
