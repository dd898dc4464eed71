import type { StoredFile } from '../../../../shared/domain/attachment';
import { StetError } from '../../errors/stet-error';
import { createSerialQueue } from '../../serial-queue';
import { getMediaType, toAttachmentName } from './attachment-name';
import { notAttachedError } from './vault-messages';
import type { VaultWriter } from './vault-writer';

/** A file that is added to a vault chunk by chunk, in the order of the calls. When a step fails, nothing is left behind. */
export class ChunkedFile {
  readonly #inTurn = createSerialQueue();
  readonly name: string;
  #isEnded = false;

  /** `bytes` is the announced size of the file. */
  constructor(
    private readonly writer: VaultWriter,
    name: string,
    readonly bytes: number,
  ) {
    this.name = toAttachmentName(name);
  }

  /** Resolves to how many bytes have come so far. Rejects with `badRequest` for more than announced, or `notSaved`. */
  append(chunk: Uint8Array): Promise<number> {
    return this.#step(async () => {
      if (this.writer.bytes + chunk.length > this.bytes) throw wrongSizeError(this.name);
      await this.writer.append(chunk);
      return this.writer.bytes;
    });
  }

  /** Resolves once the file would survive a power cut. Rejects with `badRequest` for fewer bytes than announced, or `notSaved`. */
  commit(): Promise<StoredFile> {
    return this.#step(async () => {
      const { name, bytes, writer } = this;
      if (writer.bytes !== bytes) throw wrongSizeError(name);
      const sha256 = await writer.commit();
      this.#isEnded = true;
      return { sha256, name, bytes, mime: getMediaType(name) };
    });
  }

  /** Discards the file unless it is committed. Never rejects. */
  discard(): Promise<void> {
    return this.#inTurn(() => this.#discard());
  }

  #step<T>(step: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#isEnded) throw transferEndedError();
      try {
        return await step();
      } catch (error) {
        await this.#discard();
        throw notAttachedError(this.name, error);
      }
    });
  }

  async #discard(): Promise<void> {
    if (this.#isEnded) return;
    this.#isEnded = true;
    await this.writer.discard();
  }
}

/** A chunk came for a file that was never begun, or that is committed or discarded already. */
export function transferEndedError(): StetError {
  return new StetError(
    'badRequest',
    'The file was not attached: its transfer is over. Attach it again if it is not there.',
  );
}

function wrongSizeError(name: string): StetError {
  return new StetError('badRequest', `“${name}” was not attached: its size did not match. Attach it again.`);
}
