import { createCore } from '../../main/core/core';
import type { Outside } from '../../main/core/platform';
import { createClient } from '../../shared/contract/client';
import type { CommandName, Input, Output } from '../../shared/contract/commands';
import type { Draft } from '../../shared/domain/draft';
import type { ProposedChange } from '../../shared/domain/history/change';
import type { Facts, Step } from '../../shared/domain/history/step';
import { type Review, reviewFromData } from '../../shared/domain/review/review';
import type { DraftProposal } from '../../shared/import/proposal';
import type { Span } from '../../shared/text/span';
import { plainOutside } from '../unit/main/support/plain-outside';

const ourWindow = { mainFrameOfOurWindow: true, origin: 'app://bundle' };

/** What a step is made of. */
interface Standing {
  review: Review;
  draft: Draft;
  facts: Facts;
}

/** Main's core on a folder, driven by the commands that the window sends. */
export function openDesk(folder: string, given: Partial<Outside> = {}) {
  const outside: Outside = { ...plainOutside(folder), ...given };
  const core = createCore(outside, { isTrusted: () => true });
  const client = createClient({
    call: (name, input) => core.dispatch(ourWindow, name, input),
    listen: () => () => undefined,
  });

  async function call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
    const answer = await client.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  }

  /** One open article. */
  function article(articleId: string) {
    const standing = async (): Promise<Standing> => {
      const { review, draft } = await call('review.open', { articleId });
      const { reviewer } = await call('settings.get', null);
      const facts = { by: reviewer, at: outside.now().toISOString(), newId: outside.newId };
      return { review: reviewFromData(review), draft, facts };
    };
    const take = async <T extends { step: Step | null }>(make: (standing: Standing) => T): Promise<T> => {
      const made = make(await standing());
      if (!made.step) throw new Error('a step changes nothing');
      const change: ProposedChange = { id: outside.newId(), ...made.step };
      await call('review.apply', { articleId, change });
      return made;
    };
    return {
      articleId,
      standing,
      /** Takes a step, which has to change something; what `take` made. */
      take,
      /** As `take`, of a step alone. */
      step: (make: (standing: Standing) => Step | null) => take((now) => ({ step: make(now) })),
      undo: () => call('review.undo', { articleId }),
      redo: () => call('review.redo', { articleId }),
      close: () => call('review.close', { articleId }),
      /** Imports the next draft. */
      draft: (proposal: DraftProposal) =>
        call('draft.accept', { taskId: outside.newId(), articleId, proposal }),
      /** Copies a file into the vault; it is in no change yet. */
      async keep(name: string, text: string) {
        const content = new TextEncoder().encode(text);
        const taskId = outside.newId();
        await call('vault.begin', { taskId, articleId, name, bytes: content.length });
        await call('vault.append', { taskId, chunk: content });
        return call('vault.commit', { taskId });
      },
    };
  }

  return { call, outside, core, article };
}

export type Desk = ReturnType<typeof openDesk>;

export type DeskArticle = ReturnType<Desk['article']>;

/** Where the words stand, which have to be there once. */
export function placeOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start === -1 || text.includes(words, start + 1)) throw new Error(`“${words}” is not there once`);
  return { start, end: start + words.length };
}
