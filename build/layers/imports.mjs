import { dirname, join, relative } from 'node:path/posix';
import { parseSync, Visitor } from 'rolldown/utils';

/** Where a style sheet takes something from another one. */
const importInStyles = /(?:@import\s+(?:url\()?|\bfrom\s+)(['"])([^'"]+)\1/g;

/**
 * Lists the imports of a file as they are written, types, `import()` and `export … from` included. A worker that it starts is a program of its own
 * and does not count.
 */
export function listImports(file, source) {
  if (file.endsWith('.css')) return Array.from(source.matchAll(importInStyles), ({ 2: path }) => path);
  const found = [];
  const add = ({ source: from }) => {
    if (typeof from?.value === 'string') found.push(from.value);
  };
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: add,
    TSImportType: add,
  }).visit(parseSync(file, source).program);
  return found;
}

/** The path from the root of the file that an import names; null for a package. */
export function resolveImport(file, imported) {
  const [path] = imported.split('?');
  if (path.startsWith('#')) return path.slice(1);
  return path.startsWith('.') ? join(dirname(file), path) : null;
}

const ownFolder = /^(?:build|main|renderer|shared|tests)\//;

/** How an import is to be written, so that there is one way; null when it is written so, and where a bundler reads more than a path. */
export function respellImport(file, imported) {
  const path = resolveImport(file, imported);
  if (path === null || imported.includes('?') || !ownFolder.test(path)) return null;
  const from = relative(dirname(file), path);
  const spelled = from.startsWith('../../') ? `#${path}` : from.startsWith('.') ? from : `./${from}`;
  return imported === spelled ? null : spelled;
}
