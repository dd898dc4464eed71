import { basename } from 'node:path';
import { maxFileBytes } from '../../../shared/import/file-size-limit';
import { StetError } from '../errors/stet-error';
import { describeReadFailure } from '../storage/files/disk-messages';
import { FileTooLargeError, NotRegularFileError, readRegularFile } from '../storage/files/regular-file';

/**
 * Reads a file that the reviewer picked as an article: its name and its bytes. Rejects with a `StetError` that says what is
 * wrong.
 */
export async function readArticleFile(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const name = basename(path);
  try {
    const options = { followLinks: true, maxBytes: maxFileBytes };
    const content = await readRegularFile(path, options, (handle) => handle.readFile());
    return { name, bytes: new Uint8Array(content) };
  } catch (error) {
    if (error instanceof NotRegularFileError)
      throw new StetError('badRequest', `“${name}” is not a file. Choose the file of an article.`);
    if (error instanceof FileTooLargeError)
      throw new StetError(
        'badRequest',
        `“${name}” is larger than 100 MB. Choose the text of the article alone.`,
      );
    const why = describeReadFailure(error);
    throw new StetError('notFound', `“${name}” can’t be read: ${why}. Nothing was changed.`, {
      cause: error,
    });
  }
}
