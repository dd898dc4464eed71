import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync, Visitor } from 'rolldown/utils';
import { fromRoot } from '../root.mjs';

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

const endings = ['', '.ts', '.tsx', '.css', '.json'];

/** The path from the root of the file that an import names; null for a package. A path that names no file is returned as it is. */
export function resolveImport(file, imported) {
  const [path] = imported.split('?');
  if (!path.startsWith('.')) return null;
  const whole = join(dirname(file), path);
  const isFile = (one) => existsSync(fromRoot(one)) && statSync(fromRoot(one)).isFile();
  const ending = endings.find((one) => isFile(whole + one));
  return whole + (ending ?? '');
}
