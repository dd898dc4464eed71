import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCleanDocument } from '#main/worker/reports/word/clean-document.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { rebuildText } from '#shared/import/text/edit-text-map.ts';
import { toXmlText } from '#shared/reports/word/xml.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { createNotesProposal } from '#tests/unit/shared/import/base/notes-proposal.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { openFixture } from '../hostile-review.ts';
import { buildTestReport } from '../model/build-test-report.ts';
import { readParagraphs, readPartTexts } from './read-word-parts.ts';

function createDocument({ review, draft }: { review: Review; draft: Draft }, by: string | null = 'Ada') {
  return createCleanDocument(buildTestReport(review, draft, true, by), draft, 'a4');
}

/** The main part of the document. */
function getMain(opened: { review: Review; draft: Draft }): string {
  return createDocument(opened).parts['word/document.xml'] ?? '';
}

function rebuild(opened: { review: Review; draft: Draft }): string | null {
  const document = createDocument(opened);
  return rebuildText(document.map, readPartTexts(document));
}

const { review, draft } = openSample();
const sampleBlock = draft.blocks[0];

/** The sample's draft with other blocks and marks. */
function createMarked(
  blocks: { kind: Draft['blocks'][number]['kind']; text: string }[],
  marks: Draft['marks'] = [],
): Draft {
  if (!sampleBlock) throw new Error('the sample has blocks');
  const text = blocks.map((block) => block.text).join('\n\n');
  let start = 0;
  return {
    ...draft,
    text,
    marks,
    blocks: blocks.map((block, index) => {
      const from = start;
      start += block.text.length + 2;
      const level = block.kind === 'heading' ? 2 : null;
      return {
        ...sampleBlock,
        id: `b${index}`,
        kind: block.kind,
        level,
        start: from,
        end: from + block.text.length,
      };
    }),
  };
}

describe('the map of a document of our own', () => {
  test('leads to the text of the draft', () => {
    expect(rebuild({ review, draft })).toBe(draft.text);
  });

  test.each([
    'article.md',
    'front-matter.md',
    'hard-wrapped.txt',
    'hostile.md',
    'crlf.txt',
    'shift-jis.txt',
    'untidy.txt',
  ])('leads to that of %s', (name) => {
    const opened = openFixture(name);
    expect(rebuild(opened)).toBe(toXmlText(opened.draft.text));
  });

  test('leads to any text, with what XML can’t hold replaced', () => {
    const block = fc.record({
      kind: fc.constantFrom<Draft['blocks'][number]['kind'][]>(
        'paragraph',
        'heading',
        'quote',
        'listItem',
        'caption',
        'tableRow',
        'note',
      ),
      text: hostileText.filter((text) => text !== ''),
    });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const marked = createMarked(blocks);
        expect(rebuild({ review, draft: marked })).toBe(toXmlText(marked.text));
      }),
    );
  });
});

describe('a document of our own', () => {
  test('begins with the title and the byline, and says who made it', () => {
    const { parts } = createDocument({ review, draft });
    expect(parts['word/document.xml']).toMatch(/<w:pStyle w:val="Title"\/>/);
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Ada</dc:creator>');
    expect(createDocument({ review, draft }, null).parts['docProps/core.xml']).not.toContain('creator');
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  });

  test('has each kind of block in a style of its own, and one table for rows that follow each other', () => {
    const marked = createMarked([
      { kind: 'heading', text: 'The quay' },
      { kind: 'quote', text: 'We were asked' },
      { kind: 'listItem', text: 'without a number' },
      { kind: 'listItem', text: '1. with one' },
      { kind: 'caption', text: 'The quay in May' },
      { kind: 'tableRow', text: 'Year\tCost' },
      { kind: 'tableRow', text: '2026\t12\tmillion' },
      { kind: 'paragraph', text: 'Two\nlines' },
    ]);
    const xml = getMain({ review, draft: marked });
    const styles = Array.from(xml.matchAll(/<w:pStyle w:val="(\w+)"\/>/g), ([, style]) => style);
    expect(styles.slice(-10)).toEqual([
      ...['Heading1', 'Quote', 'ListParagraph', 'ListParagraph', 'Caption'],
      ...Array.from({ length: 5 }, () => 'TableText'),
    ]);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
    expect(xml.match(/<w:gridAfter w:val="1"\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:numPr>/g)).toHaveLength(1);
    expect(xml).toContain('Two</w:t><w:br/><w:t xml:space="preserve">lines');
    expect(readParagraphs(xml)).toContain('million');
  });

  test('has bold and italic words and links that may be opened, and no others', () => {
    const mark = (kind: 'bold' | 'italic' | 'link', start: number, href: string | null = null) => ({
      kind,
      start,
      end: start + 3,
      href,
      target: null,
    });
    const marked = createMarked(
      [{ kind: 'paragraph', text: 'one two six ten' }],
      [
        mark('bold', 0),
        mark('italic', 4),
        mark('link', 8, 'https://quay.example/?a=1&b=2'),
        mark('link', 12, 'javascript:alert(1)'),
      ],
    );
    const { parts } = createDocument({ review, draft: marked });
    const xml = parts['word/document.xml'] ?? '';
    expect(xml).toMatch(/<w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">one</);
    expect(xml).toMatch(/<w:i\/><w:iCs\/><\/w:rPr><w:t xml:space="preserve">two</);
    expect(xml.match(/<w:hyperlink /g)).toHaveLength(1);
    expect(parts['word/_rels/document.xml.rels']).toContain(
      'Target="https://quay.example/?a=1&amp;b=2" TargetMode="External"',
    );
  });

  test('reads from right to left where the text does', () => {
    const marked = createMarked([
      { kind: 'paragraph', text: 'נפתח ב-14 במרץ' },
      { kind: 'paragraph', text: 'It opened.' },
    ]);
    const xml = getMain({ review, draft: marked });
    expect(xml.match(/<w:bidi\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:rtl\/>/g)).toHaveLength(1);
  });
});

describe('notes', () => {
  const noteText = '[1] See the council’s budget.';
  const reference = (start: number) => ({
    kind: 'noteRef' as const,
    start,
    end: start + 3,
    href: null,
    target: 'b1',
  });

  test('become footnotes where the text refers to them, and keep their words in the map', () => {
    const marked = createMarked(
      [
        { kind: 'paragraph', text: 'It cost 12[1] million[1].' },
        { kind: 'note', text: noteText },
        { kind: 'note', text: 'Second paragraph.' },
        { kind: 'paragraph', text: 'Later.' },
        { kind: 'note', text: '[2] Nobody refers to it.' },
      ],
      [reference(10), reference(21)],
    );
    const document = createDocument({ review, draft: marked });
    const { 'word/document.xml': main = '', 'word/footnotes.xml': notes = '' } = document.parts;
    expect(main.match(/<w:footnoteReference w:id="1"\/>/g)).toHaveLength(1);
    expect(main).toContain('<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">[1]<');
    expect(readParagraphs(notes).slice(-2)).toEqual([' See the council’s budget.', 'Second paragraph.']);
    expect(readParagraphs(main)).toContain('[2] Nobody refers to it.');
    expect(rebuildText(document.map, readPartTexts(document))).toBe(marked.text);
  });

  test('that are the author’s sources are left out, and every offset stays', () => {
    const { proposal } = createNotesProposal();
    const opened = {
      ...openSample(),
      draft: { ...draft, text: proposal.text, marks: proposal.marks, blocks: proposal.blocks },
    };
    const row = opened.review.drafts.get(draft.id);
    if (row) opened.review.drafts.set(draft.id, { ...row, areNotesSources: true });
    const document = createDocument(opened);
    const text = rebuildText(document.map, readPartTexts(document)) ?? '';
    expect(text).toHaveLength(proposal.text.length);
    expect(JSON.stringify(document)).not.toContain('Jane Doe');
    expect(document.parts['word/footnotes.xml']).toBeUndefined();
    const paragraphs = readParagraphs(document.parts['word/document.xml'] ?? '');
    expect(paragraphs.at(-1)).toBe('The article’s 3 notes are the author’s sources and are not printed.');
    expect(paragraphs.join(' ')).not.toContain('[1]');
    const [first] = proposal.blocks;
    expect(text.slice(first?.start, first?.end)).toBe(proposal.text.slice(first?.start, first?.end));
  });
});
