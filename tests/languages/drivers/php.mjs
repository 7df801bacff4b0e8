// Runs `driver.php` in each of the folders that it is given, by PHP 8.1 in WebAssembly, and prints a line of JSON for each: what
// the driver prints.

import { existsSync, readFileSync } from "node:fs";

import { getPHPLoaderModule } from "@php-wasm/node-8-1";
import { PHP, loadPHPRuntime } from "@php-wasm/universal";

for (const folder of process.argv.slice(2)) {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  php.mkdir("/table");
  for (const file of ["codes.php", "driver.php", "questions.jsonl"].filter((file) => existsSync(`${folder}/${file}`))) {
    php.writeFile(`/table/${file}`, readFileSync(`${folder}/${file}`));
  }
  const { text, errors, exitCode } = await php.run({ scriptPath: "/table/driver.php" });
  if (exitCode !== 0 || errors !== "") {
    throw new Error(`${folder}: ${text}${errors}`);
  }
  await new Promise((written) => process.stdout.write(`${JSON.stringify(text)}\n`, written));
}
process.exit(0);
