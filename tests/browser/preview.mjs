// What tests and benchmarks of the preview share: a running `tashawur serve`, and a page that tells when it was renewed.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";

const target = process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname, "../../target");

// Starts the preview of a site on a free port and waits for its address.
export async function preview(folder, { profile = "debug", more = [] } = {}) {
  const program = spawn(join(target, profile, "tashawur"), ["serve", "--site", folder, "--port", "0", ...more], {
    env: { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((done) => program.once("exit", done));
  const lines = createInterface({ input: program.stderr });
  const said = [];
  const address = await new Promise((done, fail) => {
    lines.on("line", (line) => {
      said.push(line);
      const found = /(http:\/\/[\d.:]+\/)$/.exec(line);
      if (found) done(found[1]);
    });
    program.once("error", fail);
    ended.then((code) => fail(new Error(`the preview ended with ${code}\n${said.join("\n")}`)));
  });
  const close = async () => {
    program.kill("SIGTERM");
    return ended;
  };
  return { address, said, close };
}
