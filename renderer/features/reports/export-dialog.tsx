import { useRef, useState } from 'react';
import {
  type ReportChoices,
  type ReportFormat,
  reportFormatTraits,
} from '../../../shared/domain/report-options';
import type { MissingField } from '../../../shared/reports/claim-review/missing-field';
import type { Leak } from '../../../shared/reports/confidential/leak';
import { clearErrors } from '../../state/notices';
import { useSession } from '../../state/review/use-session';
import { Dialog, DialogColumns, DialogFooter } from '../../ui/dialog/dialog';
import { ConfidentialNote } from './confidential-note';
import { FormatChoice } from './format-choice';
import { confirmLeak, endExportDraft, keepExportDraft, useExportDraft } from './leaks/export-draft';
import { LeakSummary } from './leaks/leak-summary';
import { showClaim } from './leaks/show-claim';
import { NoClaimsWarning } from './options/claim-choice';
import { ClaimReviewOptions } from './options/claim-review-options';
import { MoreOptions } from './options/more-options';
import { ReportPreview } from './preview/report-preview';
import { useReportPreview } from './preview/use-report-preview';
import { ReaderChoice } from './reader-choice';
import { showMissing } from './show-missing';
import { useExport } from './use-export';
import { useFirstChoices } from './use-first-choices';
import { getWhyClean, WordBaseNote } from './word-base-note';

interface ExportDialogProps {
  onClose: () => void;
}

/**
 * Saves the report as a file; main asks where. The parts of this folder:
 *
 * - `use-first-choices.ts`: what is preselected. `format-choice.tsx`, `reader-choice.tsx`: the choices of every day.
 * - `options/`: all others, folded away.
 * - `confidential-note.tsx`: what it says of confidential sources. `leaks/` lists what may reveal one, and asks about it
 *   before a print or a copy as well.
 * - `show-missing.ts`: goes to where a field that is missing is filled in.
 * - `preview/`: the report as it will be.
 * - `use-export.ts`: saves it. `export-again.ts`: saves it as the last time, `print-report.ts` prints it, both without this dialog.
 *   All start with `save-edits-for-report.ts`.
 */
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
