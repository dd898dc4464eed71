import { sampleProposal } from '../../../unit/main/support/sample';
import { addSource } from '../test-edits';
import { binnedId, millId, otherId } from '../test-library';
import { open, openAndMark } from './open';
import type { Operation } from './operation';

/** Operations on the list of articles, on the bin and on the settings. */
export const libraryOperations: readonly Operation[] = [
  {
    name: 'create article',
    prepare: open,
    run: async ({ createArticle }) => void (await createArticle(sampleProposal('The new mill'))),
  },
  { name: 'list', prepare: openAndMark, run: async ({ call }) => void (await call('library.list', null)) },
  {
    name: 'search sources',
    prepare: async (stet) => {
      await open(stet);
      await addSource(stet, millId, 'third');
      await stet.call('review.close', { articleId: millId });
    },
    run: async ({ call }) => void (await call('library.sources', { articleId: otherId, query: 'ledger' })),
  },
  {
    name: 'bin',
    prepare: open,
    run: async ({ call }) => void (await call('library.bin', { articleId: otherId })),
  },
  {
    name: 'restore',
    prepare: open,
    run: async ({ call }) => void (await call('library.restore', { articleId: binnedId })),
  },
  {
    name: 'delete for good',
    prepare: open,
    run: async ({ call }) => void (await call('library.delete', { articleId: binnedId })),
  },
  {
    name: 'change settings',
    prepare: open,
    run: async ({ call }) => void (await call('settings.change', { reviewer: 'Ben', theme: 'dark' })),
  },
];
