import { canBeSearched, type KeptFile, type KeptState } from '../../../../shared/domain/attachment';
import type { DocumentText } from '../../../../shared/quotes/document-text';
import { bareError } from '../../errors/error-message';
import { StetError } from '../../errors/stet-error';
import type { Outside } from '../../platform';
import { serialQueue } from '../../serial-queue';
import { abortable } from '../../tasks/abortable';
import type { Vault } from './vault';

/** In UTF-16 units, two bytes each: so much text stays in memory. */
const mostKept = 10_000_000;

/** A file whose copy in the vault is no longer what was attached, and a sentence that says so. */
interface LostFile {
  state: 'lost';
  kept: Exclude<KeptState, 'unchanged'>;
  why: string;
}

/** What is known of a copy in the vault by an error that reading it ended with; null when that is nothing. */
function lostFile(error: StetError): LostFile | null {
  if (error.code !== 'damaged' && error.code !== 'missing') return null;
  return { state: 'lost', kept: error.code === 'missing' ? 'missing' : 'altered', why: error.message };
}

/** The texts of attached files. One file is read at a time; the texts read last are kept in memory. */
export class VaultTexts {
  readonly #inTurn = serialQueue();
  /** What a reader made of a file as it stands on the disk, the one used last at the end. */
  readonly #kept = new Map<string, { text: DocumentText; length: number }>();

  constructor(private readonly outside: Pick<Outside, 'readDocument' | 'log'>) {}

  /** What is in a file, or a sentence why that can't be told. Rejects only with the signal's reason, when it aborts. */
  of(vault: Vault, file: KeptFile, signal: AbortSignal): Promise<DocumentText | LostFile> {
    if (!canBeSearched(file)) return Promise.resolve({ state: 'noText' });
    const reading = this.#inTurn(async () => {
      signal.throwIfAborted();
      try {
        return await this.#textOf(vault, file, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof StetError)
          return lostFile(error) ?? { state: 'unreadable' as const, why: error.message };
        this.outside.log.error(`the text of ${file.sha256} could not be read`, bareError(error));
        return {
          state: 'unreadable' as const,
          why: `The text of “${file.name}” could not be read. The file is kept as it is; open it to look for the words.`,
        };
      }
    });
    return abortable(signal, reading);
  }

  async #textOf(vault: Vault, file: KeptFile, signal: AbortSignal): Promise<DocumentText> {
    // Taken before it is read: what is altered meanwhile is another file.
    const stamp = await vault.stamp(file);
    const text = this.#kept.get(stamp)?.text ?? (await this.#read(vault, file, signal));
    // Also what could not be read: the next time it could take as long, and would end the same.
    this.#keep(stamp, text);
    return text;
  }

  async #read(vault: Vault, file: KeptFile, signal: AbortSignal): Promise<DocumentText> {
    const text = await this.outside.readDocument({ name: file.name, bytes: await vault.read(file) }, signal);
    // Cancelled, it is no answer about the file.
    signal.throwIfAborted();
    return text;
  }

  #keep(stamp: string, text: DocumentText): void {
    const parts = text.state === 'read' ? [...text.pages, ...text.beside] : [];
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    this.#kept.delete(stamp);
    this.#kept.set(stamp, { text, length });
    let all = Array.from(this.#kept.values(), (kept) => kept.length).reduce((sum, each) => sum + each, 0);
    for (const [oldest, kept] of this.#kept) {
      if (all <= mostKept) return;
      this.#kept.delete(oldest);
      all -= kept.length;
    }
  }
}
