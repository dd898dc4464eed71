import { useState } from 'react';
import {
  type CitationStyle,
  citationStyles,
  type Paper,
  papers,
  type ReportChoices,
  type ReportFormat,
  reportFormats,
} from '../../../shared/domain/report-options';
import { changePreferences, usePreferences } from '../../state/preferences';
import { useSession } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices/choices';
import { Picker } from '../../ui/choices/picker';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogColumns } from '../../ui/dialog/dialog-columns';
import { Checkbox } from '../../ui/fields/checkbox';
import { ClaimChoice } from './claim-choice';
import { ConfidentialNote } from './confidential-note';
import styles from './export-dialog.module.css';
import { Preview } from './preview';
import { useExport } from './use-export';
import { usePreview } from './use-preview';

const formatLabels: Record<ReportFormat, string> = {
  html: 'HTML',
  pdf: 'PDF',
  markdown: 'Markdown',
  json: 'JSON',
};

const formatWords: Record<ReportFormat, string> = {
  html: 'One file that opens in any browser: article with numbered marks, claims, sources, summary.',
  pdf: 'The same report as pages: to read, print and send.',
  markdown: 'The article with a footnote for each claim, for any text editor.',
  json: 'Everything as data, by a documented JSON Schema.',
};

const styleLabels: Record<CitationStyle, string> = {
  apa: 'APA',
  harvard1: 'Harvard',
  vancouver: 'Vancouver',
};
const paperLabels: Record<Paper, string> = { a4: 'A4', letter: 'Letter' };

const formats = reportFormats.map((format) => ({ value: format, label: formatLabels[format] }));
const styleOptions = citationStyles.map((style) => ({ value: style, label: styleLabels[style] }));
const paperOptions = papers.map((paper) => ({ value: paper, label: paperLabels[paper] }));

/** Which claims, in which form; with a look at what it will be. Main then asks where to put it. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [choices, setChoices] = useState<ReportChoices>(() => usePreferences.getState().report);
  const { format, options } = choices;
  const preview = usePreview(session, choices);
  const { busy, save, cancel } = useExport(session);

  const choose = (part: Partial<ReportChoices['options']>) =>
    setChoices({ format, options: { ...options, ...part } });

  const onSave = async () => {
    if (!(await save(choices))) return;
    void changePreferences({ report: choices });
    onClose();
  };
  const close = () => {
    cancel();
    onClose();
  };

  return (
    <Dialog
      title="Export report"
      size="huge"
      onClose={close}
      buttons={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" onPress={() => void onSave()} isPending={busy} autoFocus>
            {busy ? 'Saving …' : 'Save report'}
          </Button>
        </>
      }
    >
      <DialogColumns
        side={
          <>
            <Choices
              label="Format"
              choices={formats}
              value={format}
              onChange={(chosen) => setChoices({ format: chosen, options })}
            />
            <p className={styles.aside}>{formatWords[format]}</p>
            <ClaimChoice standings={options.standings} onChange={(standings) => choose({ standings })} />
            <Checkbox isSelected={options.notes} onChange={(notes) => choose({ notes })}>
              Include notes
            </Checkbox>
            <div className={styles.pair}>
              <Picker
                label="Citation style"
                options={styleOptions}
                value={options.style}
                onChange={(value) =>
                  choose({ style: citationStyles.find((style) => style === value) ?? options.style })
                }
              />
              {format === 'pdf' && (
                <Picker
                  label="Paper"
                  options={paperOptions}
                  value={options.paper}
                  onChange={(value) =>
                    choose({ paper: papers.find((paper) => paper === value) ?? options.paper })
                  }
                />
              )}
            </div>
            <ConfidentialNote preview={preview} notes={options.notes} />
          </>
        }
      >
        <Preview preview={preview} label={formatLabels[format]} />
      </DialogColumns>
    </Dialog>
  );
}
