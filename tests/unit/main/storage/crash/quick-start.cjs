// Starts a bundled program with the code that V8 compiled in an earlier run. With STET_COMPILE=1 this is that run: it ends
// half a second after it began to work. Compiling costs more than all the work of a process that is soon killed.
const { readFileSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');

process.argv.splice(1, 1);
const [, program] = process.argv;
const cache = `${program}.cache`;
const compiles = process.env.STET_COMPILE === '1';
// Without compiled functions for the schemas, which pay off only after many calls.
globalThis.__zod_globalConfig = { jitless: true };

const script = new Script(`(function (exports, require) {${readFileSync(program, 'utf8')}\n})`, {
  filename: program,
  cachedData: compiles ? undefined : readFileSync(cache),
});
script.runInThisContext()({}, require);

if (compiles) {
  process.once('exit', () => writeFileSync(cache, script.createCachedData()));
  process.stdin.once('data', () => setTimeout(() => process.exit(), 500));
}
