import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countWords } from '#shared/text/segmenter/words.ts';
import { articleClaims } from '#tests/every-format/article.ts';
import { findClaims } from '#tests/every-format/find-claims.ts';
import { formatFiles } from '#tests/every-format/formats.ts';
import { writeFodt } from '#tests/every-format/write-fodt.ts';
import { writeMail } from '#tests/every-format/write-mail.ts';
import { writeMarkdown, writePlainText } from '#tests/every-format/write-plain.ts';

const folder = 'tests/fixtures/every-format';

test('the files of the article in every format are small, and those that need no LibreOffice are up to date', () => {
  expect(readdirSync(folder).toSorted()).toEqual([...formatFiles].toSorted());
  for (const name of formatFiles) expect(statSync(join(folder, name)).size).toBeLessThan(100_000);
  const written = {
    'article.fodt': writeFodt({ columns: 1, isHyphenated: false, hasLigatures: false }),
    'article.md': writeMarkdown(),
    'lines.txt': writePlainText(),
    'wrapped.txt': writePlainText(72),
    'article.eml': writeMail(),
  };
  for (const [name, content] of Object.entries(written))
    expect(readFileSync(join(folder, name), 'utf8')).toBe(content);
});

test('a claim is found by its letters, also with other spaces, hyphens and ligatures, and among equal words', () => {
  const text = writePlainText();
  expect(countWords(text)).toBeGreaterThan(1_000);
  expect(articleClaims.length).toBeGreaterThanOrEqual(60);
  const slices = (from: string) => findClaims(from).map((span) => span && from.slice(span.start, span.end));
  expect(slices(text)).toEqual(articleClaims.map(({ words }) => words));

  const [first] = findClaims(text);
  const divided = text.replace('Five floods', 'Five\nﬂo\u00adods');
  expect(slices(divided)[0]).toBe('Five\nﬂo\u00adods in eleven years');
  expect(slices(text.replace('Five floods in', 'Five fires in'))[0]).toBeNull();
  expect(first?.start).toBe(text.indexOf('Five floods'));

  // The council spends £4 million twice; the claim is the first time.
  const index = articleClaims.findIndex(({ words }) => words === 'the council spent £4 million');
  expect(findClaims(text)[index]?.start).toBe(text.indexOf('the council spent £4 million'));
});
