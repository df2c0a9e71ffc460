// What tests for Node.js share: the programs, and an index.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
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

/** Starts `searcher serve`; resolves with the process and its address. */
export async function serve(index) {
    const server = spawn(searcher, ["serve", "--index", index, "--listen", "127.0.0.1:0"],
        { stdio: ["ignore", "pipe", "ignore"] });
    for await (const line of createInterface({ input: server.stdout })) {
        const address = line.match(/http:\/\/\S+/)?.[0];
        if (address) return { server, address };
    }
    throw new Error("the server ended without an address");
}
