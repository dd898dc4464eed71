import { type Ref, useEffect, useRef } from 'react';
import { Button } from '#renderer/window/ui/button.tsx';
import type { ReportChoices } from '#shared/domain/settings/report-options.ts';
import { type Leak, listOpenLeaks } from '#shared/reports/base/leak.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { capitalize } from '#shared/text/format/wording.ts';
import styles from './export-dialog.module.css';
import leakStyles from './leak-list.module.css';
import { LeakList } from './leak-list.tsx';
import type { PreviewedReport, PreviewState } from './report-preview.tsx';

/** Says why a report can’t be saved, without a full stop; null when it can. */
function describeOpenLeaks(leaks: readonly Leak[], confirmed: ReadonlySet<string>): string | null {
  const open = listOpenLeaks(leaks, [...confirmed]);
  const certainCount = open.filter(({ level }) => level === 'certain').length;
  if (certainCount > 0) return `${formatCount(certainCount, 'place')} would reveal a source`;
  return open.length === 0
    ? null
    : `${formatCount(open.length, 'place')} may reveal a source: tick what reveals nothing`;
}

interface LeakSummaryProps {
  preview: PreviewState;
  confirmed: ReadonlySet<string>;
  /** Scrolls to the list of leaks, which may be out of sight. */
  onShow: () => void;
}

/** Says beside “Save report” why it can’t be saved, because the list that does so may be out of sight. */
export function LeakSummary({ preview, confirmed, onShow }: LeakSummaryProps) {
  const report = preview.state === 'failed' ? null : preview.report;
  const obstacle = report === null ? null : describeOpenLeaks(report.leaks, confirmed);
  if (obstacle === null) return null;
  return (
    <div className={leakStyles.summary}>
      <p>{capitalize(obstacle)}.</p>
      <Button kind="quiet" onPress={onShow}>
        Show
      </Button>
    </div>
  );
}

interface ConfidentialNoteProps {
  ref: Ref<HTMLElement>;
  preview: PreviewState;
  choices: ReportChoices;
  confirmed: ReadonlySet<string>;
  onConfirm: (leakId: string, isConfirmed: boolean) => void;
  onGoTo: (leak: Leak) => void;
}

/** Says how the report treats confidential sources, and which texts to check. */
function describeConfidential(
  { confidentialCount }: Pick<PreviewedReport, 'confidentialCount'>,
  { format, options }: ReportChoices,
): string {
  const isClaimReview = format === 'claimReview';
  const { reader, notes } = isClaimReview ? { reader: 'public', notes: false } : options;
  const count = formatCount(confidentialCount, 'confidential source');
  if (reader === 'legal')
    return `The report names ${count}, with everything that is known of ${confidentialCount === 1 ? 'it' : 'them'}.`;
  const said =
    reader === 'public'
      ? `The report says nothing of ${confidentialCount === 1 ? 'it' : 'them'}.`
      : 'The report only says “confidential source” and what it says about the claim.';
  const opening =
    confidentialCount > 0
      ? `There ${confidentialCount === 1 ? 'is' : 'are'} ${count}. ${said}`
      : 'The report would print the words listed below, which may be private.';
  if (isClaimReview) return `${opening} “Stated by” is included as it is: check that it gives nothing away.`;
  const texts = reader === 'editor' && notes ? 'Notes, corrections' : 'Corrections';
  return `${opening} ${texts} and “stated by” on claims are included as they are: check that they give nothing away.`;
}

/** Says how many confidential sources are left out and which texts to check, and lists what reveals one or may do so. */
export function ConfidentialNote({
  ref,
  preview,
  choices,
  confirmed,
  onConfirm,
  onGoTo,
}: ConfidentialNoteProps) {
  const status = useRef<HTMLDivElement>(null);
  const report = preview.state === 'failed' ? null : preview.report;
  const obstacle = report && describeOpenLeaks(report.leaks, confirmed);
  const isBlocked = obstacle !== null;
  // In a low window the fields above leave no room for it. Only as far as necessary, so that they stay in view if they can.
  useEffect(() => {
    if (isBlocked) status.current?.scrollIntoView({ block: 'nearest' });
  }, [isBlocked]);
  const hasSources = report !== null && (report.confidentialCount > 0 || report.leaks.length > 0);
  if (!hasSources) return <div role="status" />;
  const { leaks } = report;
  return (
    <section
      ref={ref}
      aria-label="Confidential sources"
      className={styles.confidential}
      data-leaks={leaks.length > 0 || undefined}
    >
      <div ref={status} role="status" className={styles.status}>
        <p>{describeConfidential(report, choices)}</p>
        {obstacle !== null && <p>The report can’t be saved like this: {obstacle}.</p>}
      </div>
      <LeakList leaks={leaks} confirmed={confirmed} onConfirm={onConfirm} onGoTo={onGoTo} />
    </section>
  );
}
