import type { ReportEvidence } from '../../model/report-claim';
import { isolateText, own, type ReportText, text } from '../../origin/report-text';
import { describeEvidence, type EvidencePart } from '../../wording/describe-evidence';
import type { PlanLine, PlanRun } from '../planned';
import { createRun } from './plan-text';

function createPart(part: EvidencePart, url: ReportText | null, hasNumbers: boolean): PlanRun[] {
  switch (part.kind) {
    case 'punctuation':
    case 'text':
      return [createRun(part.text)];
    case 'title':
      return [createRun(part.text, { url })];
    case 'warning':
      return [createRun(part.text, { isBold: true })];
    case 'source': {
      const number = hasNumbers ? text` [${part.number}]` : own('');
      return [createRun(text`${own(part.confidential ? ' confidential source' : '')}${number}`)];
    }
  }
}

/**
 * The line about a piece of evidence. The title of the source links to it; its number is written when the document lists the
 * sources.
 */
export function createEvidenceLine(evidence: ReportEvidence, hasNumbers: boolean): PlanLine {
  const { source } = evidence;
  const url = source.confidential ? null : (source.url ?? source.archiveUrl);
  return describeEvidence(evidence, isolateText)
    .flatMap((part) => createPart(part, url, hasNumbers))
    .filter((run) => run.text !== '');
}
