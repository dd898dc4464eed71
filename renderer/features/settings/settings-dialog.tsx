import { type ReactNode, useRef, useState } from 'react';
import { maxLineLength, normalizeLineInput } from '../../../shared/domain/primitives';
import { themeLabels, themes } from '../../../shared/domain/settings';
import { openDialog } from '../../state/dialogs';
import { updatePreferences, usePreferences } from '../../state/preferences';
import { useDebouncedField } from '../../state/typing/use-debounced-field';
import { Button } from '../../ui/button';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { Checkbox } from '../../ui/fields/checkbox';
import { Field } from '../../ui/fields/field';
import part from '../../ui/layout/settings-part.module.css';
import { ClaimReviewPart } from './claim-review-part';
import { LibraryPart } from './library-part';

const themeOptions = themes.map((theme) => ({ value: theme, label: themeLabels[theme] }));

interface SettingsDialogProps {
  /** The part about backups. */
  backups: ReactNode;
  onClose: () => void;
}

/** The settings. Each change takes effect at once. */
export function SettingsDialog({ backups, onClose }: SettingsDialogProps) {
  const { reviewer, theme, claimColoring, letterKeys, spotting } = usePreferences();
  const name = useDebouncedField(
    reviewer ?? '',
    (value) => void updatePreferences({ reviewer: normalizeLineInput(value) }),
  );
  const [hasFault, setHasFault] = useState(false);
  const parts = useRef<HTMLDivElement>(null);

  /** Leaves the dialog, unless a field holds something that can't be stored: that would be lost without a word. */
  const leave = (next: () => void) => {
    const faulty = parts.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    setHasFault(Boolean(faulty));
    if (!faulty) {
      next();
      return;
    }
    faulty.closest('details')?.setAttribute('open', '');
    faulty.focus();
  };

  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      footer={
        <DialogFooter
          confirmLabel="Done"
          onConfirm={() => leave(onClose)}
          note={
            hasFault && <p role="status">This field can’t be saved like this. Correct it, or empty it.</p>
          }
        />
      }
    >
      <Field
        label="Your name"
        maxLength={maxLineLength}
        hint="Shown with your verdicts, in the history and in reports. A verdict keeps the name it was set with."
        {...name}
      />
      <SegmentedChoice
        label="Theme"
        options={themeOptions}
        value={theme}
        onChange={(chosen) => void updatePreferences({ theme: chosen })}
      />
      <SegmentedChoice
        label="Colour claims"
        options={[
          { value: 'verdict', label: 'By verdict' },
          { value: 'source', label: 'By source' },
        ]}
        value={claimColoring}
        onChange={(chosen) => void updatePreferences({ claimColoring: chosen })}
      />
      <Checkbox isSelected={spotting} onChange={(on) => void updatePreferences({ spotting: on })}>
        Underline and list words worth checking
      </Checkbox>
      <section className={part.part} aria-labelledby="settings-keyboard">
        <h3 id="settings-keyboard">Keyboard</h3>
        <Checkbox isSelected={letterKeys} onChange={(on) => void updatePreferences({ letterKeys: on })}>
          Use single-letter shortcuts
        </Checkbox>
        <div className={part.buttons}>
          <Button onPress={() => leave(() => openDialog('changeKeys'))}>Change keys…</Button>
        </div>
      </section>
      <div ref={parts}>
        <ClaimReviewPart />
      </div>
      <LibraryPart />
      {backups}
    </Dialog>
  );
}
