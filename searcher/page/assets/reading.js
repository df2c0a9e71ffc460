// Reading: from hit to hit, back to where one came from, and a citation into the clipboard.

let present = 0;  // number of the hit that is shown, from 1; 0 before the first step

const hits = () => [...document.querySelectorAll("mark[id^='hit-']")];

export function stepToHit(steps) {
    const all = hits();
    if (all.length === 0) return;
    all[present - 1]?.classList.remove("here");
    if (present === 0 && steps < 0) present = 1;
    present = ((present - 1 + steps + all.length) % all.length) + 1;
    const hit = all[present - 1];
    hit.classList.add("here");
    hit.scrollIntoView({ block: "center" });
    document.querySelector(".hits .status").textContent = `hit ${present} of ${all.length}`;
}

function onClick(event) {
    const step = event.target.closest("[data-hit]")?.dataset.hit;
    if (!step) return;
    event.preventDefault();
    if (step === "first") present = 0;
    stepToHit(step === "previous" ? -1 : 1);
}

function addCopyButtons() {
    for (const citation of document.querySelectorAll("[data-copy]:not(:has(button))")) {
        const text = citation.textContent;
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
        button.addEventListener("click", async () => {
            await navigator.clipboard.writeText(text);
            button.textContent = "Copied";
        });
        citation.append(button);
    }
}

export function setUpReading() {
    present = 0;
    const bar = document.querySelector(".hits");
    bar?.addEventListener("click", onClick);
    bar?.querySelectorAll("button[hidden]").forEach((button) => (button.hidden = false));
    // With the buttons there the link has nothing more to say.
    bar?.querySelector("a[data-hit]")?.remove();
    if (navigator.clipboard) addCopyButtons();
}
