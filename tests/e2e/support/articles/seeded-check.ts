import { goodStanding } from '../../../../shared/domain/sources/source-standing';
import type { DraftProposal, ProposedClaim, ProposedSource } from '../../../../shared/import/proposal';
import { emptySource } from '../../../libraries/sources';
import type { Stet } from '../electron/stet';

/** Checks the ferry article: one claim disputed with all that can be said, one verified, one open. */
export async function checkArticle(stet: Stet): Promise<void> {
  const { article, card, sourceForm: form } = stet;
  await article.select('1.2 million people');
  await stet.press('d', 'Enter');
  await stet.page.keyboard.type('The port says 1.1 million.');
  await card.writeCorrection('1.1 million people');
  await card.claimant.fill('the harbour office');
  await stet.page.keyboard.press('Tab');
  await card.addSource.click();
  await form.title.fill('Harbour statistics 2019');
  await form.url.fill('https://harbour.example/2019.csv');
  await form.kind('Dataset').click();
  await form.primary.click();
  await form.stance('Refutes').click();
  await form.place.fill('row 12');
  await form.quote.fill('1,103,117 passengers');
  await form.attach.click();
  await article.select('It was built in 1986');
  await stet.press('v');
  await article.select('built in 1986');
  await stet.press('c');
}

/** What is left out of a source is empty; its files are given as name and content. */
export interface SeededSource extends Partial<ProposedSource> {
  title: string;
  files?: [name: string, content: string][];
  /** The place of the source that this one repeats in the list. */
  repeats?: number;
}

type SeededEvidence = Partial<ProposedClaim['evidence'][number]> & { source: number };

/** A claim on words that the article holds; what is left out is empty. */
export interface SeededClaim extends Partial<Omit<ProposedClaim, 'span' | 'evidence'>> {
  words: string;
  evidence?: SeededEvidence[];
}

export interface SeededCheck {
  title: string;
  byline?: string;
  paragraphs: readonly string[];
  sources: readonly SeededSource[];
  claims: readonly SeededClaim[];
}

const { title: _, derivedFrom: __, ...said } = emptySource;

/** A proposed source of which nothing is said but its title. */
export const noSource: Omit<ProposedSource, 'title'> = { ...said, ...goodStanding };

function claimOf({ words, evidence = [], ...fields }: SeededClaim, text: string): ProposedClaim {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the article has no "${words}"`);
  return {
    ...{ verdict: 'unchecked', note: null, correction: null, claimant: null, kind: null },
    ...fields,
    span: { start, end: start + words.length },
    evidence: evidence.map((tie) => ({
      ...{ stance: 'supports', locator: null, quote: null, note: null },
      ...tie,
    })),
  };
}

/** The article as it would be imported with its claims and sources; without the files of these. */
export function proposalOf({ title, byline = '', paragraphs, sources, claims }: SeededCheck): DraftProposal {
  const text = paragraphs.join('\n\n');
  let start = 0;
  const blocks = paragraphs.map((words, at) => {
    const block = { id: `b${at}`, kind: 'paragraph' as const, level: null, page: null, start, end: start };
    block.end += words.length;
    start = block.end + 2;
    return block;
  });
  return {
    ...{ title, byline: byline || null, link: null, publishedAt: null, language: 'en' },
    ...{ origin: { kind: 'paste', name: null }, text, blocks, marks: [] },
    sources: sources.map(({ files: _, repeats: __, ...fields }) => ({ ...noSource, ...fields })),
    claims: claims.map((claim) => claimOf(claim, text)),
  };
}
