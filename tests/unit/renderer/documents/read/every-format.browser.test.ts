import { beforeAll, describe, expect, test } from 'vitest';
import { readDraft } from '#renderer/documents/read/read.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { articleClaims } from '#tests/every-format/article.ts';
import { carryBetween } from '#tests/every-format/carry-between.ts';
import { findClaims } from '#tests/every-format/find-claims.ts';
import { formatFiles, isReadText } from '#tests/every-format/formats.ts';
import { strictReporter } from './reporter.ts';

const urls = import.meta.glob<string>('../../../../fixtures/every-format/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The article as it is read from each format that can be read. */
const proposals = new Map<string, DraftProposal>();

beforeAll(async () => {
  for (const name of formatFiles) {
    const url = urls[`../../../../fixtures/every-format/${name}`];
    if (url === undefined) throw new Error(`there is no ${name}`);
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const file = { origin: createFileOrigin(name), type: null, charset: null, bytes };
    const result = await readDraft(file, strictReporter);
    if (result.ok && isReadText(result.proposal.text)) proposals.set(name, result.proposal);
  }
});

describe('the same article in every format', () => {
  test('every claim of the article is in the text of each format that keeps its lines', () => {
    for (const name of ['article.docx', 'article.html', 'article.md', 'lines.txt', 'wrapped.txt']) {
      const spans = findClaims(proposals.get(name)?.text ?? '');
      expect(articleClaims.filter((_claim, index) => !spans[index]).map(({ words }) => words)).toEqual([]);
    }
  });

  test('no claim is carried from one format to another onto other words without a flag', () => {
    const wrong = [...proposals].flatMap(([from, before]) =>
      [...proposals].flatMap(([to, after]) =>
        carryBetween(before, after)
          .filter(({ outcome }) => outcome === 'wrong')
          .map((claim) => ({ from, to, ...claim })),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('every claim keeps its place and verdict between the formats that name their structure, and plain text', () => {
    const names = ['docx', 'odt', 'fodt', 'rtf', 'doc', 'html', 'md', 'eml'].map(
      (extension) => `article.${extension}`,
    );
    const carried = [...names, 'lines.txt', 'wrapped.txt'].flatMap((name) => proposals.get(name) ?? []);
    expect(carried).toHaveLength(names.length + 2);
    for (const before of carried)
      for (const after of carried)
        expect(carryBetween(before, after).filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
  });

  test('the claims in notes keep their place and verdict from and to a page in one column', () => {
    const [pdf, named] = [proposals.get('one-column.pdf'), proposals.get('article.docx')];
    if (!pdf || !named) throw new Error('the article was not read');
    const notes = [...carryBetween(pdf, named), ...carryBetween(named, pdf)].filter(({ words }) =>
      articleClaims.some((claim) => claim.kind === 'note' && claim.words === words),
    );
    expect(notes.length).toBeGreaterThan(2);
    expect(notes.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
  });

  test('a claim keeps its place and verdict in the same format', () => {
    for (const proposal of proposals.values())
      expect(carryBetween(proposal, proposal).filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
  });
});
