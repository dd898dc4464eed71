import { readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { nanoid } from 'nanoid';
import { type Client, createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { maxChunkBytes } from '#shared/contract/commands/import-commands.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { type Verdict, verdicts } from '#shared/domain/base/verdict.ts';
import { markClaim } from '#shared/domain/claims/claim-edits.ts';
import { defaultReportChoices, type WordOptions } from '#shared/domain/settings/report-options.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import type { Span } from '#shared/text/span.ts';
import { answerDialogs } from '#tests/e2e/support/system/dialogs.ts';

/** A function that runs inside the window. It is sent there as source text, so it is self-contained. */

interface SentFile {
  name: string;
  base64: string;
  /** Size of the chunks in which the file is sent, in bytes. */
  chunkBytes: number;
}

/** Reads a file like one that is dropped on the window. Resolves to the id of its proposal; null when it is refused. */
async function readFileInPage({ name, base64, chunkBytes }: SentFile): Promise<string | null> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const call = async (command: string, input: unknown) => {
    const answer = JSON.parse(await window.stet.call(command, input));
    if (!answer.ok) throw new Error(`${command}: ${answer.error.message}`);
    return answer.value;
  };
  const { fileId } = await call('import.begin', { name, bytes: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += chunkBytes)
    await call('import.append', { fileId, chunk: bytes.slice(offset, offset + chunkBytes) });
  const read = await call('import.read', { taskId: `read-${Math.round(performance.now())}`, fileId });
  return read.ok ? read.proposalId : null;
}

/** White space differs between programs that show a text, and a draft has raised figures as characters of their own. */
export function normalizeSpace(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** The letters and digits of a text, raised ones as others: programs show the rest differently. */
export function squeezeWords(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The number or letter of a list item, which is no text in a Word file. */
const listLabel = /^(?:\p{N}+|\p{L}{1,4})(?:\.\p{N}+)*[.)]\s/u;

/** The words of a claim as a program shows them that has note signs and the labels of lists beside the text. */
export function expectWords(
  { text, marks, blocks }: Pick<Draft, 'text' | 'marks' | 'blocks'>,
  span: Span,
): string {
  const hidden: Span[] = marks.filter(({ kind }) => kind === 'noteRef');
  for (const { kind, start, end } of blocks) {
    const label = kind === 'listItem' ? listLabel.exec(text.slice(start, end)) : null;
    if (label) hidden.push({ start, end: start + label[0].length });
  }
  return Array.from({ length: span.end - span.start }, (_, index) => span.start + index)
    .filter((offset) => hidden.every(({ start, end }) => offset < start || offset >= end))
    .map((offset) => text.charAt(offset))
    .join('');
}

/** Takes corrections back that each put a word of its own in the place of another. */
export function takeBack(text: string, corrections: readonly { word: string; replaced: string }[]): string {
  return normalizeSpace(
    corrections.reduce(
      (rest, { word, replaced }) => rest.replace(new RegExp(`${word}(?!\\d)`), () => replaced),
      text,
    ),
  );
}

export interface ChosenClaim {
  span: Span;
  verdict: Verdict;
  correction: WordCorrection | null;
}

/** The most sentences of a file that become claims. */
const maxSentences = 24;

/** A correction that puts a word, which is in no text, in the place of the one in the middle of a claim. */
export interface WordCorrection {
  words: string;
  word: string;
  replaced: string;
}

function correct(words: string, index: number): WordCorrection {
  const parts = words.split(' ');
  const middle = Math.floor(parts.length / 2);
  const word = `amended${index}`;
  return {
    words: parts.map((part, at) => (at === middle ? word : part)).join(' '),
    word,
    replaced: parts[middle] ?? '',
  };
}

/**
 * Chooses claims of a draft: sentences, every third with a correction; words within a claim; and words from one block into the
 * next.
 */
export function chooseClaims({ text, blocks, language }: Draft): ChosenClaim[] {
  const sentences = blocks.flatMap((block) => findSentences(text, block, language)).slice(0, maxSentences);
  const spans: { span: Span; isCorrected: boolean }[] = sentences.map((span, index) => ({
    span,
    isCorrected: index % 3 === 0,
  }));
  for (const [index, { start, end }] of sentences.entries())
    if (index % 5 === 1)
      spans.push({ span: { start, end: start + Math.ceil((end - start) / 2) }, isCorrected: false });
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    const middle = Math.floor((block.start + block.end) / 2);
    if (next && index % 4 === 0 && index < maxSentences)
      spans.push({
        span: { start: middle, end: Math.floor((next.start + next.end) / 2) },
        isCorrected: false,
      });
  }
  return spans.flatMap(({ span, isCorrected }, index) => {
    const clean = cleanSelection(text, span.start, span.end);
    if (!clean) return [];
    const words = text.slice(clean.start, clean.end);
    const correction = isCorrected ? correct(words, index) : null;
    return [{ span: clean, verdict: verdicts[index % 4] ?? 'unchecked', correction }];
  });
}

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
