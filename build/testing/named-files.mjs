import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path/posix';
import { isProgram, main } from '../command.mjs';
import { fromRoot, root } from '../root.mjs';
import { commentsOf } from './file-texts.mjs';

/** Documents written by others, and the changelog, which names files that existed at the time. */
const exempt = /^(tests\/fixtures\/|CHANGELOG\.md)/;

/** Files of the worked example of a new format, which exist in no checkout. */
const imagined = /\bepub\b/;

const topFolder = '(?:\\.github|\\.ci|build|docs|main|renderer|shared|tests)';
/** A path from the root, also without an ending, or the name of a source file. `NAME` and `*` stand for anything, `{a,b}` for either. */
const pathInDocument = new RegExp(
  `^(?:${topFolder}/[\\w./*{},-]*|(?:[\\w.*{},-]+/)*[\\w.*{},-]+\\.(?:tsx?|mts|mjs|css|c|html|md))$`,
);
/** The name of a source file, and that of a module without its ending, which only a hyphen distinguishes from other words. */
const fileInComment = /`((?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?:tsx?|mts|mjs))`/g;
const moduleInComment = /`((?:[a-z][\w-]*\/)*[a-z\d]+(?:-[a-z\d]+)+)`/g;
const pathInComment = new RegExp(`(?<![\\w./-])${topFolder}/[\\w/*{},.-]*[\\w/*}]`, 'g');

/** The paths that a document names as code or links to, with their offsets. */
function listPathsOfDocument(source) {
  const code = [...source.matchAll(/`([^`\n]+)`/g)].filter(([, text]) => pathInDocument.test(text));
  const links = [...source.matchAll(/\]\((?!\w+:|#)([^)#\s]+)(?:#[^)]*)?\)/g)];
  return [...code, ...links].map(({ 1: path, index }) => ({ path, index }));
}

/**
 * The paths that comments name: from the root, or as code with the ending of a source file. A module without its ending is one only in
 * the items of a list, because elsewhere such a name is often an attribute or a package.
 */
function listPathsOfSource(file, source) {
  return commentsOf(file, source).flatMap(({ text, start }) => {
    const items = text.match(/(?:^| )(?:-|\d+\.) [\s\S]*/)?.[0] ?? '';
    const fromRoots = Array.from(text.matchAll(pathInComment), ([path]) => path);
    const named = [...text.matchAll(fileInComment), ...items.matchAll(moduleInComment)].map(
      ([, path]) => path,
    );
    return [...new Set([...fromRoots, ...named])].map((path) => ({ path, index: start }));
  });
}

function createMatcher(path) {
  const pattern = path
    .replace(/\/$/, '')
    .replace(/[.$+()[\]^|]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, either) => `(?:${either.replaceAll(',', '|')})`)
    .replace(/\*+|\b[A-Z]{3,}\b(?!\\.md)/g, '[^/]*');
  return new RegExp(`(?:^|/)${pattern}(?:\\.[a-z]+)?(?:/|$)`);
}

/**
 * The paths that a document, or a comment of a source file, names and that are neither a file nor a folder in `files`, with their lines.
 * A path may leave out the folders before it, and the ending of the file.
 */
export function findMissingFiles(file, source, files) {
  const found = file.endsWith('.md') ? listPathsOfDocument(source) : listPathsOfSource(file, source);
  return found
    .filter(({ path }) => {
      if (imagined.test(path)) return false;
      const beside = normalize(`${dirname(file)}/${path}`);
      const matcher = createMatcher(path);
      return !files.some((one) => one === beside || one.startsWith(`${beside}/`) || matcher.test(one));
    })
    .map(({ path, index }) => ({ path, line: source.slice(0, index).split('\n').length }));
}

function listFiles() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listed.split('\n').filter((file) => file !== '');
}

if (isProgram(import.meta.url))
  await main(async () => {
    const files = listFiles();
    let count = 0;
    for (const file of files.filter((one) => /\.(ts|tsx|mts|mjs|md)$/.test(one) && !exempt.test(one)))
      for (const { path, line } of findMissingFiles(file, readFileSync(fromRoot(file), 'utf8'), files)) {
        count += 1;
        console.log(`${file}:${line}: there is no ${path}`);
      }
    return count === 0 ? 0 : 1;
  });
