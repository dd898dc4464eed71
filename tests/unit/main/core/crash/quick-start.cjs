// Starts a bundled program with the code that V8 compiled in an earlier run: with STET_COMPILE=1 that run is this one. It ends
// half a second after it was let go. Compiling costs more than all the work of a process that is soon killed.
const { readFileSync, writeFileSync } = require('node:fs');
const { Script } = require('node:vm');

process.argv.splice(1, 1);
const [, program] = process.argv;
const cache = `${program}.cache`;
const compiles = process.env.STET_COMPILE === '1';
// The same schemas, without a function that is compiled for each: it is worth its while after many calls only.
globalThis.__zod_globalConfig = { jitless: true };

const script = new Script(`(function (exports, require) {${readFileSync(program, 'utf8')}\n})`, {
  filename: program,
  cachedData: compiles ? undefined : readFileSync(cache),
});
script.runInThisContext()({}, require);

if (compiles)
  process.stdin.once('data', () =>
    setTimeout(() => {
      writeFileSync(cache, script.createCachedData());
      process.exit();
    }, 500),
  );
