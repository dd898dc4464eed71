import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nextDraftProposal, wordMap, wordProposal } from '../proposals';
import { attach, mark } from '../test-edits';
import { millId } from '../test-library';
import { open, openAndMark } from './open';
import type { Operation } from './operation';

/** Operations of a reviewer in an open article. */
export const reviewOperations: readonly Operation[] = [
  { name: 'apply', prepare: open, run: (stet) => mark(stet, millId, 'mark', 26) },
  {
    name: 'undo',
    prepare: openAndMark,
    run: async ({ call }) => void (await call('review.undo', { articleId: millId })),
  },
  {
    name: 'redo',
    prepare: async (stet) => {
      await openAndMark(stet);
      await stet.call('review.undo', { articleId: millId });
    },
    run: async ({ call }) => void (await call('review.redo', { articleId: millId })),
  },
  {
    name: 'import draft',
    prepare: open,
    run: async ({ addDraft }) => void (await addDraft(millId, nextDraftProposal)),
  },
  {
    name: 'import Word draft',
    prepare: open,
    run: async ({ addDraft }) => void (await addDraft(millId, wordProposal, wordMap)),
  },
  { name: 'attach', prepare: open, run: (stet) => attach(stet, millId, 'source', 'second') },
  {
    name: 'close',
    prepare: openAndMark,
    run: async ({ call }) => void (await call('review.close', { articleId: millId })),
  },
  {
    name: 'close and sweep',
    // A file that was picked and never attached.
    prepare: async (stet) => {
      await open(stet);
      await writeFile(join(stet.platform.libraryFolder, '..', 'ledger.txt'), 'another ledger');
      await stet.call('vault.pick', { taskId: 'task', articleId: millId });
    },
    run: async ({ call }) => void (await call('review.close', { articleId: millId })),
  },
];
