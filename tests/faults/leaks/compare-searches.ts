import { mustSearchReport } from '../../../shared/reports/confidential/has-confidential-facts';
import type { Leak } from '../../../shared/reports/confidential/leak';
import { normalizeText } from '../../../shared/reports/confidential/search/normalize-words';
import { findItemName } from '../../../shared/reports/extract/report-part';
import { renderBuilt } from '../../../shared/reports/make-report';
import { buildJob, type ReportJob } from '../../../shared/reports/report-job';
import { prepareReportSearch } from '../../../shared/reports/search-report';
import { searchReport } from '../../../shared/reports/search-texts';

/** Words that one search found in a claim or source, or in the report as a whole. */
interface Finding {
  item: string;
  words: string;
  leak: Leak;
}

/** A finding of one of the searches alone, or of both at another level. */
export interface Difference {
  cause: string;
  example: string;
}

function listFindings(leaks: readonly Leak[]): Finding[] {
  return leaks.map((leak) => ({
    item: findItemName(leak.place) ?? /entry \d+ of “[^”]+”/.exec(leak.place)?.[0] ?? 'the report',
    words: normalizeText(leak.excerpt?.words ?? ''),
    leak,
  }));
}

/** The same words, or words of which these are a part: the two searches may cut a finding differently. */
const isSame = (a: Finding, b: Finding) =>
  a.item === b.item && (a.words.includes(b.words) || b.words.includes(a.words));

function describeFinding({ leak }: Finding): string {
  return `${leak.level}: ${leak.message} (${leak.excerpt?.before ?? ''}[${leak.excerpt?.words ?? ''}]${leak.excerpt?.after ?? ''})`;
}

/** Says why only the search of the model found something. */
function explainNew(finding: Finding, all: readonly Finding[], content: string): string {
  if (!normalizeText(content).includes(finding.words)) return 'new: this format does not print the words';
  if (all.some((other) => other.words.includes(finding.words) || finding.words.includes(other.words)))
    return `new: the same words in another place too (${nameField(finding)})`;
  return `new: only the search of the model finds them (${nameField(finding)})`;
}

/** The field of a finding, without the number of its claim or source. */
function nameField({ leak }: Finding): string {
  return leak.place.replace(/(?:claim|source|query) \d+|entry \d+ of “[^”]+”/, '…');
}

/** Searches a report in both ways, and lists what differs. */
export function compareSearches(job: ReportJob): Difference[] {
  if (!mustSearchReport(job)) return [];
  const built = buildJob(job);
  const found = listFindings(searchReport(job, built));
  const { content } = renderBuilt(built, job);
  const before = listFindings(prepareReportSearch(job, built)(content).leaks);
  const { format, options } = job.choices;
  const toDifference = (finding: Finding, cause: string): Difference => {
    return { cause, example: `${format} for ${options.reader}: ${describeFinding(finding)}` };
  };
  return [
    ...before.flatMap((finding): Difference[] => {
      const same = found.filter((other) => isSame(finding, other));
      if (same.length === 0) {
        const elsewhere = found.some((other) => other.words.includes(finding.words));
        const where = elsewhere ? 'in another place alone' : 'nowhere';
        return [toDifference(finding, `LOST: the model has them ${where} (${nameField(finding)})`)];
      }
      const isCertain = same.some(({ leak }) => leak.level === 'certain');
      if (finding.leak.level === 'certain' && !isCertain)
        return [toDifference(finding, 'LOST: certain became possible')];
      return [];
    }),
    ...found.flatMap((finding): Difference[] => {
      const same = before.filter((other) => isSame(finding, other));
      if (same.length === 0) return [toDifference(finding, explainNew(finding, before, content))];
      const wasCertain = same.some(({ leak }) => leak.level === 'certain');
      return finding.leak.level === 'certain' && !wasCertain
        ? [toDifference(finding, 'new: possible became certain')]
        : [];
    }),
  ];
}
