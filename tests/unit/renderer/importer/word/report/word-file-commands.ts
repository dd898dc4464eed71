import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import validate from '@ooxml-tools/validate';
import type { BrowserCommand } from 'vitest/node';

const root = resolve(import.meta.dirname, '../../../../../..');
const corpora = process.env.STET_CORPORA || resolve(root, '../shared/corpora');

/** What a check against the schemas found. */
export interface SchemaError {
  part: string;
  path: string;
  description: string;
}

/** The names of the Word files of the fixtures, and of the corpora where they are. */
const listWordFiles: BrowserCommand<[]> = () =>
  [join(root, 'tests/fixtures'), join(corpora, 'word')]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.doc[xm]$/.test(name))
        .map((name) => join(folder, name)),
    );

/** A file, in base64. */
const readWordFile: BrowserCommand<[name: string]> = (_context, name) => readFileSync(name, 'base64');

/**
 * Checks a file in base64 with the validator of the Open XML SDK: by the transitional schemas of ECMA-376, those of Microsoft's
 * extensions, and rules that no schema expresses, such as unique ids. Null when the package as a whole has errors, which the
 * validator can't list.
 */
const validateWordFile: BrowserCommand<[base64: string]> = async (
  _context,
  base64,
): Promise<SchemaError[] | null> => {
  try {
    const errors = await validate(new Uint8Array(Buffer.from(base64, 'base64')), 'docx', 'Microsoft365');
    return errors.map(({ description, path }) => ({ part: path.partUri, path: path.xpath, description }));
  } catch (error) {
    // It reads the place of an error in the package, which has none.
    if (error instanceof TypeError) return null;
    throw error;
  }
};

export const wordFileCommands = { listWordFiles, readWordFile, validateWordFile };

declare module 'vitest/internal/browser' {
  interface BrowserCommands {
    listWordFiles: () => Promise<string[]>;
    readWordFile: (name: string) => Promise<string>;
    validateWordFile: (base64: string) => Promise<SchemaError[] | null>;
  }
}
