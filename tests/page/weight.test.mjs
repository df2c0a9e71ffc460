// What the page weighs on the wire, and how soon an answer is painted. The figures stand in docs/server.md.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./browser.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.stop());

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

test("all that a first visit fetches is under 100 kB, compressed", async () => {
    const page = await site.open("/?q=weir");
    await page.waitForLoadState("networkidle");
    const fetched = await page.evaluate(() =>
        [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .map(({ name, transferSize, decodedBodySize }) => ({ name, transferSize, decodedBodySize })));
    const sum = fetched.reduce((bytes, each) => bytes + each.transferSize, 0);
    for (const each of fetched) {
        console.log(`${each.name.replace(/.*\//, "/")}: ${kilobytes(each.transferSize)} of ${kilobytes(each.decodedBodySize)}`);
    }
    console.log(`together ${kilobytes(sum)} in ${fetched.length} requests`);
    assert.ok(sum < 100_000, kilobytes(sum));
    await page.context().close();
});

test("nothing moves once it is painted, and no script keeps the page waiting", async () => {
    const page = await site.open("/?q=weir");
    await page.waitForLoadState("networkidle");
    const [shift, longest] = await page.evaluate(async () => {
        const entriesOf = (type) => new Promise((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
            setTimeout(() => resolve([]), 500);
        });
        const shifts = await entriesOf("layout-shift");
        const tasks = await entriesOf("longtask");
        return [shifts.reduce((sum, entry) => sum + entry.value, 0), Math.max(0, ...tasks.map((task) => task.duration))];
    });
    console.log(`cumulative layout shift ${shift.toFixed(3)}, longest task over 50 ms: ${longest.toFixed(0)} ms`);
    assert.ok(shift < 0.1, `${shift}`);
    await page.context().close();
});

/** Milliseconds from the end of the page's HTML to its first paint. */
async function paintOf(page) {
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    return page.evaluate(() =>
        performance.getEntriesByName("first-contentful-paint")[0].startTime -
            performance.getEntriesByType("navigation")[0].responseEnd);
}

test("an answer is painted soon after its arrival", async () => {
    const first = [];  // with the style sheet still to be fetched
    const again = [];  // with it in the cache
    const next = [];  // without leaving the page
    for (let round = 0; round < 5; ++round) {
        const page = await site.open("/?q=weir");
        first.push(await paintOf(page));
        await page.goto(`${site.address}/?q=weir+gates`);
        again.push(await paintOf(page));
        await page.locator(".facets a", { hasText: "Towns" }).first().click();
        await page.waitForFunction(() => performance.getEntriesByName("dateline-paint").length > 0);
        next.push(await page.evaluate(() => performance.getEntriesByName("dateline-paint")[0].duration));
        await page.context().close();
    }
    const line = (times) => times.sort((a, b) => a - b).map((time) => time.toFixed(0)).join(", ");
    console.log(`first visit: ${line(first)} ms; a later one: ${line(again)} ms; the next answer: ${line(next)} ms`);
    // A machine at rest takes less than 100 ms; a busy one may take several times as much, and the test is not about it.
    assert.ok(Math.min(...again) < 1000, line(again));
    assert.ok(Math.min(...next) < 1000, line(next));
});
