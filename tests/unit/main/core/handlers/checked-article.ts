import type { Verdict } from '#shared/domain/base/verdict.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createTestProposal } from '#tests/libraries/proposals.ts';
import { createMarkChange, sampleProposal, sampleText } from '#tests/unit/main/support/sample.ts';
import type { TestCore } from '#tests/unit/main/support/start-core.ts';

/** The sample with another text. */
export function createProposal(text: string): DraftProposal {
  return createTestProposal(text.split('\n\n'), { title: 'The mill' });
}

/** Words of the sample that are claims, by name. */
export const claims = { closed: 'closed in 1974', people: '1,200 people', never: 'It never reopened' };

/** The sample with three claims of the given verdict. */
export async function openCheckedArticle(stet: TestCore, verdict: Verdict = 'verified') {
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await stet.call('review.open', { articleId });
  const ids: Record<string, string> = {};
  for (const [name, words] of Object.entries(claims)) {
    const start = sampleText.indexOf(words);
    const { change, claimId } = createMarkChange(draft, start, start + words.length, verdict);
    await stet.call('review.apply', { articleId, change });
    ids[name] = claimId;
  }
  return { articleId, ids };
}

/** Adds a draft with a text. */
export const addText = (stet: TestCore, articleId: string, text: string) =>
  stet.addDraft(articleId, createProposal(text));

/** The sample with one figure changed and one claim left out. */
export const next = sampleText.replace('1,200', '2,100').replace(' It never reopened.', '');
