import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { folder, indexToSearch, indexer, makeIndex, run, searcher } from "../support/programs.mjs";
import { call, connect } from "./client.mjs";
import { checkQuotes } from "./quotes.mjs";

const calls = {
    search_news: { query: "japan OR oil", limit: 2 },
    facets: { query: "japan OR oil", facet: ["year>month", "source"], facet_limit: 3 },
    timeline: { query: "japan OR oil", timeline: "month" },
};

let index;
let client;

before(async () => {
    index = await indexToSearch("tools");
    client = await connect(index);
});

after(() => client.close());

test("the client is told who it talks to, and how to ask", () => {
    assert.equal(client.getServerVersion().name, "dateline");
    assert.match(client.getInstructions(), /exact phrase/);
});

test("every tool is listed, only reads, and says what it takes and gives", async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name),
        ["search_news", "read_article", "facets", "timeline", "similar_articles", "verify_quote"]);
    for (const tool of tools) {
        assert.equal(tool.annotations.readOnlyHint, true);
        assert.ok(tool.outputSchema);
        for (const [name, property] of Object.entries(tool.inputSchema.properties))
            assert.ok(property.description, `${tool.name}, ${name}`);
    }
});

test("every tool can be called, and its answer fits its schema", async () => {
    const answers = {};
    for (const [name, args] of Object.entries(calls)) answers[name] = await call(client, name, args);
    const found = answers.search_news.results;
    assert.equal(found.length, 2);
    assert.ok(found[0].date);
    const id = found[0].id;
    assert.equal((await call(client, "read_article", { id })).id, id);
    assert.ok((await call(client, "similar_articles", { id, limit: 2 })).results);
    const { field, start, end, quote } = found[0];
    const checked = await call(client, "verify_quote", { id, field, start, end, quote });
    assert.equal(checked.verdict, "true");
    assert.equal(answers.facets.total, answers.search_news.total);
    const counted = answers.timeline.rows.reduce((sum, row) => sum + row.count, 0) + answers.timeline.undated +
        answers.timeline.less_exact.reduce((sum, row) => sum + row.count, 0);
    assert.equal(counted, answers.search_news.total);
});

test("a text beside the data says the same", async () => {
    const result = await client.callTool({ name: "search_news", arguments: calls.search_news });
    assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
});

test("a mistake in a query is told with its column, as an answer", async () => {
    const result = await client.callTool({ name: "search_news", arguments: { query: "oil titel:summit" } });
    assert.equal(result.isError, true);
    assert.match(result.content[0].text, /column 5/);
});

test("an article can be read as a resource", async () => {
    const { results } = await call(client, "search_news", { query: "japan OR oil", limit: 1 });
    const { resourceTemplates } = await client.listResourceTemplates();
    const uri = resourceTemplates[0].uriTemplate.replace("{id}", encodeURIComponent(results[0].id));
    const { contents } = await client.readResource({ uri });
    assert.equal(JSON.parse(contents[0].text).id, results[0].id);
});

test("quotes of 500 calls stand in the stored articles where they are said to", async (context) => {
    const checked = await checkQuotes(client, index, 500);
    context.diagnostic(`${checked} quotes`);
    assert.ok(checked > 500);
});

test("what is published is seen at the next call", async () => {
    const live = await makeIndex("live");
    const watcher = await connect(live);
    const count = async () => (await call(watcher, "search_news", { query: "title:zyzzyva", limit: 0 })).total;
    try {
        assert.equal(await count(), 0);
        for (const number of [1, 2, 3]) {
            const file = `${folder}/zyzzyva.jsonl`;
            await writeFile(file, JSON.stringify({ id: `z${number}`, title: "A zyzzyva", body: "It was seen." }));
            const added = await run(indexer, ["add", "--quiet", "--index", live, file]);
            assert.equal(added.code, 0, added.error);
            assert.equal(await count(), number);
        }
    } finally {
        await watcher.close();
    }
});

test("the program ends with its input, and by SIGTERM, with exit code 0", async () => {
    for (const end of [(child) => child.stdin.end(), (child) => child.kill("SIGTERM")]) {
        const child = spawn(searcher, ["mcp", "--index", index]);
        child.stdin.write('{"jsonrpc":"2.0","id":1,"method":"ping"}\n');
        await new Promise((resolve) => child.stdout.once("data", resolve));
        end(child);
        assert.deepEqual(await new Promise((resolve) => child.on("close", (...ended) => resolve(ended))), [0, null]);
    }
});
