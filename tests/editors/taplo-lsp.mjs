// taplo's language server over standard input and output, as the extension Even Better TOML runs it: `@taplo/lsp` is the
// server itself, compiled to WebAssembly, and its host gives it the file system.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import taplo from "@taplo/lsp";
import { StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const writer = new StreamMessageWriter(process.stdout);
const server = await taplo.TaploLsp.initialize(
  {
    now: () => new Date(),
    cwd: () => process.cwd(),
    envVar: (name) => process.env[name],
    envVars: () => Object.entries(process.env),
    findConfigFile: (from) => [".taplo.toml", "taplo.toml"].map((name) => path.join(from, name)).find(fs.existsSync),
    // Asked for the files that a configuration includes: here, all below the current folder that are TOML.
    glob: () => fs.readdirSync(".", { recursive: true }).filter((file) => file.endsWith(".toml")).map((file) => path.resolve(file)),
    isAbsolute: path.isAbsolute,
    readFile: (file) => fs.promises.readFile(file),
    writeFile: (file, bytes) => fs.promises.writeFile(file, bytes),
    stdErrAtty: () => false,
    stdin: process.stdin,
    stdout: process.stderr,
    stderr: process.stderr,
    urlToFilePath: fileURLToPath,
  },
  { onMessage: (message) => writer.write(message) },
);
new StreamMessageReader(process.stdin).listen((message) => {
  if (message.method === "exit") process.exit();
  server.send(message);
});
