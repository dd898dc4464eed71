import { measureDraft } from './reading/measure-draft';
import { measureNameQueries } from './reading/queries/names/measure-name-queries';
import { measureNumberQueries } from './reading/queries/numbers/measure-number-queries';
import { measureSearch } from './reading/search/measure-search';
import { measureSentences } from './reading/sentences/measure-sentences';
import { measureSpotting } from './reading/spotting/measure-spotting';
import type { Print } from './support/report-metrics';

/** Measures what helps to read every line. */
export async function run(print: Print): Promise<void> {
  await measureSpotting(print);
  await measureSentences(print);
  measureNumberQueries(print);
  await measureNameQueries(print);
  await measureDraft(print);
  await measureSearch(print);
}
