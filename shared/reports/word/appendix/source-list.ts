import type { PublicReportSource, ReportSource } from '../../model/report-claim';
import { isolateText, own, text } from '../../origin/report-text';
import {
  confidentialSourceText,
  describeSource,
  type SourcePart,
  type SourceRecord,
} from '../../wording/describe-source';
import { createRun } from '../comments/plan-text';
import type { AppendixBlock, PlanLine, PlanRun } from '../planned';

function createPart(part: SourcePart, { citation, url }: PublicReportSource): PlanRun[] {
  switch (part.kind) {
    case 'citation':
      return citation.runs.map((run) => createRun(run.text, run.link ? { url } : {}));
    case 'details':
      return [createRun(part.text)];
    case 'standing':
      return [createRun(part.text, { isBold: true })];
    case 'reason':
      return [createRun(part.text, { field: 'standingReason' })];
  }
}

function createRecord(record: SourceRecord): PlanLine {
  return record.kind === 'archive'
    ? [createRun(own('Archived at ')), createRun(record.url, { url: record.url })]
    : [createRun(text`File ${record.text}, SHA-256 ${record.sha256}`)];
}

function createLines(source: ReportSource, timeZone: string): PlanLine[] {
  const number = createRun(text`${source.number}. `, { isBold: true });
  if (source.confidential) return [[number, createRun(confidentialSourceText)]];
  const { parts, records } = describeSource(source, timeZone, isolateText);
  const first = parts.flatMap((part, index) => [
    ...(index > 0 ? [createRun(own(' '))] : []),
    ...createPart(part, source),
  ]);
  return [[number, ...first], ...records.map(createRecord)];
}

/** The numbered sources, each with its citation. */
export function createSourceList(sources: readonly ReportSource[], timeZone: string): AppendixBlock[] {
  return sources.flatMap((source) =>
    createLines(source, timeZone).map((line) => ({
      kind: 'paragraph' as const,
      line,
      partName: text`source ${source.number}`,
    })),
  );
}
