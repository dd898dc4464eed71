import { once } from '#main/base/once.ts';
import { createDispatcher } from '#main/core/handlers/dispatcher.ts';
import { createStartHandlers } from '#main/core/handlers/start.ts';
import type { Platform } from '#main/core/ports/platform.ts';
import { createServices } from '#main/core/services.ts';
import { openSettingsStore } from '#main/storage/computer/settings-store.ts';
import { createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { startCommands } from '#shared/contract/commands/start-commands.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import type { EditContext, Step } from '#shared/domain/review/step.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { createPlainPlatform } from '../unit/main/support/plain-platform.ts';
import { ProposalFiles } from '../unit/main/support/proposal-files.ts';

const sender = { mainFrameOfOurWindow: true, origin: 'app://bundle' };

/** The state from which a step is made. */
interface ReviewState {
  review: Review;
  draft: Draft;
  context: EditContext;
}

/**
 * Opens main's core on a library folder. It is driven by the same commands that the window sends. Not by `createCore`, because
 * Playwright can't load its services later.
 */
export function openTestLibrary(folder: string, overrides: Partial<Platform> = {}) {
  const proposalFiles = new ProposalFiles();
  const platform = proposalFiles.addImporter({ ...createPlainPlatform(folder), ...overrides });
  const settings = once(() => openSettingsStore(platform));
  const core = createServices(platform, settings, {});
  const dispatch = createDispatcher({
    early: { commands: startCommands, handlers: createStartHandlers(platform, settings).handlers },
    later: async () => core.table,
    isTrusted: () => true,
    log: platform.log,
  });
  const client = createClient({
    call: (name, input) => dispatch(sender, name, input),
    listen: () => () => undefined,
  });

  async function call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
    const answer = await client.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
    return answer.value;
  }

  const { propose, createArticle, addDraft } = proposalFiles.createCommands(call);

  /** The commands about one article. */
  function article(articleId: string) {
    const readState = async (): Promise<ReviewState> => {
      const { review, draft } = await call('review.open', { articleId });
      const { reviewer } = await call('settings.get', null);
      const context = { by: reviewer, at: platform.now().toISOString(), newId: platform.newId };
      return { review: reviewFromData(review), draft, context };
    };
    /** Applies a step, which has to change something, and returns what `makeStep` made. */
    const apply = async <T extends { step: Step | null }>(
      makeStep: (state: ReviewState) => T,
    ): Promise<T> => {
      const result = makeStep(await readState());
      if (!result.step) throw new Error('a step changes nothing');
      const change: ProposedChange = { id: platform.newId(), ...result.step };
      await call('review.apply', { articleId, change });
      return result;
    };
    return {
      articleId,
      apply,
      applyStep: (makeStep: (state: ReviewState) => Step | null) =>
        apply((state) => ({ step: makeStep(state) })),
      undo: () => call('review.undo', { articleId }),
      redo: () => call('review.redo', { articleId }),
      close: () => call('review.close', { articleId }),
      acceptDraft: (proposal: DraftProposal) => addDraft(articleId, proposal),
      /** Adds a file to the vault. No change refers to it yet. */
      async storeFile(name: string, text: string) {
        const content = new TextEncoder().encode(text);
        const taskId = platform.newId();
        await call('vault.begin', { taskId, articleId, name, bytes: content.length });
        await call('vault.append', { taskId, chunk: content });
        return call('vault.commit', { taskId });
      },
    };
  }

  return { call, propose, createArticle, platform, core, article };
}

export type TestLibrary = ReturnType<typeof openTestLibrary>;

export type TestArticle = ReturnType<TestLibrary['article']>;
