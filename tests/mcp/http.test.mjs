import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { indexToSearch, serve } from "../support/programs.mjs";
import { call, connectOverHttp } from "./client.mjs";
import { checkQuotes } from "./quotes.mjs";

let index;
let server;
let address;
let client;

before(async () => {
    index = await indexToSearch("http");
    ({ server, address } = await serve(index));
    client = await connectOverHttp(address);
});

after(async () => {
    await client.close();
    server.kill("SIGTERM");
});

test("every tool is there over HTTP too", async () => {
    assert.equal((await client.listTools()).tools.length, 6);
    const { results, total } = await call(client, "search_news", { query: "japan OR oil", limit: 1 });
    const id = results[0].id;
    assert.equal((await call(client, "read_article", { id })).id, id);
    assert.equal((await call(client, "facets", { query: "japan OR oil", facet: ["year"] })).total, total);
    assert.equal((await call(client, "timeline", { query: "japan OR oil" })).total, total);
    assert.ok((await call(client, "similar_articles", { id })).results);
    assert.equal((await call(client, "verify_quote", { id, quote: results[0].quote })).verdict, "true");
});

test("quotes of 50 calls stand in the stored articles where they are said to", async () => {
    assert.ok(await checkQuotes(client, index, 50) > 50);
});

test("pages from elsewhere may not ask", async () => {
    const answer = await fetch(new URL("/mcp", address), {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", Origin: "https://evil.example" },
        body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    });
    assert.equal(answer.status, 403);
});
