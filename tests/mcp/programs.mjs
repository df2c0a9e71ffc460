// What the tests share: an index, the programs, and a client that has one of them started.

import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const { DATELINE_INDEXER: indexer, DATELINE_SEARCHER: searcher, DATELINE_FOLDER: folder } = process.env;
const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));

/** Runs a program to its end. */
export async function run(program, args, input = "") {
    const child = spawn(program, args);
    child.stdin.on("error", () => {}); // it may end without reading
    child.stdin.end(input);
    const ended = new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal })));
    const [out, error, end] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { ...end, out, error };
}

/** An index of corpus/ in a folder of its own. */
export async function makeIndex(name) {
    const index = `${folder}/${name}`;
    const added = await run(indexer, ["add", "--quiet", "--index", index, corpus]);
    if (added.code !== 0) throw new Error(added.error);
    return index;
}

/** The one that was named, else one of corpus/. */
export const indexToSearch = (name) => process.env.DATELINE_INDEX || makeIndex(name);

/** A client that has started `searcher mcp`. */
export async function connect(index) {
    const client = new Client({ name: "dateline-tests", version: "1" });
    await client.connect(new StdioClientTransport({ command: searcher, args: ["mcp", "--index", index] }));
    await client.listTools(); // from then on it holds answers against their schemas
    return client;
}

/** What a tool answers, as data. */
export async function call(client, name, args) {
    const result = await client.callTool({ name, arguments: args });
    if (result.isError) throw new Error(result.content[0].text);
    return result.structuredContent;
}
