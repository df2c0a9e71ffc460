// Many calls, and every quote of their answers held against the stored articles, which other commands tell.

import assert from "node:assert/strict";
import { run, searcher } from "../support/programs.mjs";
import { call } from "./client.mjs";

/** Numbers that look random and are the same in every run (Park and Miller). */
function makeRandom(seed) {
    let state = seed;
    return (below) => {
        state = (state * 48271) % 2147483647;
        return state % below;
    };
}

async function listArticles(index) {
    const { out } = await run(searcher, ["search", "--index", index, "--all", "--no-snippets", "--format", "jsonl", "wc>=0"]);
    return out.trim().split("\n").map((line) => JSON.parse(line));
}

/** A call with quotes in its answer. */
function someCall(articles, random) {
    const article = articles[random(articles.length)];
    const words = article.title.match(/\p{L}+/gu) ?? ["news"];
    const at = random(words.length);
    const queries = [words[at], `"${words.slice(at, at + 2).join(" ")}"`, `${words[at].slice(0, 4)}*`,
        words.slice(0, 4).map((word) => `"${word}"`).join(" OR ")];
    const query = queries[random(queries.length)];
    const calls = [
        ["search_news", { query, limit: 5 }],
        ["search_news", { query, limit: 5, sort: "newest" }],
        ["read_article", { id: article.id, query, length: 200 + random(4000) }],
        ["similar_articles", { id: article.id, limit: 3 }],
    ];
    return calls[random(calls.length)];
}

function quotesOf(name, answer) {
    if (name !== "read_article") return answer.results;
    return [...answer.passages, ...(answer.hits ?? [])].map((passage) =>
        ({ id: answer.id, hash: answer.hash, ...passage }));
}

/** The fields of a stored article, as docs/formats.md has them. */
function fieldsOf(article) {
    const captions = article.captions.flatMap((caption, number) => [caption, article.credits[number]]);
    return { title: article.title, lead: article.lead, body: article.body,
        caption: captions.filter((text) => text !== "").join("\n\n") };
}

async function assertStored(index, quotes) {
    for (const [id, its] of groupById(quotes)) {
        const fields = fieldsOf(JSON.parse((await run(searcher, ["show", "--index", index, "--format", "json", "--", id])).out));
        const points = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, Array.from(text)]));
        for (const { field, start, end, quote } of its)
            assert.equal(points[field].slice(start, end).join(""), quote, `${id}, ${field} ${start} to ${end}`);
    }
}

function groupById(quotes) {
    const groups = new Map();
    for (const quote of quotes) groups.set(quote.id, [...(groups.get(quote.id) ?? []), quote]);
    return groups;
}

async function assertVerified(index, quotes) {
    const lines = quotes.map((quote) => JSON.stringify(quote)).join("\n");
    const { code, out } = await run(searcher, ["verify", "--index", index], lines);
    const verdicts = out.trim().split("\n").map((line) => JSON.parse(line).verdict);
    assert.deepEqual([...new Set(verdicts)], ["true"]);
    assert.equal(verdicts.length, quotes.length);
    assert.equal(code, 0);
}

/** Resolves with how many quotes were checked. */
export async function checkQuotes(client, index, calls) {
    const articles = await listArticles(index);
    const random = makeRandom(20120829);
    const quotes = [];
    for (let number = 0; number < calls; ++number) {
        const [name, args] = someCall(articles, random);
        quotes.push(...quotesOf(name, await call(client, name, args)));
    }
    await assertStored(index, quotes);
    await assertVerified(index, quotes);
    return quotes.length;
}
