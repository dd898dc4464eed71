import { useRef, useState } from 'react';
import {
  forgetChosenClaims,
  type ReportChoices,
  type ReportFormat,
  reportFormats,
} from '../../../shared/domain/report-options';
import type { Leak } from '../../../shared/reports/confidential/leak';
import { updatePreferences, usePreferences } from '../../state/preferences';
import { useSession } from '../../state/review/use-session';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogColumns } from '../../ui/dialog/dialog-columns';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { Checkbox } from '../../ui/fields/checkbox';
import { ClaimChoice } from './claim-choice';
import { ConfidentialNote } from './confidential-note';
import styles from './export-dialog.module.css';
import {
  confirmLeak,
  endExportDraft,
  getExportDraft,
  keepExportDraft,
  useExportDraft,
} from './leaks/export-draft';
import { LeakSummary } from './leaks/leak-summary';
import { showClaim } from './leaks/show-claim';
import { ClaimReviewOptions } from './options/claim-review-options';
import { ReportPreview } from './report-preview';
import { StyleAndPaper } from './style-and-paper';
import { useExport } from './use-export';
import { useReportPreview } from './use-report-preview';

const formatLabels: Record<ReportFormat, string> = {
  html: 'HTML',
  pdf: 'PDF',
  markdown: 'Markdown',
  json: 'JSON',
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
  webAnnotation: 'Web Annotation',
  claimReview: 'ClaimReview',
};

const formatDescriptions: Record<ReportFormat, string> = {
  html: 'One file that opens in any browser: article with numbered marks, claims, sources, summary.',
  pdf: 'The same report as pages: to read, print and send.',
  markdown: 'The article with a footnote for each claim, for any text editor.',
  json: 'Everything as data, by a documented JSON Schema.',
  docx: 'The author’s own file, or a clean document, with a comment for each claim and tracked corrections.',
  xlsx: 'A row for each claim and for each piece of evidence.',
  csv: 'The same as two files of comma-separated values.',
  webAnnotation: 'The claims as W3C Web Annotations.',
  claimReview: 'Chosen claims as schema.org ClaimReview.',
};

const formats = reportFormats.map((format) => ({ value: format, label: formatLabels[format] }));

/**
 * Saves the report as a file; main asks where. The parts of this folder:
 *
 * - `claim-choice.tsx`: which claims are in it. `style-and-paper.tsx`: how sources are cited, and the size of pages.
 * - `confidential-note.tsx`: what it says of confidential sources. `leaks/` lists what may reveal one, and asks about it
 *   before a print or a copy as well.
 * - `report-preview.tsx`, `use-report-preview.ts`: the report as it will be.
 * - `use-export.ts`: saves it. `print-report.ts`: prints it without a dialog of its own. Both start with
 *   `save-edits-for-report.ts`.
 */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [choices, setChoices] = useState<ReportChoices>(
    () => getExportDraft(session.articleId).choices ?? usePreferences.getState().report,
  );
  const { confirmed } = useExportDraft();
  const { format, options } = choices;
  const preview = useReportPreview(session, choices);
  const { isBusy, save } = useExport(session);

  const change = (changed: Partial<ReportChoices['options']>) =>
    setChoices({ format, options: { ...options, ...changed } });

  const saveAndClose = async () => {
    if (!(await save(choices, [...confirmed]))) return;
    void updatePreferences({ report: forgetChosenClaims(choices) });
    close();
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
            <SegmentedChoice
              label="Format"
              options={formats}
              value={format}
              onChange={(chosen) => setChoices({ format: chosen, options })}
            />
            <p className={styles.aside}>{formatDescriptions[format]}</p>
            <ClaimChoice selected={options.standings} onChange={(standings) => change({ standings })} />
            <Checkbox isSelected={options.notes} onChange={(notes) => change({ notes })}>
              Include notes
            </Checkbox>
            {format === 'claimReview' && (
              <ClaimReviewOptions
                options={options.claimReview}
                missing={preview.state === 'ready' ? preview.report.missing : []}
                onChange={(claimReview) => change({ claimReview })}
              />
            )}
            <StyleAndPaper format={format} options={options} onChange={change} />
            <ConfidentialNote
              ref={note}
              preview={preview}
              hasNotes={options.notes}
              confirmed={confirmed}
              onConfirm={(leakId, isConfirmed) => confirmLeak(session.articleId, leakId, isConfirmed)}
              onGoTo={goTo}
            />
          </>
        }
      >
        <ReportPreview preview={preview} formatLabel={formatLabels[format]} />
      </DialogColumns>
    </Dialog>
  );
}
