import { useEffect, useRef, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { clearErrors, showError } from '#renderer/window/state/base/notices.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { Dialog, DialogColumns, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import {
  defaultReportChoices,
  type ReportChoices,
  type ReportFormat,
  reportFormatTraits,
} from '#shared/domain/settings/report-options.ts';
import type { Leak } from '#shared/reports/base/leak.ts';
import type { MissingField } from '#shared/reports/missing-field.ts';
import { ClaimReviewOptions } from './claim-review-options.tsx';
import { ConfidentialNote, LeakSummary } from './confidential-note.tsx';
import styles from './export-dialog.module.css';
import {
  confirmLeak,
  endExportDraft,
  getExportDraft,
  keepExportDraft,
  useExportDraft,
} from './export-draft.ts';
import { useExport } from './export-report.ts';
import { FormatChoice, ReaderChoice } from './format-choice.tsx';
import { MoreOptions, NoClaimsWarning } from './more-options.tsx';
import { type PreviewState, ReportPreview, useReportPreview } from './report-preview.tsx';
import { showClaim, showMissing } from './show-place.ts';

/**
 * The choices with which the export dialog begins: those from before the reviewer went to a claim, else those of the article's last
 * report. Null until main has answered.
 */
function useFirstChoices(): ReportChoices | null {
  const { articleId } = useSession();
  const [choices, setChoices] = useState<ReportChoices | null>(() => getExportDraft(articleId).choices);
  const isKnown = choices !== null;
  useEffect(() => {
    if (isKnown) return;
    void client.call('report.choices', { articleId }).then((answer) => {
      if (!answer.ok) showError(answer.error.message, 'report');
      setChoices(answer.ok ? answer.value.choices : defaultReportChoices);
    });
  }, [articleId, isKnown]);
  return choices;
}

/**
 * Why a Word report is not written into the author's file, although that was chosen, as a sentence. Null when it is, and as long as main
 * has not answered. The public never gets that file, which the choice of the reader says.
 */
function getWhyClean(preview: PreviewState, { format, options }: ReportChoices): string | null {
  if (format !== 'docx' || options.reader === 'public' || preview.state === 'failed') return null;
  return preview.report?.word?.why ?? null;
}

/** Says why a Word report is not written into the author's file. */
function WordBaseNote({ why }: { why: string }) {
  return (
    <p className={styles.aside} role="status">
      Written as a clean document: {why}
    </p>
  );
}

interface ExportDialogProps {
  onClose: () => void;
}

/** Saves the report as a file; main asks where. */
export function ExportDialog({ onClose }: ExportDialogProps) {
  const first = useFirstChoices();
  return first && <OpenExportDialog first={first} onClose={onClose} />;
}

function OpenExportDialog({ first, onClose }: ExportDialogProps & { first: ReportChoices }) {
  const session = useSession();
  const [choices, setChoices] = useState(first);
  const { confirmed } = useExportDraft();
  const { format, options } = choices;
  const preview = useReportPreview(session, choices);
  const whyClean = getWhyClean(preview, choices);
  const { isBusy, save } = useExport(session);

  // An error of an export was about the choices before.
  const choose = (chosen: ReportChoices) => {
    clearErrors('report');
    setChoices(chosen);
  };
  // A ClaimReview is public, and never one for lawyers, which is not searched for confidential sources.
  const chooseFormat = (chosen: ReportFormat) => {
    const isForLawyers = chosen === 'claimReview' && options.reader === 'legal';
    choose({ format: chosen, options: isForLawyers ? { ...options, reader: 'public' } : options });
  };
  const change = (changed: Partial<ReportChoices['options']>) =>
    choose({ format, options: { ...options, ...changed } });

  const saveAndClose = async () => {
    if (await save(choices, [...confirmed])) close();
  };
  const close = () => {
    endExportDraft();
    onClose();
  };
  const goTo = (leak: Leak) => {
    keepExportDraft(session.articleId, choices);
    onClose();
    showClaim(session, leak);
  };
  const goToMissing = (place: MissingField['place']) => {
    keepExportDraft(session.articleId, choices);
    onClose();
    showMissing(session, place);
  };
  const note = useRef<HTMLElement>(null);

  return (
    <Dialog
      title="Export report"
      size="huge"
      onClose={close}
      footer={
        <DialogFooter
          confirmLabel={isBusy ? 'Saving…' : 'Save report'}
          onConfirm={() => void saveAndClose()}
          onCancel={close}
          isPending={isBusy}
          note={
            <LeakSummary
              preview={preview}
              confirmed={confirmed}
              onShow={() => note.current?.scrollIntoView({ block: 'start' })}
            />
          }
          autoFocus="confirm"
        />
      }
    >
      <DialogColumns
        sidebar={
          <>
            <FormatChoice format={format} onChange={chooseFormat} />
            <ReaderChoice reader={options.reader} format={format} onChange={(reader) => change({ reader })} />
            {whyClean !== null && <WordBaseNote why={whyClean} />}
            {format === 'claimReview' && (
              <ClaimReviewOptions
                options={options.claimReview}
                standings={options.standings}
                missing={preview.state === 'ready' ? preview.report.missing : []}
                onGoTo={goToMissing}
                onChange={(claimReview) => change({ claimReview })}
              />
            )}
            <NoClaimsWarning selected={options.standings} />
            <MoreOptions choices={choices} whyClean={whyClean} onChange={change} />
            <ConfidentialNote
              ref={note}
              preview={preview}
              choices={choices}
              confirmed={confirmed}
              onConfirm={(leakId, isConfirmed) => confirmLeak(session.articleId, leakId, isConfirmed)}
              onGoTo={goTo}
            />
          </>
        }
      >
        <ReportPreview
          preview={preview}
          formatLabel={reportFormatTraits[format].label}
          isStandIn={format === 'docx'}
        />
      </DialogColumns>
    </Dialog>
  );
}
