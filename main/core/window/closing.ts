import type { z } from 'zod';
import type { unfinishedWorkSchema } from '#shared/contract/commands/app-commands.ts';
import { formatCount } from '#shared/text/format/numbers.ts';

/** The work that would be lost by closing the window. */
export type UnfinishedWork = z.infer<typeof unfinishedWorkSchema>;

/** Whether closing the window would lose anything. */
function hasUnfinishedWork({ unsavedEdits, tasks, pendingImports }: UnfinishedWork): boolean {
  return unsavedEdits > 0 || tasks.length > 0 || pendingImports > 0;
}

/** Why the page has to go: the window closes, or it goes on with another library, or the same one again. */
export type ClosingPurpose = 'close' | 'reopen';

/** The question before the window closes, or leaves its library. `work` is null when the page does not answer. */
export function closingMessage(
  work: UnfinishedWork | null,
  purpose: ClosingPurpose,
): { message: string; detail: string } {
  const isClosing = purpose === 'close';
  const unsavedDetail = `What could not be saved is kept only while ${isClosing ? 'the window' : 'this library'} is open. ${isClosing ? 'Closing' : 'Leaving it'} loses nothing else.`;
  if (work === null) return { message: 'The window does not answer.', detail: unsavedDetail };
  const { unsavedEdits, tasks, pendingImports } = work;
  const sentences = [
    unsavedEdits > 0 && `${formatCount(unsavedEdits, 'edit is', 'edits are')} not saved yet.`,
    ...tasks.map((label) => `“${label}” is not done yet.`),
    pendingImports > 0 &&
      `${formatCount(pendingImports, 'file or text was', 'files or texts were')} read, but not opened yet.`,
  ];
  return {
    message: sentences.filter(Boolean).join(' '),
    detail:
      unsavedEdits > 0
        ? unsavedDetail
        : `What is not done yet is cancelled when ${isClosing ? 'the window closes' : 'this library is left'}. Nothing else is lost.`,
  };
}

/** The parts of the window's shell that closing needs. */
interface ClosingShell {
  /** Whether there is a page that can answer. */
  canPageAnswer(): boolean;
  notifyPage(): void;
  /** Asks the reviewer whether to go on all the same. `unfinished` is null when the page did not answer. */
  confirm(unfinished: UnfinishedWork | null, purpose: ClosingPurpose): Promise<boolean>;
  /** Saves what is open. Resolves when the window may be destroyed. */
  flush(): Promise<void>;
  destroy(): void;
  /** Runs the task after a delay. Returns a function that cancels it. */
  schedule(milliseconds: number, task: () => void): () => void;
}

export interface Closing {
  /** Asks to close the window. It stays open until `destroy` is called. */
  request(): void;
  /**
   * Asks to leave what is open without closing the window. `reopen` runs in place of `flush` and `destroy`, and must not reject;
   * the window can be closed again after it.
   */
  requestReopening(reopen: () => Promise<void>): void;
  answer(unfinished: UnfinishedWork): void;
  /** The page crashed or was closed and can't answer any more. */
  handlePageGone(): void;
}

/** Used when there is no page: its unfinished work is lost already. */
const nothingUnfinished: UnfinishedWork = { unsavedEdits: 0, tasks: [], pendingImports: 0 };

const answerTimeoutMs = 5_000;

/**
 * The protocol for closing the window, or leaving its library. The page saves what is being typed and reports unfinished work.
 * The reviewer is asked only when there is some, or when the page does not answer.
 */
export function createClosing(shell: ClosingShell): Closing {
  let state: 'open' | 'waiting' | 'deciding' | 'reopening' | 'gone' = 'open';
  let reopen: (() => Promise<void>) | null = null;
  /** Whether closing was requested while another library was being opened. */
  let mustClose = false;
  let cancelTimeout = () => {};

  const finish = async () => {
    if (reopen) {
      state = 'reopening';
      await reopen();
      state = 'open';
      if (mustClose) request(null);
      return;
    }
    state = 'gone';
    await shell.flush();
    shell.destroy();
  };

  const decide = async (unfinished: UnfinishedWork | null) => {
    if (state !== 'waiting') return;
    state = 'deciding';
    cancelTimeout();
    if (
      (unfinished && !hasUnfinishedWork(unfinished)) ||
      (await shell.confirm(unfinished, reopen ? 'reopen' : 'close'))
    )
      await finish();
    else state = 'open';
  };

  const request = (requested: (() => Promise<void>) | null) => {
    if (state === 'reopening' && requested === null) mustClose = true;
    if (state !== 'open') return;
    reopen = requested;
    state = 'waiting';
    if (!shell.canPageAnswer()) return void decide(nothingUnfinished);
    cancelTimeout = shell.schedule(answerTimeoutMs, () => void decide(null));
    shell.notifyPage();
  };

  return {
    request: () => request(null),
    requestReopening: (requested) => request(requested),
    answer: (unfinished) => void decide(unfinished),
    handlePageGone: () => void decide(nothingUnfinished),
  };
}
