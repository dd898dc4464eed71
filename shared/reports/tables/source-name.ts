import { confidentialSourceText } from '../wording/describe-source';
import type { LogSource } from './claim-log';

/** Names a source in one line: its citation, or that it is confidential. */
export function formatSourceName(source: LogSource): string {
  return source.confidential ? confidentialSourceText : source.citation;
}
