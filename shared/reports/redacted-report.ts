import { listChangedTexts } from './confidential/changed-texts';
import type { RedactedText } from './confidential/redacted-text';
import type { ReportPart } from './extract/report-part';
import type { Report } from './model/report-model';

type Items = Pick<Report, 'claims' | 'sources'>;

/** Indexes claims and sources by their names in the report. */
function indexItems({ claims, sources }: Items): Map<string, unknown> {
  return new Map<string, unknown>([
    ...claims.map((claim) => [`claim ${claim.number}`, claim] as const),
    ...sources.map((source) => [`source ${source.number}`, source] as const),
  ]);
}

/** Leaves out the article, claims and sources that are not among these names. */
function pickItems(report: Report, names: ReadonlySet<string>): Report {
  return {
    ...report,
    blocks: names.has('the article') ? report.blocks : [],
    claims: report.claims.filter(({ number }) => names.has(`claim ${number}`)),
    sources: report.sources.filter(({ number }) => names.has(`source ${number}`)),
  };
}

/**
 * The text of a redacted report, which is rendered only where it is needed. `report` is the one with everything, `toParts` renders
 * a report and extracts its text.
 */
export function createRedactedText(
  report: Items,
  redacted: Report,
  toParts: (report: Report) => ReportPart[],
): RedactedText {
  const [items, redactedItems] = [indexItems(report), indexItems(redacted)];
  return {
    listChangedTexts: (name) =>
      redactedItems.has(name) ? listChangedTexts(items.get(name), redactedItems.get(name)) : null,
    render: (names) => toParts(pickItems(redacted, names)),
  };
}
