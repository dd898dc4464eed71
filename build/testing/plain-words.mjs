import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isProgram, main } from '../command.mjs';
import { fromRoot, root } from '../root.mjs';
import { spaceOut, textsOfDocument, textsOfSource } from './file-texts.mjs';
import { findUnclear } from './plain-words-list.mjs';

/** Texts of others, lists of words, this list, and documents that list old words on purpose. */
const exempt =
  /^(tests\/fixtures\/|shared\/sample\/|shared\/reading\/lexicon\/|build\/testing\/plain-words|tests\/unit\/build\/testing\/plain-words|GLOSSARY\.md|CHANGELOG\.md)/;

/** Unclear words of one file, each with its line and words to use instead. */
export function findUnclearWords(file, source) {
  const texts = file.endsWith('.md') ? textsOfDocument(source) : textsOfSource(file, source);
  return [{ text: spaceOut(file), start: 0, isProse: false }, ...texts].flatMap(({ text, start, isProse }) =>
    findUnclear(text, isProse).map((one) => ({ line: source.slice(0, start).split('\n').length, ...one })),
  );
}

function listFiles() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listed
    .split('\n')
    .filter(
      (file) => /\.(ts|tsx|mts|mjs|md)$/.test(file) && !exempt.test(file) && existsSync(fromRoot(file)),
    );
}

if (isProgram(import.meta.url))
  await main(async () => {
    let count = 0;
    for (const file of listFiles())
      for (const { line, found, instead } of findUnclearWords(file, readFileSync(fromRoot(file), 'utf8'))) {
        count += 1;
        console.log(`${file}:${line}: “${found}”, better: ${instead}`);
      }
    return count === 0 ? 0 : 1;
  });
