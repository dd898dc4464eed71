import type { Mark } from '#shared/domain/base/draft.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';

const threeNotes = ['report.pdf, p. 3', 'Jane Doe, 020 7946 0958', 'Council budget, p. 4'];

/**
 * A proposal with notes: all but the last on one sentence, and the last on another. A link lies on the words "Council budget" of the
 * last of the three usual ones. `notes` are their words.
 */
export function createNotesProposal(notes = threeNotes): { proposal: DraftProposal; notes: string[] } {
  const labels = notes.map((_, index) => `[${index + 1}]`);
  const last = labels.pop() ?? '';
  const paragraph = `It carried 12 million cars.${labels.join('')} Nobody${last} was asked.`;
  const read = createProposal(paragraph, ...notes.map((note, index) => `[${index + 1}] ${note}`));
  const blocks = read.blocks.map((block, index) =>
    index === 0 ? block : { ...block, kind: 'note' as const },
  );
  const marks = notes.map((_, index): Mark => {
    const start = paragraph.indexOf(`[${index + 1}]`);
    return { kind: 'noteRef', start, end: start + 3, href: null, target: blocks[index + 1]?.id ?? null };
  });
  const start = Math.max(read.text.indexOf('Council budget'), 0);
  const link: Mark = {
    kind: 'link',
    start,
    end: start + 'Council budget'.length,
    href: 'https://council.example/budget',
    target: null,
  };
  return { proposal: { ...read, blocks, marks: [...marks, link] }, notes };
}
