// Without this file the page works all the same: every link and form is the server's. Here they are followed without
// leaving: the server's own page is fetched, and its parts are put in place of the old ones.

import { setUpBox } from "./box.js";
import { setUpKeys } from "./keys.js";
import { setUpReading } from "./reading.js";
import { setUpTimeline } from "./timeline.js";

const swapped = ["main", ".asking"];
let underWay = null;
let shown = pathOf(location);

/** What the server was asked for; a fragment is the browser's business. */
function pathOf(url) {
    return url.pathname + url.search;
}

/** Ours to follow: a page of results or an article, not a file, a part of this page, or another site. */
function isView(url) {
    return url.origin === location.origin && (url.pathname === "/" || url.pathname === "/article");
}

function put(text) {
    const next = new DOMParser().parseFromString(text, "text/html");
    const box = document.getElementById("query");
    const wasTyping = document.activeElement === box;
    for (const part of swapped) document.querySelector(part).replaceWith(next.querySelector(part));
    document.title = next.title;
    enhance();
    return wasTyping;
}

/** Where reading goes on: at the box after a mistake, else at what was found. */
function moveFocus(wasTyping) {
    if (document.getElementById("query-error") && wasTyping) {
        document.getElementById("query").focus();
        return;
    }
    (document.getElementById("total") ?? document.getElementById("main")).focus({ preventScroll: true });
}

/** Resolves when the view is there. What cannot be fetched is left to the browser. */
export async function go(address, { push = true, scroll = true } = {}) {
    const url = new URL(address, location.href);
    underWay?.abort();
    underWay = new AbortController();
    document.documentElement.classList.add("busy");
    try {
        const answer = await fetch(url, { signal: underWay.signal, headers: { Accept: "text/html" } });
        if (!answer.headers.get("Content-Type")?.startsWith("text/html")) throw new TypeError("not a page");
        const text = await answer.text();
        const came = performance.now();
        if (push) history.pushState(null, "", answer.url + url.hash);
        shown = pathOf(location);
        const wasTyping = put(text);
        moveFocus(wasTyping);
        if (scroll) scrollTo(0, 0);
        // The next frame is painted behind this: what a reader waits for after the answer.
        requestAnimationFrame(() =>
            setTimeout(() => performance.measure("dateline-paint", { start: came, end: performance.now() })));
    } catch (error) {
        if (error.name !== "AbortError") location.assign(url);
    } finally {
        document.documentElement.classList.remove("busy");
    }
}

function onClick(event) {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (!isView(url) || (url.hash && pathOf(url) === shown)) return;
    event.preventDefault();
    go(url);
}

/** The address the form would be sent to, without what is empty. */
function addressOf(form) {
    const fields = [...new FormData(form)].filter(([, value]) => value !== "");
    const address = form.getAttribute("action");
    return fields.length > 0 ? `${address}?${new URLSearchParams(fields)}` : address;
}

function onSubmit(event) {
    const form = event.target;
    if (form.method !== "get" || !isView(new URL(form.action))) return;
    event.preventDefault();
    go(addressOf(form));
}

async function onPopState(event) {
    if (pathOf(location) === shown) return;
    const place = event.state?.scroll ?? 0;
    await go(location.href, { push: false, scroll: false });
    scrollTo(0, place);
}

/** Each entry of the history remembers where its page was left. */
function rememberPlace() {
    if (pathOf(location) === shown) history.replaceState({ scroll: scrollY }, "");
}

/** What each new view needs. */
function enhance() {
    setUpBox();
    setUpTimeline();
    setUpReading();
}

document.documentElement.classList.add("js");
history.scrollRestoration = "manual";
if (history.state?.scroll) scrollTo(0, history.state.scroll);
document.addEventListener("click", onClick);
document.addEventListener("submit", onSubmit);
document.addEventListener("change", (event) => {
    if (event.target.id === "sort" && document.getElementById("query").value !== "") event.target.form.requestSubmit();
});
addEventListener("popstate", onPopState);
addEventListener("scrollend", rememberPlace);
setUpKeys();
enhance();
