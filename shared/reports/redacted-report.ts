import { listChangedTexts } from './confidential/changed-texts';
import type { RedactedText } from './confidential/redacted-text';
import { normalizeText } from './confidential/search/normalize-words';
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

/** Lists the texts that differ in each claim and source of two reports, in the form in which they are compared. */
function listChanges(report: Items, redacted: Items): Map<string, readonly string[] | null> {
  const items = indexItems(report);
  return new Map(
    Array.from(indexItems(redacted), ([name, item]) => {
      const changed = listChangedTexts(items.get(name), item);
      return [name, changed?.map(normalizeText) ?? null] as const;
    }),
  );
}

/**
 * The text of a redacted report, which is rendered only where it is needed. `report` is the one with everything, `buildRedacted`
 * builds the redacted one with or without the article, `toParts` renders a report and extracts its text.
 */
export function createRedactedText(
  report: Items,
  buildRedacted: (hasArticle: boolean) => Report,
  toParts: (report: Report) => ReportPart[],
): RedactedText {
  const redacted = buildRedacted(false);
  const changes = listChanges(report, redacted);
  return {
    listChangedTexts: (name) => changes.get(name) ?? null,
    render: (names) => toParts(pickItems(names.has('the article') ? buildRedacted(true) : redacted, names)),
  };
}
