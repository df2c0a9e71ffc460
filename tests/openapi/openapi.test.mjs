import { Validator } from "@seriousme/openapi-schema-validator";
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { generateApi } from "swagger-typescript-api";
import { folder, indexToSearch, serve } from "../support/programs.mjs";

let server;
let address;
let openapi;

before(async () => {
    ({ server, address } = await serve(await indexToSearch("openapi")));
    openapi = await (await fetch(`${address}/api/openapi.json`)).json();
});

after(() => server.kill("SIGTERM"));

/** A client made from the document alone. */
async function generateClient() {
    await writeFile(`${folder}/openapi.json`, JSON.stringify(openapi));
    const { files } = await generateApi({
        input: `${folder}/openapi.json`, output: false, toJS: true, httpClientType: "fetch", silent: true,
    });
    const module = `${folder}/client.mjs`;
    await writeFile(module, files.find(({ fileExtension }) => fileExtension === ".js").fileContent);
    const { Api } = await import(module);
    return new Api({ baseUrl: address });
}

test("the document is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(openapi));
    assert.equal(valid, true, JSON.stringify(errors));
    assert.equal(validator.version, "3.1");
});

test("a client generated from it makes its calls", async () => {
    const { api, healthz, feedAtom, opensearchXml } = await generateClient();
    const data = async (answer) => (await answer).data;
    const q = "japan OR oil";

    assert.equal((await data(healthz.healthz())).status, "ok");
    const page = await data(api.search({ q, limit: 2, facet: ["year", "source"] }));
    assert.equal(page.results.length, 2);
    assert.ok(page.total > 2);
    assert.ok(page.facets.year && page.facets.source);
    const { id } = page.results[0];
    const second = await data(api.search({ q, limit: 1, offset: 1 }));
    assert.equal(second.results[0].id, page.results[1].id);
    assert.equal((await data(api.article(encodeURIComponent(id), { query: q }))).matches, true);
    assert.equal((await data(api.facets({ q }))).total, page.total);
    assert.equal((await data(api.timeline({ q, timeline: "year" }))).timeline.unit, "year");
    assert.ok((await data(api.similar(encodeURIComponent(id), { limit: 3 }))).results.length <= 3);
    assert.ok((await data(api.suggest({ prefix: "jap" }))).completions.length > 0);
    assert.match(await (await feedAtom.feed({ q })).text(), /<feed/);
    assert.match(await (await opensearchXml.opensearch()).text(), /<OpenSearchDescription/);
    const mistake = await api.search({ q: "titel:oil" }).catch((answer) => answer);
    assert.equal(mistake.status, 400);
    assert.equal(mistake.error.column, 1);
});
