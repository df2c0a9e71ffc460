// The keyboard. Single keys can be turned off (WCAG 2.1.4): speech and some tools type them by accident.

import { stepToHit } from "./reading.js";

const remembered = "dateline-keys";

const isOn = () => localStorage.getItem(remembered) !== "off";
const dialog = () => document.getElementById("keys");
const results = () => [...document.querySelectorAll(".results > .result > h3 > a")];

function stepToResult(steps) {
    const all = results();
    if (all.length === 0) return false;
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (steps > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + steps));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
    return true;
}

function toBox() {
    const box = document.getElementById("query");
    box.focus();
    box.select();
    return true;
}

function follow(selector) {
    const link = document.querySelector(selector);
    link?.click();
    return Boolean(link);
}

function step(steps) {
    if (document.querySelectorAll("mark[id^='hit-']").length === 0) return false;
    stepToHit(steps);
    return true;
}

/** Each says whether it had something to do. */
const actions = {
    "/": toBox,
    j: () => stepToResult(1),
    k: () => stepToResult(-1),
    ArrowDown: () => isAtResult() && stepToResult(1),
    ArrowUp: () => isAtResult() && stepToResult(-1),
    n: () => step(1),
    p: () => step(-1),
    u: () => follow("[data-back]"),
    "?": () => (dialog().showModal(), true),
};

/** Elsewhere the arrows scroll. */
const isAtResult = () => results().includes(document.activeElement) || document.activeElement?.id === "total";

function isTyping(target) {
    return target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]") || dialog().open;
}

function onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.id === "query") {
        if (event.key === "ArrowDown" && stepToResult(1)) event.preventDefault();
        return;
    }
    if (isTyping(event.target)) return;
    const isSingle = event.key.length === 1;
    if ((isSingle && !isOn()) || !Object.hasOwn(actions, event.key)) return;
    if (actions[event.key]()) event.preventDefault();
}

export function setUpKeys() {
    document.addEventListener("keydown", onKey);
    const choice = document.getElementById("keys-on");
    choice.checked = isOn();
    choice.addEventListener("change", () => localStorage.setItem(remembered, choice.checked ? "on" : "off"));
}
