import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importPastedText, importTextFile } from '#renderer/documents/read/text/import-text.ts';
import { createFileOrigin, maxTextLength } from '#shared/domain/base/draft.ts';
import { draftProposalSchema, type ImportResult } from '#shared/import/base/proposal.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText, longRun } from '#tests/unit/shared/arbitraries.ts';
import { fixture } from '#tests/unit/shared/fixtures.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string) => importTextFile(name, bytesOf(text));

function proposal(imported: ImportResult) {
  if (!imported.ok) throw new Error(imported.problem.message);
  return draftProposalSchema.parse(imported.proposal);
}

describe('importing text', () => {
  test('a file has its name as origin, and pasted text has none', () => {
    expect(proposal(file('a.txt', 'Text.')).origin).toEqual(createFileOrigin('a.txt'));
    expect(proposal(importPastedText('Text.\r\nMore.'))).toMatchObject({
      origin: { kind: 'paste', name: null },
      text: 'Text.\n\nMore.',
    });
  });

  test('the extension decides what is Markdown', () => {
    for (const name of ['a.md', 'a.MARKDOWN', 'a.b.md'])
      expect(proposal(file(name, '*a* b')).text).toBe('a b');
    for (const name of ['a.txt', 'md', 'a.md.txt', 'a'])
      expect(proposal(file(name, '*a* b')).text).toBe('*a* b');
  });

  test('front matter becomes the metadata of the article', () => {
    expect(proposal(importTextFile('front-matter.md', fixture('front-matter.md')))).toMatchObject({
      title: 'Ferry to stop in May: a long goodbye',
      byline: 'Ada Brinnekamp, Bo Keld',
      publishedAt: '2026-05-03',
      link: 'https://paper.example/ferry',
      language: 'en-GB',
      text: 'The ferry will stop on 3 May.',
    });
  });

  test.each([
    ['the first heading', 'a.md', '## Two\n\n# One', 'One'],
    ['the headline', 'a.txt', 'Ferry to  stop\n\nIt stops.', 'Ferry to stop'],
    ['the first sentence', 'a.txt', 'It stops on 3 May. Nobody knew.', 'It stops on 3 May.'],
    ['a sentence after the byline', 'a.txt', 'By Ada Keld\n\nIt stops. Nobody knew.', 'It stops.'],
    ['the name of the file', 'Ferry stops.draft.txt', '\u200b', 'Ferry stops.draft'],
    ['something at least', '.txt', '\u200b', 'Untitled article'],
    ['something at least of a byline', 'by.txt', 'by', 'by'],
  ])('the proposed title is %s', (_, name, text, expected) => {
    expect(proposal(file(name, text)).title).toBe(expected);
  });

  test('a long first sentence is shortened for the title', () => {
    const { title, text } = proposal(importPastedText(`${'word '.repeat(100)}end. More.`));
    expect(title.length).toBeLessThanOrEqual(121);
    expect(title.endsWith('…')).toBe(true);
    expect(text).toContain('word end. More.');
  });

  test.each([
    ['a heading without a space', 'a.md', `# ${'x'.repeat(2_500)}\n\nText.`, 'x'.repeat(1_999)],
    ['a file’s name', `${'x'.repeat(2_500)}.txt`, '\u200b', 'x'.repeat(1_999)],
  ])('a proposed title is never too long: %s', (_, name, text, kept) => {
    const imported = file(name, text);
    expect(imported.ok && imported.proposal.title).toBe(`${kept}…`);
  });

  test('the metadata of an article is on one line each', () => {
    const matter = 'title: |\n  Ferry\n  to stop\nby: "Ada\u2028Keld"\ndate: 2026';
    expect(proposal(file('a.md', `---\n${matter}\n---\nText.`))).toMatchObject({
      title: 'Ferry to stop',
      byline: 'Ada Keld',
    });
    expect(proposal(file('Ferry\nto stop.txt', '\u200b')).title).toBe('Ferry to stop');
    expect(proposal(file('a.md', 'Ferry\nto stop\n===\n\nText.')).title).toBe('Ferry to stop');
  });

  test('untidy text stays unchanged', () => {
    const { text, blocks } = proposal(importTextFile('untidy.txt', fixture('untidy.txt')));
    const source = new TextDecoder().decode(fixture('untidy.txt'));
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', ...Array(6).fill('paragraph')]);
    expect(text).toBe(source.trimEnd().replace(/\n \t \n|\n+/g, '\n\n'));
  });

  test.each([
    ['one-paragraph-per-line.txt', 3],
    ['hard-wrapped.txt', 1],
    ['windows-1252.txt', 3],
  ])('the file %s has %i blocks', (name, count) => {
    expect(proposal(importTextFile(name, fixture(name))).blocks).toHaveLength(count);
  });

  test.each([
    ['nothing pasted', importPastedText(' \n\u00a0'), 'empty'],
    ['front matter and no text', file('a.md', '---\ntitle: A\n---\n'), 'empty'],
    ['Markdown without words', file('a.md', '***\n\n![](a.png)'), 'empty'],
    ['an empty file', importTextFile('empty.txt', fixture('empty.txt')), 'empty'],
    ['a paste too long', importPastedText('a'.repeat(maxTextLength + 1)), 'tooLarge'],
    ['a file too long', importTextFile('a.txt', new Uint8Array(maxTextLength + 1).fill(97)), 'tooLarge'],
    [
      'a file of too many bytes',
      importTextFile('a.txt', new Uint8Array(3 * maxTextLength + 1).fill(97)),
      'tooLarge',
    ],
    ['a Word document', file('a.docx', 'PK\u0003\u0004'), 'unsupported'],
  ])('%s is refused', (_, imported, code) => {
    expect(imported.ok ? null : imported.problem.code).toBe(code);
    expect(imported.ok ? '' : imported.problem.message).toMatch(/^\S.*; nothing was changed\. [A-Z].*\.$/);
  });

  test('a text of the maximum length is imported', () => {
    const text = `Headline\n\n${'word and '.repeat(maxTextLength / 9)}`.slice(0, maxTextLength);
    expect(proposal(importPastedText(text)).blocks).toHaveLength(2);
  });

  test.each([
    ['hostile text', hostileText],
    ['long runs', longRun],
  ])('the import gives a valid proposal or a problem, and the same one twice: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom('a.md', 'a.txt', 'a\u2028b', '\ud83d.md'), (text, name) => {
        const all = [
          () => importPastedText(text),
          () => file(name, text),
          () => file(name, `---\ntitle: ${text}\n---\n${text}`),
        ];
        for (const run of all) {
          const imported = run();
          expect(run()).toEqual(imported);
          if (!imported.ok) continue;
          expect(draftProposalSchema.safeParse(imported.proposal).error).toBeUndefined();
          expect(imported.proposal.title.trim()).not.toBe('');
          const ids = imported.proposal.blocks.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          // The blocks can be recovered from the text, because none contains the separator.
          for (const { start, end } of imported.proposal.blocks)
            expect(imported.proposal.text.slice(start, end).includes('\n\n')).toBe(false);
        }
      }),
      { numRuns: choose(75, 300) },
    );
  });
});
