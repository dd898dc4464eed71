import { dirname } from 'node:path/posix';

/**
 * The folders of the app with what they hold, and the floors inside each, from the top down. A file may import what stands in its own
 * folder, and on a lower floor of each folder around it. `>` divides floors; folders of one floor do not import each other. The dot is
 * the folder's own loose files. A folder without floors has only those.
 *
 * The import check, the tsconfigs and the drawing in ARCHITECTURE.md follow this table. Nothing else says who may import whom.
 */
const table = [
  ['', 'main renderer > shared'],

  ['main', 'app preload > core > worker > storage > base'],
  [
    'main/app',
    '. > menu > windows > page workers > base dialogs',
    'the Electron program: windows, page, menu',
  ],
  ['main/preload', '.', 'the bridge of each page to main'],
  [
    'main/core',
    '. > handlers > reports > import search vault > ports > drafts web window',
    'what the app does, asked by commands; the trust border',
  ],
  ['main/worker', '. > drafts output > alignment reports search', 'long work, in threads and processes'],
  [
    'main/worker/reports',
    '. > tables > html json markdown web-annotation word > claim-review wording > model > citations',
  ],
  [
    'main/storage',
    'check > backup reviews > library repair > article > access > computer > history vault > disk',
    'the library on the disk, down to the one way to it',
  ],
  ['main/base', '.', 'clock, ids, errors, tasks'],

  ['renderer', 'documents window'],
  ['renderer/window', 'app > features > state > reading-worker ui', 'what people see'],
  ['renderer/window/app', '. > menus screens > keyboard status > commands > drop'],
  [
    'renderer/window/features',
    'article article-view backups check claims drafts find help import library missing-library overview palette reading reports search settings sources',
  ],
  ['renderer/window/features/article-view', '. > overlays scroll selection > dom'],
  ['renderer/window/features/claims', 'list > card > . tags'],
  ['renderer/window/features/drafts', '. > queue'],
  ['renderer/window/features/sources', '. form > evidence > base'],
  ['renderer/window/state', '. > article reading > drafts files view > review > library > base'],
  ['renderer/window/ui', 'choices > dialog fields layout lists > . styles text'],
  [
    'renderer/documents',
    '. > write > read > zip',
    'the hidden page: reads untrusted files, writes into Word files',
  ],
  ['renderer/documents/read', '. > mail news > doc odt pdf rtf web word > flow text > base package'],
  ['renderer/documents/read/pdf', '. > blocks > lines > pages > worker'],
  ['renderer/documents/read/web', '. > metadata > article > elements'],
  ['renderer/documents/read/word', '. > reading > document'],

  [
    'shared',
    'contract > reports > drafts sample > coverage import > queries references spotting > domain > reading text-changes > text',
  ],
  ['shared/contract', 'keys > . > commands', 'every command and event between main and window, written once'],
  [
    'shared/reports',
    'confidential > . word > base',
    'what the window knows of reports, and the search for leaks',
  ],
  ['shared/reports/confidential', '. > terms > search'],
  ['shared/drafts', '.', 'the next draft: what became of each claim'],
  ['shared/sample', '.', 'the article of the first start'],
  ['shared/coverage', '.', 'which sentences were read'],
  [
    'shared/import',
    'text > edits > annotations > . base',
    'the proposal that an importer makes, and its editing',
  ],
  ['shared/queries', '. > names numbers > base', 'contradictions in the text'],
  ['shared/references', 'annotations records > .', 'pasted text -> fields of a source'],
  ['shared/spotting', '. > tagging > rules', 'words worth checking'],
  [
    'shared/domain',
    'history library > claims > sources > review settings > base',
    'article, draft, claim, source, evidence; changes and undo; settings',
  ],
  ['shared/reading', '. > lexicon', 'names, numbers and dates in sentences'],
  ['shared/text-changes', '. > tokens', 'whether a change of words is material'],
  ['shared/text', 'format selection > segmenter > . > characters > sequences', 'spans, words, sentences'],
  ['shared/text/segmenter', '. > rules'],
];

/** Folders that import less than their floor lets them: nothing outside of these and their own. */
const narrow = {
  'main/app': ['main/core', 'main/worker', 'main/base', 'shared'],
  'main/preload': ['shared/contract'],
  'renderer/window/ui': ['shared/contract/keys', 'shared/text'],
};

const node = /^node:/;
const electron = /^electron(-log)?(\/|$)/;
const page = /^(react|react-dom|react-aria-components|zustand|@tanstack\/react-virtual|lucide-react)(\/|$)/;

/** Where code runs: the packages that it does not have there, and what its tsconfig gives it. */
const hosts = {
  anywhere: { refused: [node, electron, page], types: null },
  node: { refused: [electron, page], types: ['node', 'vite/client'] },
  electron: { refused: [page], types: ['node', 'vite/client'] },
  page: { refused: [node, electron], types: ['vite/client'], hasDom: true },
};

/** The host of each folder; the longest path counts. */
const hostOfFolder = {
  shared: 'anywhere',
  main: 'node',
  'main/app': 'electron',
  'main/preload': 'electron',
  'main/core/drafts': 'anywhere',
  'main/worker/alignment': 'anywhere',
  'main/worker/drafts': 'anywhere',
  'main/worker/reports': 'anywhere',
  renderer: 'page',
};

/** Width of the column of folders in the drawing, in characters. */
const nameWidth = 16;

const isWithin = (path, folder) => folder === '' || path === folder || path.startsWith(`${folder}/`);

/** The rows of the table: each folder with the names on its floors, from the top down, and what it holds. */
export const rows = table.map(([folder, floors, holds = null]) => ({
  folder,
  holds,
  floors: floors.split(' > ').map((names) => names.split(' ')),
}));

const rowOf = new Map(rows.map((row) => [row.folder, row]));

/** Every folder that the table names, and those that hold code. */
export const knownFolders = new Set(
  rows.flatMap(({ folder, floors }) =>
    floors.flat().map((name) => (name === '.' ? folder : [folder, name].filter(Boolean).join('/'))),
  ),
);

/** Where a file stands in a folder around it: the name of the subfolder, or a dot for the folder's own files. */
function nameIn(folder, file) {
  const [name, ...below] = file.slice(folder === '' ? 0 : folder.length + 1).split('/');
  return below.length === 0 ? '.' : name;
}

/** The folder in which the paths of two files part. */
function findCommonFolder(file, other) {
  const folders = dirname(file).split('/');
  let common = '';
  for (const name of folders) {
    const next = common === '' ? name : `${common}/${name}`;
    if (!isWithin(dirname(other), next)) break;
    common = next;
  }
  return common;
}

export function findHost(file) {
  const [longest] = Object.keys(hostOfFolder)
    .filter((folder) => isWithin(file, folder))
    .sort((a, b) => b.length - a.length);
  return hostOfFolder[longest] ?? null;
}

/** Why a file has no place in the table; null when it has one. */
export function refuseFolder(file) {
  const folder = dirname(file);
  if (knownFolders.has(folder)) return null;
  return `${folder} is not in the table of floors`;
}

/** Why a file may not import another; null when it may. Both are paths from the root of files that are in the table. */
export function refuseImport(file, imported) {
  const folder = findCommonFolder(file, imported);
  const [from, to] = [nameIn(folder, file), nameIn(folder, imported)];
  if (from !== to) {
    const { floors } = rowOf.get(folder);
    const floorOf = (name) => floors.findIndex((names) => names.includes(name));
    if (floorOf(to) <= floorOf(from)) {
      const inFolder = folder === '' ? 'the app' : folder;
      const how = floorOf(to) === floorOf(from) ? 'beside' : 'above';
      return `in ${inFolder}, “${to}” stands ${how} “${from}”`;
    }
  }
  for (const [outer, reached] of Object.entries(narrow))
    if (isWithin(file, outer) && ![outer, ...reached].some((one) => isWithin(imported, one)))
      return `${outer} imports ${reached.join(', ')} alone`;
  return null;
}

/** Why a file may not import a package; null when it may. */
export function refusePackage(file, name) {
  const host = findHost(file);
  return hosts[host].refused.some((pattern) => pattern.test(name))
    ? `${file} has no ${name}: it runs ${host === 'anywhere' ? 'anywhere' : `in ${host}`}`
    : null;
}

/** The tsconfigs of the layers, by path: one for the folders of a host in each top folder, so that the compiler knows no other host. */
export function listTsconfigs() {
  const pure = Object.keys(hostOfFolder).filter(
    (folder) => hostOfFolder[folder] === 'anywhere' && folder.startsWith('main/'),
  );
  const inMain = pure.map((folder) => folder.slice('main/'.length));
  const create = (host, include, exclude = []) => ({
    extends: '../tsconfig.base.json',
    compilerOptions: {
      ...(hosts[host].hasDom && { lib: ['ES2023', 'DOM', 'DOM.Iterable'], jsx: 'react-jsx' }),
      types: hosts[host].types ?? [],
    },
    include,
    ...(exclude.length > 0 && { exclude }),
  });
  return {
    'shared/tsconfig.json': create('anywhere', ['.']),
    'main/tsconfig.json': create('electron', ['.'], inMain),
    'main/tsconfig.pure.json': create('anywhere', [...inMain, '../shared/globals.d.ts']),
    'renderer/tsconfig.json': create('page', ['.']),
  };
}

/** The folders that say what they hold, with their floors, as they are drawn in ARCHITECTURE.md. */
export function drawFloors() {
  const print = (floors) => floors.map((names) => names.join(' ')).join(' > ');
  const drawn = rows.filter(({ folder, holds }) => holds !== null || /^\w+$/.test(folder));
  const lines = drawn.flatMap(({ folder, holds, floors }) => {
    if (holds === null) return ['', `${folder}/`.padEnd(nameWidth) + print(floors)];
    const named = `  ${folder.slice(folder.indexOf('/') + 1)}`.padEnd(nameWidth) + holds;
    return floors.length > 1 ? [named, ' '.repeat(nameWidth) + print(floors)] : [named];
  });
  return `${lines.slice(1).join('\n')}\n`;
}
