// The official client, connected.

import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { searcher } from "../support/programs.mjs";

async function connected(transport) {
    const client = new Client({ name: "dateline-tests", version: "1" });
    await client.connect(transport);
    await client.listTools(); // from then on it holds answers against their schemas
    return client;
}

/** To a `searcher mcp` that it starts. */
export const connect = (index) =>
    connected(new StdioClientTransport({ command: searcher, args: ["mcp", "--index", index] }));

/** To a `searcher serve`. */
export const connectOverHttp = (address) => connected(new StreamableHTTPClientTransport(new URL("/mcp", address)));

/** What a tool answers, as data. */
export async function call(client, name, args) {
    const result = await client.callTool({ name, arguments: args });
    if (result.isError) throw new Error(result.content[0].text);
    return result.structuredContent;
}
