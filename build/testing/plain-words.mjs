import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'rolldown/utils';
import { isProgram, main } from '../command.mjs';
import { fromRoot, root } from '../root.mjs';

/** Words that keep newcomers from understanding names, comments and the interface, each with words to use instead. */
const words = [
  [/\b(un)?told\b(?! apart)/i, 'reported, described, notified'],
  [/\btell(s|ing)?\b/i, 'report, describe, notify, show'],
  [/\bunsaid\b/i, 'missing, left out'],
  [/\bmend(s|ed|ing)?\b/i, 'edit, fix, correct'],
  [/\bcall(s|ed|ing)? off\b/i, 'cancel'],
  [/\blet(s|ting)? go\b/i, 'retire, release'],
  [/\bfor want of\b/i, 'without, lacking'],
  [/\bneedles?\b/i, 'search pattern'],
  [/\bso (many|much)\b/i, 'this many, at most …'],
];

/** Openings that make a sentence hard to follow. A question may begin with “What”. */
const openings = [
  [/^Of (?!course\b)/, 'begin with the subject'],
  [/^Whatever\b/, 'anything that …'],
  [/^What\b(?!.*\?$)/, 'name the thing first'],
];

/** Names on users' disks, which stay as they are. */
const storedNames = /\b(claim\.)?letGo\b/g;

/** Texts of others, this list, and documents that list old words on purpose. */
const exempt =
  /^(tests\/fixtures\/|shared\/sample\/|build\/testing\/plain-words|tests\/unit\/build\/testing\/plain-words|GLOSSARY\.md|CHANGELOG\.md)/;

const splitSentences = (text) => text.split(/(?<=[.!?:])\s+|\n\s*\n/);

/** Unclear words and openings in a text, each with words to use instead. Only prose has sentences. */
export function findUnclear(text, isProse) {
  const ours = text.replace(storedNames, '');
  const unclear = words.flatMap(([word, instead]) => {
    const match = word.exec(ours);
    return match ? [{ found: match[0], instead }] : [];
  });
  if (!isProse) return unclear;
  const sentences = splitSentences(ours);
  return unclear.concat(
    openings.flatMap(([opening, instead]) =>
      sentences.filter((one) => opening.test(one)).map((one) => ({ found: one.slice(0, 40), instead })),
    ),
  );
}

const spaceOut = (name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_/.]/g, ' ');

const readComment = (value) =>
  value
    .replace(/^\*?/, '')
    .replace(/\n\s*\*\s*(?=\n)/g, '\n\n')
    .replace(/\n\s*\*? ?(?=\S)/g, ' ')
    .trim();

/** Strings of tests quote articles, and descriptions in the schema of JSON reports are published. */
const hasOthersStrings = /^(tests|shared\/reports\/json)\//;

/** Comments, declared names and strings of a source file. */
function textsOfSource(file, source) {
  const { program, comments } = parseSync(file, source);
  const texts = comments.map(({ value, start }) => ({ text: readComment(value), start, isProse: true }));
  const addName = (id) => {
    if (id?.type === 'Identifier') texts.push({ text: spaceOut(id.name), start: id.start, isProse: false });
  };
  const addString = (text, start) => {
    if (/\s/.test(text) && !hasOthersStrings.test(file)) texts.push({ text, start, isProse: false });
  };
  new Visitor({
    FunctionDeclaration: ({ id }) => addName(id),
    VariableDeclarator: ({ id }) => addName(id),
    ClassDeclaration: ({ id }) => addName(id),
    TSInterfaceDeclaration: ({ id }) => addName(id),
    TSTypeAliasDeclaration: ({ id }) => addName(id),
    Literal: ({ value, start }) => typeof value === 'string' && addString(value, start),
    TemplateElement: ({ value, start }) => addString(value.cooked ?? '', start),
    JSXText: ({ value, start }) => addString(value, start),
  }).visit(program);
  return texts;
}

/** The prose of a document, a paragraph or item at a time, without code. */
function textsOfDocument(source) {
  const prose = source.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(/(?:^|\n)[\s>*#|-]*([^\n]+(?:\n(?![\s>*#|-]*\n|\s*[-*#|]).+)*)/g)].map(
    ({ 0: all, 1: text, index }) => ({
      text: text.replace(/\s+/g, ' '),
      start: index + all.length - text.length,
      // A heading is no sentence.
      isProse: !/^\s*#/.test(all),
    }),
  );
}

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
