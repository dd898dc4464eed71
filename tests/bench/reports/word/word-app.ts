import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { nanoid } from 'nanoid';
import { type Client, createClient } from '../../../../shared/contract/client';
import type { CommandName, Input, Output } from '../../../../shared/contract/commands/commands';
import { maxChunkBytes } from '../../../../shared/contract/commands/import-commands';
import { markClaim } from '../../../../shared/domain/claims/claim-edits';
import { defaultReportChoices, type WordOptions } from '../../../../shared/domain/report-options';
import { noProposalEdits } from '../../../../shared/import/apply-proposal-edits';
import { answerDialogs } from '../../../e2e/support/system/dialogs';
import type { ChosenClaim } from './choose-claims';
import { readFileInPage } from './read-file-in-page';

type Opened = Output<'review.open'>;

/** The built app, driven through the window's own bridge. */
export class WordApp {
  readonly #client: Client;

  constructor(
    private readonly app: ElectronApplication,
    private readonly page: Page,
  ) {
    this.#client = createClient({
      call: async (name, input) =>
        JSON.parse(
          await page.evaluate(([command, value]) => window.stet.call(command, value), [name, input] as const),
        ),
      listen: () => () => undefined,
    });
  }

  /** Calls a command. Rejects when it fails. */
  async call<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
    const answer = await this.#client.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value;
  }

  /** Reads a file as a draft. Resolves to the id of its proposal; null when it is refused. */
  async readFile(name: string, bytes: Uint8Array): Promise<string | null> {
    const base64 = Buffer.from(bytes).toString('base64');
    return this.page.evaluate(readFileInPage, { name, base64, chunkBytes: maxChunkBytes });
  }

  /** Creates an article from a file. Resolves to its id; null when the file is refused. */
  async createArticle(name: string, bytes: Uint8Array): Promise<string | null> {
    const proposalId = await this.readFile(name, bytes);
    if (proposalId === null) return null;
    const { articleId } = await this.call('article.create', { proposalId, edits: noProposalEdits });
    return articleId;
  }

  open(articleId: string): Promise<Opened> {
    return this.call('review.open', { articleId });
  }

  /** Marks claims in the newest draft, each with its verdict and correction. */
  async markClaims(articleId: string, claims: readonly ChosenClaim[], by: string): Promise<void> {
    const { draft } = await this.open(articleId);
    const context = { by, at: new Date().toISOString(), newId: () => nanoid() };
    for (const { span, verdict, correction } of claims) {
      const fields = {
        note: 'Asked the office twice.',
        claimant: null,
        kind: null,
        correction: correction?.words ?? null,
      };
      const { step } = markClaim(draft, span, verdict, context, fields);
      await this.call('review.apply', { articleId, change: { id: nanoid(), ...step } });
    }
  }

  /** Exports a Word report to a path, and returns its bytes. */
  async exportWord(articleId: string, path: string, word: Partial<WordOptions> = {}): Promise<Uint8Array> {
    await answerDialogs(this.app, { save: path });
    const { options } = defaultReportChoices;
    const choices = {
      format: 'docx',
      options: { ...options, word: { ...options.word, ...word } },
    } as const;
    const preview = await this.call('report.preview', { taskId: nanoid(), articleId, choices });
    const confirmed = preview?.leaks.map(({ id }) => id) ?? [];
    await this.call('report.export', { taskId: nanoid(), articleId, confirmed, choices });
    return readFileSync(path);
  }

  /** Adds a file as the next draft of an article. */
  async addDraft(articleId: string, name: string, bytes: Uint8Array): Promise<void> {
    const proposalId = await this.readFile(name, bytes);
    if (proposalId === null) throw new Error(`${name} is refused as the next draft`);
    await this.call('draft.accept', { taskId: nanoid(), articleId, proposalId, edits: noProposalEdits });
  }
}
