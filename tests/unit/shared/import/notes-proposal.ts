import type { Mark } from '../../../../shared/domain/draft/draft';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { createProposal } from '../drafts/checked-articles';

/** A proposal with three notes: two on one sentence, and one whose link lies on its words. `notes` are their words. */
export function createNotesProposal(): { proposal: DraftProposal; notes: string[] } {
  const notes = ['report.pdf, p. 3', 'Jane Doe, 020 7946 0958', 'Council budget, p. 4'];
  const paragraph = 'It carried 12 million cars.[1][2] Nobody[3] was asked.';
  const read = createProposal(paragraph, ...notes.map((note, index) => `[${index + 1}] ${note}`));
  const blocks = read.blocks.map((block, index) =>
    index === 0 ? block : { ...block, kind: 'note' as const },
  );
  const marks = notes.map((_, index): Mark => {
    const start = paragraph.indexOf(`[${index + 1}]`);
    return { kind: 'noteRef', start, end: start + 3, href: null, target: blocks[index + 1]?.id ?? null };
  });
  const start = read.text.indexOf('Council budget');
  const link: Mark = {
    ...{ kind: 'link', start, end: start + 'Council budget'.length },
    ...{ href: 'https://council.example/budget', target: null },
  };
  return { proposal: { ...read, blocks, marks: [...marks, link] }, notes };
}
