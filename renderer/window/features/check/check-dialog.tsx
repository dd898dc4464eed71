import { type ReactNode, useEffect, useRef, useState } from 'react';
import { checkLibrary, repairLibrary } from '#renderer/window/state/backups.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog, TaskLine } from '#renderer/window/ui/dialog/dialog.tsx';
import {
  describeChecked,
  describeCheckedBackups,
  type ShownCheckReport,
  type ShownFinding,
} from '#shared/contract/commands/backup-commands.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import styles from './check-dialog.module.css';

const kindLabels: Record<ShownFinding['kind'], string> = {
  damage: 'Damaged',
  unchecked: 'Could not be checked',
  note: 'Note',
};

/** Checks the library, says what was verified and what is damaged, and repairs on request. Closing it cancels the check. */
export function CheckDialog({ tasks, onClose }: { tasks: ReactNode; onClose: () => void }) {
  const [report, setReport] = useState<ShownCheckReport | null>(null);
  const [work, setWork] = useState<'checking' | 'repairing' | null>('checking');
  const closing = useRef(new AbortController());

  const check = async () => {
    setWork('checking');
    const { signal } = closing.current;
    const next = await checkLibrary(signal);
    if (signal.aborted) return;
    setReport(next);
    setWork(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    void check();
    return () => closing.current.abort();
  }, []);

  const repairIds = (report?.findings ?? []).flatMap(({ repairId }) => repairId ?? []);
  const repair = async () => {
    setWork('repairing');
    await repairLibrary(repairIds);
    await check();
  };

  return (
    <Dialog
      title="Check library"
      size="wide"
      onClose={onClose}
      footer={
        <>
          {repairIds.length > 0 && (
            <Button onPress={() => void repair()} isPending={work !== null}>
              {`Make ${formatCount(repairIds.length, 'repair')}`}
            </Button>
          )}
          <Button onPress={() => void check()} isPending={work !== null}>
            Check again
          </Button>
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div role="status">
        <Summary report={report} work={work} />
      </div>
      <TaskLine>{tasks}</TaskLine>
      {report && report.findings.length > 0 && (
        <ul className={`plain-list ${styles.findings}`} aria-label="Findings">
          {report.findings.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes
            <FindingItem key={index} finding={finding} />
          ))}
        </ul>
      )}
      {report && report.leftOut > 0 && <p>{formatCount(report.leftOut, 'more finding')}.</p>}
    </Dialog>
  );
}

function Summary({
  report,
  work,
}: {
  report: ShownCheckReport | null;
  work: 'checking' | 'repairing' | null;
}) {
  if (work === 'repairing') return <p>Repairing…</p>;
  if (work === 'checking') return <p>Reading every file and verifying every checksum. Nothing is changed.</p>;
  if (!report) return <p>The check was cancelled.</p>;
  const backups = describeCheckedBackups(report.counts);
  const damaged = report.findings.filter(({ kind }) => kind === 'damage').length + report.leftOut;
  const unchecked = report.findings.filter(({ kind }) => kind === 'unchecked').length;
  return (
    <>
      <p>
        <strong>
          {damaged > 0
            ? `${formatCount(damaged, 'thing is', 'things are')} damaged.`
            : unchecked > 0
              ? `${formatCount(unchecked, 'file')} could not be checked.`
              : 'The library is whole.'}
        </strong>
      </p>
      <p>Verified: {describeChecked(report.counts)}.</p>
      {backups !== null && <p>Verified: {backups}.</p>}
    </>
  );
}

function FindingItem({ finding }: { finding: ShownFinding }) {
  const { kind, title, file, problem, remedy } = finding;
  return (
    <li>
      {title !== null && <bdi className={styles.title}>{title}</bdi>}
      <p>
        <span className={`${styles.kind} ${styles[kind] ?? ''}`}>{kindLabels[kind]}:</span> {problem}
      </p>
      {remedy !== null && <p>{remedy}</p>}
      <p className={`small-muted ${styles.file}`}>{file}</p>
    </li>
  );
}
