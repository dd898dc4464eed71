import { getErrorCode } from '../../errors/error-code';
import type { Platform } from '../../platform';
import { readFile } from '../files/disk';
import { describeReadFailure } from '../files/disk-messages';
import { parseJsonFile } from '../files/json-file-format';
import { libraryPaths } from '../paths';
import { type StoredSettings, settingsFormat } from './settings-format';

interface EarlierSettings {
  /** Null when there are none, or when they can't be used. */
  stored: StoredSettings | null;
  problem: string | null;
}

/**
 * Reads the settings that earlier versions kept in the library. Only the usual library of this computer is asked: a library that
 * was opened from elsewhere may hold the settings of another person. The file is left as it is, because an earlier Stet may
 * still open it. Never rejects.
 */
export async function readEarlierSettings(
  usualLibraryFolder: string,
  { log }: Pick<Platform, 'log'>,
): Promise<EarlierSettings> {
  try {
    const parsed = parseJsonFile(await readFile(libraryPaths(usualLibraryFolder).settings), settingsFormat);
    if (parsed.state === 'read') {
      // "Export again" writes to the paths of the last reports, which a file in a library must not name.
      const { reports: _, ...stored } = parsed.data;
      return { stored, problem: null };
    }
    const why = parsed.state === 'newer' ? 'a newer Stet wrote them' : parsed.reason;
    return { stored: null, problem: describeLostSettings(why) };
  } catch (error) {
    const code = getErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { stored: null, problem: null };
    log.error('the settings of an earlier version could not be read', error);
    return { stored: null, problem: describeLostSettings(describeReadFailure(error)) };
  }
}

/** The message about settings of an earlier version that could not be taken over. */
function describeLostSettings(why: string): string {
  return `The settings of an earlier version (settings.json in the library) could not be taken over: ${why}. The file is left as it is. The usual settings are used.`;
}
