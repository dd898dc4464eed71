import type { KeptFile } from '../../../../shared/domain/attachment';
import { StetError } from '../../errors/stet-error';
import { serialQueue } from '../../serial-queue';
import { attachmentName, mediaType } from './attachment-name';
import { notTaken } from './vault-messages';
import type { VaultWriter } from './vault-writer';

/** A file that comes into a vault piece by piece, in the order of the calls. What fails, leaves nothing behind. */
export class VaultPieces {
  readonly #inTurn = serialQueue();
  readonly name: string;
  #over = false;

  /** `bytes` says how many will come. */
  constructor(
    private readonly writer: VaultWriter,
    name: string,
    readonly bytes: number,
  ) {
    this.name = attachmentName(name);
  }

  /** Resolves to how many bytes came until now. Rejects with `badRequest` for more than were announced, or `notSaved`. */
  append(piece: Uint8Array): Promise<number> {
    return this.#step(async () => {
      if (this.writer.bytes + piece.length > this.bytes) throw wrongSize(this.name);
      await this.writer.append(piece);
      return this.writer.bytes;
    });
  }

  /** Resolves once the file would survive a power cut. Rejects with `badRequest` for less than announced, or `notSaved`. */
  commit(): Promise<KeptFile> {
    return this.#step(async () => {
      const { name, bytes, writer } = this;
      if (writer.bytes !== bytes) throw wrongSize(name);
      const sha256 = await writer.commit();
      this.#over = true;
      return { sha256, name, bytes, mime: mediaType(name) };
    });
  }

  /** Throws away what came, unless it is committed. Never rejects. */
  discard(): Promise<void> {
    return this.#inTurn(() => this.#discard());
  }

  #step<T>(step: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#over) throw notArriving();
      try {
        return await step();
      } catch (error) {
        await this.#discard();
        throw notTaken(this.name, error);
      }
    });
  }

  async #discard(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.writer.discard();
  }
}

/** A piece of a file that nobody began, or that is committed or thrown away already. */
export function notArriving(): StetError {
  return new StetError(
    'badRequest',
    'The file was not attached: its transfer is over. Attach it again if it is not there.',
  );
}

function wrongSize(name: string): StetError {
  return new StetError(
    'badRequest',
    `“${name}” was not attached: it did not come as large as it was. Attach it again.`,
  );
}
