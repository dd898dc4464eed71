import { formatCount } from '../text/format/format-count';
import { formatFileSize } from '../text/format/format-file-size';
import { joinList } from '../text/format/join-list';
import type { CheckCounts } from './commands/check-commands';

/** Lists everything that a check has verified: "2 articles, 120 changes, 3 drafts and 4 attached files (1.2 MB)". */
export function describeChecked({ articles, changes, drafts, vaultFiles, vaultBytes }: CheckCounts): string {
  return joinList([
    formatCount(articles, 'article'),
    formatCount(changes, 'change'),
    formatCount(drafts, 'draft'),
    `${formatCount(vaultFiles, 'attached file')} (${formatFileSize(vaultBytes)})`,
  ]);
}

/** The same of the backups: "3 backups, which share 40 contents (8.1 MB)"; null when there are none. */
export function describeCheckedBackups({ backups, backupFiles, backupBytes }: CheckCounts): string | null {
  if (backups === 0) return null;
  const contents = `${formatCount(backupFiles, 'content')} (${formatFileSize(backupBytes)})`;
  return `${formatCount(backups, 'backup')}, which ${backups === 1 ? 'holds' : 'share'} ${contents}`;
}
