// What all tests of the page share: an index of corpus/ and some articles more, a server on it, and a browser.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import axe from "axe-core";
import { chromium } from "playwright-core";

const { DATELINE_CHROMIUM, DATELINE_INDEXER, DATELINE_SEARCHER, DATELINE_FOLDER } = process.env;
const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));

/** Tries to run something from every place an article has. */
const attack = `"><img src=x onerror="globalThis.attacked=1"><script>globalThis.attacked=1</script>`;
const articles = [
    {
        id: `attack ${attack}`, title: `Attack ${attack}`, lead: attack, body: `The attack ${attack}`, author: attack,
        source: attack, section: attack, url: "javascript:globalThis.attacked=1", captions: [attack],
        published: "2012-08-29",
    },
    ...Array.from({ length: 30 }, (_, number) => ({
        id: `weir-${number}`, title: `Weir number ${number} is opened`, section: number % 3 ? "Rivers" : "Towns",
        body: `The weir of brook ${number} was opened. It holds ${number} gates.\n\nA weir holds water. Weirs hum.`,
        published: `${1990 + number}-05-01`,
    })),
];

async function makeIndex() {
    const file = `${DATELINE_FOLDER}/more.jsonl`;
    await writeFile(file, articles.map((article) => JSON.stringify(article)).join("\n"));
    const index = `${DATELINE_FOLDER}/index`;
    // Exit code 1: some inputs of corpus/ are there to be skipped.
    await promisify(execFile)(DATELINE_INDEXER, ["add", "--index", index, corpus, file]).catch((error) => {
        if (error.code !== 1) throw error;
    });
    return index;
}

/** Resolves with the address that the server says it can be opened at. */
async function serve(index) {
    const server = spawn(DATELINE_SEARCHER, ["serve", "--index", index, "--listen", "127.0.0.1:0"]);
    const addresses = [server.stdout, server.stderr].map(async (stream) => {
        for await (const line of createInterface({ input: stream })) {
            const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
            if (found) return found[0];
        }
        throw new Error("the server ended without an address");
    });
    return { server, address: await Promise.any(addresses) };
}

export async function start() {
    const { server, address } = await serve(await makeIndex());
    const browser = await chromium.launch({
        executablePath: DATELINE_CHROMIUM,
        chromiumSandbox: process.getuid() !== 0,
    });
    return {
        attack,
        address,
        /** A page of its own; whatever it complains of ends up in `complaints`. */
        async open(path, options = {}) {
            const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
            const page = await context.newPage();
            page.setDefaultTimeout(15_000);
            page.complaints = [];
            page.on("pageerror", (error) => page.complaints.push(error.message));
            page.on("console", (message) => {
                const isStatus = message.text().includes("status of 400") || message.text().includes("status of 404");
                if (message.type() === "error" && !isStatus) page.complaints.push(message.text());
            });
            page.on("request", (request) => {
                if (!request.url().startsWith(address)) page.complaints.push(`asked ${request.url()}`);
            });
            await page.goto(address + path);
            return page;
        },
        async stop() {
            await browser.close();
            server.kill("SIGTERM");
            if (server.exitCode === null) await once(server, "exit");
        },
    };
}

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** What axe-core finds against WCAG 2.2 AA, a line each. */
export async function violations(page, { onlyColour = false } = {}) {
    await page.evaluate(axe.source);
    const found = await page.evaluate((rules) => globalThis.axe.run({ runOnly: rules, resultTypes: ["violations"] }),
        onlyColour ? rulesOfColour : everyRule);
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 150)}`));
}

/** How far the page is wider than the window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
