// The search box: completions as they are typed (a combobox as WAI-ARIA describes it), spellings that are clicked in,
// and the cursor put where a query went wrong.

const waitMs = 80;
const most = 6;

class Completions {
    constructor(box) {
        this.box = box;
        this.list = Object.assign(document.createElement("ul"), { className: "completions", id: "completions", hidden: true });
        this.list.setAttribute("role", "listbox");
        this.list.setAttribute("aria-label", "Completions");
        box.after(this.list);
        for (const [name, value] of Object.entries({
            role: "combobox", "aria-autocomplete": "list", "aria-controls": "completions", "aria-expanded": "false",
        })) box.setAttribute(name, value);
        box.addEventListener("input", () => this.askSoon());
        box.addEventListener("keydown", (event) => this.onKey(event));
        box.addEventListener("blur", () => this.close());
        this.list.addEventListener("mousedown", (event) => {
            event.preventDefault();
            const option = event.target.closest("li");
            if (option) this.take(option);
        });
    }

    askSoon() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.ask(), waitMs);
    }

    async ask() {
        const typed = this.box.value;
        // Completed is the end of what was typed, and plain words only: not the inside of a query.
        const isPlain = /[\p{L}\p{N}]$/u.test(typed) && !/["():]/.test(typed);
        if (!isPlain || this.box.selectionStart !== typed.length) return this.close();
        const answer = await fetch(`/api/suggest?${new URLSearchParams({ prefix: typed, limit: most })}`).catch(() => null);
        if (!answer?.ok || this.box.value !== typed || document.activeElement !== this.box) return;
        this.show((await answer.json()).completions);
    }

    show(completions) {
        this.list.replaceChildren(...completions.map((completion, number) => {
            const option = Object.assign(document.createElement("li"), { id: `completion-${number}`, className: completion.kind });
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            const text = Object.assign(document.createElement("span"), { textContent: completion.text, dir: "auto" });
            const count = Object.assign(document.createElement("span"), { className: "count" });
            count.textContent = completion.articles.toLocaleString("en");
            option.append(text, count);
            option.dataset.text = completion.kind === "title" ? `"${completion.text.replaceAll('"', " ")}"` : completion.text;
            return option;
        }));
        this.select(-1);
        this.setOpen(completions.length > 0);
    }

    close() {
        clearTimeout(this.timer);
        this.setOpen(false);
    }

    setOpen(isOpen) {
        this.list.hidden = !isOpen;
        this.box.setAttribute("aria-expanded", String(isOpen));
        if (!isOpen) this.select(-1);
    }

    select(number) {
        this.selected = number;
        [...this.list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === number)));
        const option = this.list.children[number];
        if (option) this.box.setAttribute("aria-activedescendant", option.id);
        else this.box.removeAttribute("aria-activedescendant");
        option?.scrollIntoView({ block: "nearest" });
    }

    onKey(event) {
        if (this.list.hidden || event.isComposing) return;
        const count = this.list.children.length;
        if (event.key === "ArrowDown") this.select((this.selected + 1) % count);
        else if (event.key === "ArrowUp") this.select((this.selected + count) % count - 1);
        else if (event.key === "Escape") this.close();
        else if (event.key === "Enter" && this.selected >= 0) this.take(this.list.children[this.selected]);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    take(option) {
        this.box.value = option.dataset.text;
        this.close();
        this.box.form.requestSubmit();
    }
}

/** Puts a spelling such as `"|"` into the box: what is selected, or the cursor, comes where the stroke is. */
function insert(box, spelling) {
    const { selectionStart: start, selectionEnd: end, value } = box;
    const [before, after] = spelling.split("|");
    const isGlued = /^[\s*]/.test(before) || start === 0 || /\s$/.test(value.slice(0, start));
    const front = value.slice(0, start) + (isGlued ? before.replace(/^\s+/, start === 0 ? "" : " ") : ` ${before}`);
    box.value = front + value.slice(start, end) + after + value.slice(end);
    box.focus();
    box.setSelectionRange(front.length, front.length + end - start);
}

function makeSpellingsButtons(box) {
    for (const term of document.querySelectorAll(".help dt[data-insert]")) {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: term.textContent });
        button.addEventListener("mousedown", (event) => event.preventDefault());
        button.addEventListener("click", () => insert(box, term.dataset.insert));
        term.replaceChildren(button);
    }
}

/** The server counts columns in code points. */
function goToError(box) {
    const error = document.getElementById("query-error");
    if (!error) return;
    const at = [...box.value].slice(0, Number(error.dataset.column) - 1).join("").length;
    box.focus();
    box.setSelectionRange(at, at);
}

export function setUpBox() {
    const box = document.getElementById("query");
    new Completions(box);
    makeSpellingsButtons(box);
    goToError(box);
}
