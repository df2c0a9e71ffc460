import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { overflow, start, violations } from "./browser.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.stop());

/** One page for one test, closed behind it; it must have had nothing to complain of. */
async function on(path, options, work) {
    const page = await site.open(path, options);
    try {
        await work(page);
        assert.deepEqual(page.complaints, []);
    } finally {
        await page.context().close();
    }
}

const total = (page) => page.locator("#total").textContent();
const queryOf = (page) => new URL(page.url()).searchParams.get("q");

async function ask(page, query) {
    await page.fill("#query", query);
    await page.press("#query", "Enter");
}

test("a search shows what it found, marked", () => on("/", {}, async (page) => {
    await ask(page, "weir gates");
    await page.waitForURL("**/?q=weir+gates");
    assert.equal(await total(page), "30 articles");
    assert.equal(await page.locator(".results > .result").count(), 10);
    assert.equal((await page.locator(".snippet mark").first().textContent()).toLowerCase(), "weir");
    assert.equal(await page.title(), "weir gates – Dateline");
}));

test("a phrase is exact", () => on("/", {}, async (page) => {
    await ask(page, '"abducted citizens"');
    await page.waitForSelector("mark.phrase");
    assert.equal(await total(page), "3 articles");
    assert.equal(await page.locator("mark.phrase").first().textContent(), "abducted citizens");
}));

test("a mistake is shown under the box, and the cursor stands at its column", () => on("/", {}, async (page) => {
    await ask(page, "weir titel:x");
    await page.waitForSelector("#query-error");
    assert.match(await page.locator("#query-error").textContent(), /Column 6: there is no field `titel`/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "query");
    assert.equal(await page.evaluate(() => document.activeElement.selectionStart), 5);
}));

test("a facet puts its restriction into the query, and a chip takes it away", () => on("/?q=weir", {}, async (page) => {
    await page.locator(".facets a", { hasText: "Towns" }).first().click();
    await page.waitForURL("**section%3A%3DTowns");
    assert.equal(await page.inputValue("#query"), "weir section:=Towns");
    assert.equal(await total(page), "10 articles");
    await page.locator(".chips a").click();
    await page.waitForURL("**/?q=weir");
    assert.equal(await total(page), "30 articles");
    await page.locator(".facets a.exclude[aria-label='without Towns']").click();
    await page.waitForURL("**-section%3A%3DTowns");
    assert.equal(await total(page), "20 articles");
}));

test("a year opens its months, a month its days", () => on("/?q=weir", {}, async (page) => {
    await page.locator(".facets a", { hasText: "2012" }).click();
    await page.waitForURL("**date%3A2012");
    await page.locator(".facets a", { hasText: "May" }).first().click();
    await page.waitForURL("**date%3A2012-05");
    assert.equal(await page.inputValue("#query"), "weir date:2012-05");
}));

test("a period is brushed on the timeline", () => on("/?q=weir", {}, async (page) => {
    const bars = await page.locator(".bars").boundingBox();
    const year = bars.width / 30;
    await page.mouse.move(bars.x + 5.5 * year, bars.y + 40);
    await page.mouse.down();
    await page.mouse.move(bars.x + 8.5 * year, bars.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL("**date%3A1995..1998");
    assert.equal(await page.inputValue("#query"), "weir date:1995..1998");
    assert.equal(await total(page), "4 articles");
}));

test("a period is typed", () => on("/?q=weir", { javaScriptEnabled: false }, async (page) => {
    await page.fill("#period-from", "2001");
    await page.fill("#period-to", "2002");
    await page.click(".period button");
    assert.equal(queryOf(page), "weir date:2001..2002");
    assert.equal(await total(page), "2 articles");
}));

test("an article is read from hit to hit", () => on("/?q=weir", {}, async (page) => {
    await page.locator(".results h3 a").first().click();
    await page.waitForSelector(".story h1");
    const hits = await page.locator(".story mark").count();
    assert.equal(hits, 4);
    await page.click("button[data-hit=next]");
    await page.click("button[data-hit=next]");
    assert.equal(await page.locator(".hits .status").textContent(), `hit 2 of ${hits}`);
    assert.equal(await page.locator("mark.here").getAttribute("id"), "hit-2");
    await page.keyboard.press("p");
    await page.keyboard.press("p");
    assert.equal(await page.locator("mark.here").getAttribute("id"), `hit-${hits}`);
    assert.match(await page.locator(".provenance").textContent(), /more\.jsonl.*line \d+.*field:published/s);
    await page.click("[data-back]");
    await page.waitForURL("**/?q=weir");
}));

test("everything works by keyboard alone", () => on("/", {}, async (page) => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("/");
    await page.keyboard.type("weir gates");
    await page.keyboard.press("Enter");
    await page.waitForURL("**q=weir+gates");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    const second = await page.locator(".results h3 a").nth(1).textContent();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), second);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".story h1");
    assert.equal(await page.locator(".story h1").textContent(), second);
    await page.keyboard.press("n");
    assert.equal(await page.locator("mark.here").count(), 1);
    await page.keyboard.press("?");
    assert.ok(await page.locator("#keys").isVisible());
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#keys").isVisible()));
    await page.keyboard.press("u");
    await page.waitForURL("**/?q=weir+gates");
}));

test("single keys can be turned off", () => on("/?q=weir", {}, async (page) => {
    await page.keyboard.press("?");
    await page.uncheck("#keys-on");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "query");
}));

test("completions are offered, taken with the arrows, and closed", () => on("/", {}, async (page) => {
    await page.locator("#query").pressSequentially("abduc");
    await page.waitForSelector("#completions:not([hidden]) li");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.locator("#query").getAttribute("aria-activedescendant"), "completion-0");
    const first = await page.locator("#completions li span").first().textContent();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/?q=*");
    assert.equal(queryOf(page), first);
    await page.locator("#query").fill("");
    await page.locator("#query").pressSequentially("abduc");
    await page.waitForSelector("#completions:not([hidden]) li");
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#completions").isVisible()));
}));

test("spellings are clicked into the box, around what is selected", () => on("/?q=weir", {}, async (page) => {
    await page.click(".help summary");
    await page.locator("#query").selectText();
    await page.locator(".help dt button", { hasText: '"peace talks"' }).click();
    assert.equal(await page.inputValue("#query"), '"weir"');
    await page.locator(".help dt button", { hasText: "section:" }).click();
    assert.match(await page.inputValue("#query"), /section:/);
}));

test("back and forward show what was there", () => on("/?q=weir", {}, async (page) => {
    await page.selectOption("#sort", "oldest");
    await page.waitForURL("**sort=oldest");
    assert.equal(await page.locator(".results h3 a").first().textContent(), "Weir number 0 is opened");
    await page.locator("[rel=next]").click();
    await page.waitForURL("**offset=10");
    assert.match(await page.locator(".paging").textContent(), /11–20 of 30/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".paging")?.textContent.includes("1–10 of 30"));
    await page.goBack();
    await page.waitForFunction(() => document.getElementById("sort").value === "");
    await page.goForward();
    await page.waitForFunction(() => document.getElementById("sort").value === "oldest");
}));

test("a link shows the same to whoever opens it", () => on("/?q=weir", {}, async (page) => {
    await page.locator(".facets a", { hasText: "Rivers" }).first().click();
    await page.waitForURL("**section%3A%3DRivers");
    await page.selectOption("#sort", "newest");
    await page.waitForURL("**sort=newest");
    const shown = await page.locator(".results").innerText();
    await on(page.url().slice(site.address.length), {}, async (other) => {
        assert.equal(await other.locator(".results").innerText(), shown);
        assert.equal(await other.inputValue("#sort"), "newest");
    });
}));

test("without scripts it searches, pages, narrows and reads", () => on("/", { javaScriptEnabled: false }, async (page) => {
    await page.fill("#query", "weir");
    await page.selectOption("#sort", "oldest");
    await page.click("#search button");
    assert.equal(queryOf(page), "weir");
    await page.locator("[rel=next]").click();
    assert.match(await page.locator(".paging").textContent(), /11–20 of 30/);
    await page.locator(".facets a", { hasText: "Towns" }).first().click();
    assert.equal(await total(page), "10 articles");
    await page.locator(".results h3 a").first().click();
    assert.equal(await page.locator(".story h1").textContent(), "Weir number 0 is opened");
    await page.locator("[data-hit=first]").click();
    assert.ok(page.url().endsWith("#hit-1"));
    assert.equal(await page.locator("button[hidden]").count(), 2);
}));

test("nothing of an article is run", () => on("/?q=attack", {}, async (page) => {
    assert.equal(await total(page), "1 article");
    await page.locator(".results h3 a").first().click();
    await page.waitForSelector(".story h1");
    assert.equal(await page.locator(".story h1").textContent(), `Attack ${site.attack}`);
    assert.equal(await page.locator("a[href^=javascript]").count(), 0);
    assert.equal(await page.locator(".story img, .beside img, .story script").count(), 0);
    await page.goto(`${site.address}/?q=${encodeURIComponent(site.attack)}`);
    assert.equal(await page.evaluate(() => globalThis.attacked), undefined);
}));

test("a name in an article leads to the articles that name it", () => on("/article?id=ec-2020-0605-1", {}, async (page) => {
    await page.locator(".names a", { hasText: "Megumi Yokota" }).click();
    await page.waitForSelector("#total");
    assert.equal(queryOf(page), 'person:="Megumi Yokota"');
    assert.match(await page.locator(".results").textContent(), /Shigeru Yokota, voice of Japan's missing/);
}));

test("citations come as files", () => on("/?q=weir", {}, async (page) => {
    await page.locator(".cite summary").first().click();
    assert.match(await page.locator(".citation").first().textContent(), /^“Weir number \d+ is opened”, 1 May \d{4}/);
    const link = await page.locator(".cite a", { hasText: "BibTeX" }).first().getAttribute("href");
    const answer = await page.request.get(site.address + link);
    assert.match(await answer.text(), /^@/);
    assert.match(answer.headers()["content-disposition"], /\.bib"$/);
}));

test("Arabic runs from right to left, and texts say their language", () => on("/?q=language%3Aar", {}, async (page) => {
    const title = page.locator(".results h3 a").first();
    assert.equal(await title.getAttribute("lang"), "ar");
    assert.equal(await title.evaluate((link) => getComputedStyle(link).direction), "rtl");
    await title.click();
    await page.waitForSelector(".words p");
    assert.equal(await page.locator(".words p").first().evaluate((part) => getComputedStyle(part).direction), "rtl");
}));

const views = {
    start: "/",
    results: "/?q=weir+section%3ARivers",
    nothing: "/?q=%22abducted+people%22",
    mistake: "/?q=titel%3Ax",
    article: "/article?q=weir&id=weir-3",
    missing: "/article?id=none",
    "right to left": "/?q=language%3Aar+OR+language%3Aja+OR+language%3Ath",
};

for (const colorScheme of ["light", "dark"]) {
    for (const [name, path] of Object.entries(views)) {
        test(`axe-core finds nothing: ${name}, ${colorScheme}`, () => on(path, { colorScheme }, async (page) => {
            for (const summary of await page.locator("summary:visible").all()) await summary.click();
            assert.deepEqual(await violations(page, { onlyColour: colorScheme === "dark" }), []);
        }));
    }
}

test("axe-core finds nothing in what opens", () => on("/?q=weir", {}, async (page) => {
    await page.keyboard.press("?");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.locator("#query").fill("");
    await page.locator("#query").pressSequentially("abduc");
    await page.waitForSelector("#completions:not([hidden]) li");
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await violations(page), []);
}));

test("on a phone the facets are one jump away", () => on("/?q=weir", { viewport: { width: 360, height: 640 } }, async (page) => {
    await page.click(".to-narrow");
    await page.waitForFunction(() => scrollY > 500);
    assert.ok(page.url().endsWith("#narrow"));
    assert.ok(await page.locator("#narrow h2").isVisible());
}));

test("going back finds the place on the page again", () => on("/?q=weir", {}, async (page) => {
    await page.evaluate(() => scrollTo(0, 600));
    await page.waitForFunction(() => history.state?.scroll === 600);
    await page.locator(".results h3 a").nth(6).click();
    await page.waitForSelector(".story h1");
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.goBack();
    await page.waitForFunction(() => scrollY === 600);
}));

test("dark is dark", () => on("/?q=weir", { colorScheme: "dark" }, async (page) => {
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.ok(ground.match(/\d+/g).slice(0, 3).every((part) => part < 60), ground);
}));

for (const width of [360, 768, 1920]) {
    test(`nothing is wider than a window of ${width} pixels`, async () => {
        await on("/?q=attack", { viewport: { width, height: 700 } }, async (page) => {
            assert.ok((await overflow(page)) <= 0, "attack");
            for (const path of Object.values(views)) {
                await page.goto(site.address + path);
                assert.ok((await overflow(page)) <= 0, path);
            }
        });
    });
}
