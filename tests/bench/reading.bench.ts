import { parseArgs } from 'node:util';
import { measureDraft } from './reading/measure-draft';
import { measureNameQueries } from './reading/queries/names/measure-name-queries';
import { measureNumberQueries } from './reading/queries/numbers/measure-number-queries';
import { measureSearch } from './reading/search/measure-search';
import { measureSentences } from './reading/sentences/measure-sentences';
import { measureSpotting } from './reading/spotting/measure-spotting';
import type { Print } from './support/report-metrics';

/**
 * Measures what helps to read every line. `npm run bench -- reading --labels FILE` ranks the sentences of a file instead of ours: each
 * line is a sentence, a tab and its label, and an empty line stands between documents (without one, the file is one document). The
 * labels "1", "yes", "true", "check…" and "worth…" mean worth checking; any other, such as "0", "-1" and "no", means not.
 */
export async function run(print: Print, options: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({ args: [...options], options: { labels: { type: 'string' } } });
  await measureSpotting(print, values.labels ?? null);
  if (values.labels !== undefined) return;
  await measureSentences(print);
  measureNumberQueries(print);
  await measureNameQueries(print);
  await measureDraft(print);
  await measureSearch(print);
}
