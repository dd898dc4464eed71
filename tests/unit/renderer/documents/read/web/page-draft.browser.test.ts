import { describe, expect, test } from 'vitest';
import { readPageDraft } from '#renderer/documents/read/web/page-draft.ts';
import { opensWithTitle } from '#shared/domain/base/draft.ts';

const paragraphs = [
  'The ferry Aurora, built in 1986, carried 1.2 million people across the bay last year, says the harbour’s own ledger: more than anyone had expected.',
  'Tickets cost 3.80 euros, 40 cents more than in 2022. The town pays nothing towards them; it did until 2011, when the last grant ran out.',
  'A second ship, ordered in May, is to sail from 2026. It will take 400 people, and run on batteries that are charged overnight at the mole.',
];

function read(title: string, above: string) {
  const text = paragraphs.map((words) => `<p>${words}</p>`).join('');
  const page = `<!doctype html><meta charset=utf-8><title>${title}</title><main><article>${above}${text}</article></main>`;
  const result = readPageDraft(page, null, { kind: 'paste', name: null });
  if (!result.ok) throw new Error(result.problem.message);
  return result.proposal;
}

describe('the title stands once', () => {
  test.each([
    ['in capitals', '<h1>THE FERRY THAT PAID FOR ITSELF</h1>'],
    ['with other quotes', '<h1>The “ferry” that paid for itself</h1>'],
    [
      'behind a line above it',
      '<p>It began with a grant that ran out.</p><h2>The ferry that paid for itself</h2>',
    ],
  ])('%s', (_, above) => {
    const proposal = read('The ferry that paid for itself', above);
    expect(opensWithTitle(proposal, proposal.title)).toBe(true);
    expect(proposal.text.match(/ferry.{0,2} that paid for itself/gi)).toHaveLength(1);
  });
});

describe('author and date that no metadata have are those shown above the text', () => {
  test.each([
    ['<p class="article-author">Ada Fields &nbsp; Monday, February 29, 2016 @ 11:10 PM UTC</p>'],
    ['<div><span class="byline__author-name">Ada Fields</span></div><div>29 February 2016</div>'],
    ['<p>By Ada Fields</p><p>Published February 29, 2016</p>'],
  ])('%s', (above) => {
    const { byline, publishedAt } = read('The ferry that paid for itself', above);
    expect({ byline, publishedAt }).toEqual({ byline: 'Ada Fields', publishedAt: '2016-02-29' });
  });

  test('but no sentence about an author is one', () => {
    const { byline } = read(
      'The ferry',
      '<p class=author-note>Every author of the ledger wrote it by hand, and nobody has read all of it since.</p>',
    );
    expect(byline).toBeNull();
  });
});
