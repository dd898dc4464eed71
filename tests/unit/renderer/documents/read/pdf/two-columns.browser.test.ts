import { beforeAll, describe, expect, test } from 'vitest';
import { readDraft } from '#renderer/documents/read/read.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { type DraftProposal, draftProposalSchema, type ImportResult } from '#shared/import/base/proposal.ts';
import address from '../../../../../fixtures/pdf/two-columns.pdf?url';
import { strictReporter } from '../reporter.ts';

// Written by LibreOffice from two-columns.fodt beside it.
let imported: ImportResult;
let proposal: DraftProposal;
const progress: [number, number][] = [];

beforeAll(async () => {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const origin = createFileOrigin('ferry.pdf');
  imported = await readDraft(
    { origin, type: null, charset: null, bytes },
    { ...strictReporter, reportProgress: (done, total) => progress.push([done, total]) },
  );
  if (!imported.ok) throw new Error(imported.problem.message);
  proposal = draftProposalSchema.parse(imported.proposal);
});

const blocks = (kind?: string) =>
  proposal.blocks
    .filter((block) => kind === undefined || block.kind === kind)
    .map(({ start, end }) => proposal.text.slice(start, end));
const blockWith = (words: string) =>
  proposal.blocks.find(({ start, end }) => proposal.text.slice(start, end).includes(words));

describe('an article in two columns with notes, running heads and page numbers', () => {
  test('the article has its title, byline and language', () => {
    expect(proposal).toMatchObject({
      title: 'A ship without a successor',
      byline: 'Anna Berg and Tom Field',
      language: 'en-GB',
      publishedAt: null,
    });
  });

  test('the article is read column by column and page by page', () => {
    expect(blocks('heading')).toEqual([
      'A ship without a successor',
      'What the report says',
      'Life on the islands',
    ]);
    expect(blocks('paragraph').map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      'By Anna Berg',
      'The ferry that',
      'In the harbour',
      'The company published',
      '“We have always',
      'The transportation of',
      'A report by',
      'The council’s chair,',
      'Nobody disputes that',
      'Those who live',
      '“People think that',
      'The unions want',
      'Three things are',
      'Whether the ship',
    ]);
    expect(blocks('listItem')).toEqual([
      'whether the hull is repaired a third time;',
      'who pays for a new ship, and when it is ordered;',
      'what becomes of the 46 people of the crew.',
    ]);
    expect(blocks('quote')).toEqual([
      expect.stringMatching(/^The ship is not dangerous\..*side of the Sound\.$/),
    ]);
  });

  test('the headings of the article are ranked', () => {
    const levels = proposal.blocks.filter(({ kind }) => kind === 'heading').map(({ level }) => level);
    expect(levels).toEqual([1, 2, 2]);
  });

  test('paragraphs are joined across columns and pages, and know the page where they begin', () => {
    const over = blockWith('A report by the regional council');
    expect(proposal.text.slice(over?.start, over?.end)).toMatch(
      /as early as 2017\. It recommended .*2024 at the latest/,
    );
    expect(over?.page).toBe(1);
    expect(blockWith('The council’s chair')?.page).toBe(2);
    expect(proposal.text).not.toMatch(/[a-z]\n[a-z]/);
  });

  test('words hyphenated at the end of a line are joined, and no other hyphen is lost', () => {
    expect(proposal.text).not.toMatch(/\u00ad|\p{L}- /u);
    expect(proposal.text).toMatch(/well-known/);
    for (const word of ['transportation', 'maintenance', 'classification', 'newspaper', 'recommended'])
      expect(proposal.text).toContain(word);
  });

  test('running heads and page numbers are left out and counted', () => {
    expect(proposal.text).not.toMatch(/Gazette|Page \d/);
    expect(imported).toMatchObject({
      notices: [
        { kind: 'notesKept', count: 2 },
        { kind: 'hyphensJoined', count: 5 },
        { kind: 'pageLinesLeftOut', count: 4, name: expect.stringContaining('Gazette') },
      ],
    });
  });

  test('notes are found, and references to them become marks', () => {
    const notes = proposal.blocks.filter(({ kind }) => kind === 'note');
    expect(blocks('note')).toEqual([
      '[1] Annual report of the Sound Ferry Company for 2023, page 14.',
      '[2] Regional council, The state of the crossing, 2021, page 3.',
    ]);
    const calls = proposal.marks.filter(({ kind }) => kind === 'noteRef');
    expect(calls.map(({ target }) => target)).toEqual(notes.map(({ id }) => id));
    expect(calls.map(({ start, end }) => proposal.text.slice(start - 11, end))).toEqual([
      'passengers.[1]',
      'the latest.[2]',
    ]);
  });

  test('bold and italic text and links become marks', () => {
    const marked = proposal.marks
      .filter(({ kind }) => kind !== 'noteRef')
      .map(({ kind, start, end, href }) => [kind, proposal.text.slice(start, end), href]);
    expect(marked).toEqual([
      ['italic', 'nobody', null],
      ['link', 'report by the regional council', 'https://example.org/report'],
      ['bold', 'Nobody', null],
    ]);
  });

  test('progress is reported page by page', () => {
    expect(progress).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});
