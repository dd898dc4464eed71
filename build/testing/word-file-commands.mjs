import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import validate from '@ooxml-tools/validate';
import { fromRoot } from '../root.mjs';
import { findInCorpora } from './corpora.mjs';

/** Commands that tests in the browser call here, in Node: a page can neither list files nor run the validator of Word files. */

/** The paths of the Word files of the fixtures, and of real ones where there are any (`corpora.mjs`). */
const listWordFiles = () =>
  [fromRoot('tests/fixtures'), findInCorpora('word')]
    .filter((folder) => folder !== null)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.doc[xm]$/.test(name))
        .map((name) => join(folder, name)),
    );

/**
 * A file, in base64.
 *
 * @param {unknown} _context
 * @param {string} path
 */
const readWordFile = (_context, path) => readFileSync(path, 'base64');

/**
 * Checks a file in base64 with the validator of the Open XML SDK: by the transitional schemas of ECMA-376, those of Microsoft's
 * extensions, and rules that no schema expresses, such as unique ids. Null when the package as a whole has errors, which the
 * validator can't list.
 *
 * @param {unknown} _context
 * @param {string} base64
 */
const validateWordFile = async (_context, base64) => {
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
