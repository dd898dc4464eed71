import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isProgram, main } from '../command.mjs';
import { fromRoot, root } from '../root.mjs';
import {
  drawFloors,
  knownFolders,
  listTsconfigs,
  refuseFolder,
  refuseImport,
  refusePackage,
} from './floors.mjs';
import { listImports, resolveImport, respellImport } from './imports.mjs';

const program = /^(?:main|renderer|shared)\//;

/** Why an import of a file of the app is refused; null when it is not. */
function findFault(file, imported) {
  const path = resolveImport(file, imported);
  if (path === null) return refusePackage(file, imported);
  // The packages' own files are read from where they are installed.
  if (path.startsWith('node_modules/')) return null;
  if (!program.test(path)) return `${path} is no part of the app`;
  return refuseFolder(path) ?? refuseImport(file, path);
}

/** The faults of the imports of a file, a sentence each. Tests may import anything. */
export function findFaults(file, source) {
  const isOfApp = program.test(file);
  const place = isOfApp ? refuseFolder(file) : null;
  if (place) return [place];
  return listImports(file, source).flatMap((imported) => {
    const fault = isOfApp ? findFault(file, imported) : null;
    const spelled = respellImport(file, imported);
    return [
      ...(fault === null ? [] : [`${file} imports ${imported}: ${fault}`]),
      ...(spelled === null ? [] : [`${file} imports ${imported}: it is written ${spelled}`]),
    ];
  });
}

/** The part of ARCHITECTURE.md that is printed. */
const drawing = /(?<=<!-- printed by `npm run format` -->\n```\n)[\s\S]*?(?=```)/;

const architecture = fromRoot('ARCHITECTURE.md');

/** ARCHITECTURE.md with the drawing of today's floors. */
function printArchitecture() {
  const page = readFileSync(architecture, 'utf8');
  return page.replace(drawing, () => drawFloors());
}

const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** The files that differ from what the table of floors says. How JSON is laid out does not count: Biome formats it. */
function listStaleFiles() {
  const configs = Object.entries(listTsconfigs()).filter(
    ([path, config]) => readText(fromRoot(path)).replace(/\s/g, '') !== JSON.stringify(config),
  );
  const page = printArchitecture() === readText(architecture) ? [] : ['ARCHITECTURE.md'];
  return [...configs.map(([path]) => path), ...page];
}

function writeFiles() {
  for (const [path, config] of Object.entries(listTsconfigs()))
    writeFileSync(fromRoot(path), JSON.stringify(config, null, 2));
  writeFileSync(architecture, printArchitecture());
}

function listFiles() {
  const args = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'main',
    'renderer',
    'shared',
    'tests',
  ];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(
      (file) =>
        /\.(tsx?|css)$/.test(file) &&
        !file.endsWith('.d.ts') &&
        !file.startsWith('tests/fixtures/') &&
        existsSync(fromRoot(file)),
    );
}

if (isProgram(import.meta.url))
  await main(async () => {
    if (process.argv.includes('--write')) {
      writeFiles();
      return 0;
    }
    const files = listFiles();
    const empty = [...knownFolders].filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)));
    const faults = [
      ...files.flatMap((file) => findFaults(file, readFileSync(fromRoot(file), 'utf8'))),
      ...empty.map((folder) => `there is no code in ${folder}, which is in the table of floors`),
      ...listStaleFiles().map((path) => `${path} is not as the table of floors says: npm run format`),
    ];
    for (const fault of faults) console.log(fault);
    return faults.length === 0 ? 0 : 1;
  });
