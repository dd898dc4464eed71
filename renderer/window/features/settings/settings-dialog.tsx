import { type ComponentType, type ReactNode, useRef, useState } from 'react';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { updatePreferences, usePreferences } from '#renderer/window/state/base/preferences.ts';
import { useIsLibraryWritable } from '#renderer/window/state/library/library-access.ts';
import {
  moveLibraryElsewhere,
  openOtherLibrary,
  showLibraryInFolder,
  useLibraryLocation,
} from '#renderer/window/state/library/location.ts';
import { useDebouncedField } from '#renderer/window/state/review/typing.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Checkbox, Field } from '#renderer/window/ui/fields/field.tsx';
import part from '#renderer/window/ui/layout/settings-part.module.css';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { type Preferences, themeLabels, themes } from '#shared/domain/settings/settings.ts';
import { ClaimReviewPart } from './claim-review-part.tsx';

/** Where the library lies, and the ways to have it elsewhere. Main asks for the folders. */
export function LibraryPart() {
  const isWritable = useIsLibraryWritable();
  const location = useLibraryLocation((state) => state.location);
  if (location?.state !== 'open') return null;
  return (
    <section className={part.part} aria-labelledby="settings-library">
      <h3 id="settings-library">Library</h3>
      <bdi className={part.folder}>{location.folder}</bdi>
      <div className={part.buttons}>
        <Button onPress={() => void showLibraryInFolder()}>Show in folder</Button>
        <Button onPress={() => void moveLibraryElsewhere()} isDisabled={!isWritable}>
          Move…
        </Button>
        <Button onPress={() => void openOtherLibrary()}>Open another…</Button>
      </div>
      <p className={part.hint}>
        Your name and the other settings stay on this computer, whichever library is open.
      </p>
    </section>
  );
}

const themeOptions = themes.map((theme) => ({ value: theme, label: themeLabels[theme] }));

interface FieldProps {
  leave: (next: () => void) => void;
}

/** The field of each setting, in the order of the dialog; null for one that is set elsewhere. */
const fields: Readonly<Record<keyof Preferences, ComponentType<FieldProps> | null>> = {
  reviewer: NameField,
  theme: ThemeField,
  claimColoring: ColoringField,
  spotting: SpottingField,
  letterKeys: KeyboardPart,
  claimReview: ClaimReviewPart,
  // In the dialogs of the keys, the name, reports and imports.
  keys: null,
  askedForName: null,
  report: null,
  commenters: null,
};

const shownFields = Object.entries(fields).flatMap(([name, Field]) => (Field ? { name, Field } : []));

function NameField() {
  const reviewer = usePreferences((preferences) => preferences.reviewer);
  const name = useDebouncedField(
    reviewer ?? '',
    (value) => void updatePreferences({ reviewer: normalizeLineInput(value) }),
  );
  return (
    <Field
      label="Your name"
      maxLength={maxLineLength}
      hint="Shown with your verdicts, in the history and in reports. A verdict keeps the name it was set with."
      {...name}
    />
  );
}

function ThemeField() {
  const theme = usePreferences((preferences) => preferences.theme);
  return (
    <SegmentedChoice
      label="Theme"
      options={themeOptions}
      value={theme}
      onChange={(chosen) => void updatePreferences({ theme: chosen })}
    />
  );
}

function ColoringField() {
  const claimColoring = usePreferences((preferences) => preferences.claimColoring);
  return (
    <SegmentedChoice
      label="Colour claims"
      options={[
        { value: 'verdict', label: 'By verdict' },
        { value: 'source', label: 'By source' },
      ]}
      value={claimColoring}
      onChange={(chosen) => void updatePreferences({ claimColoring: chosen })}
    />
  );
}

function SpottingField() {
  const spotting = usePreferences((preferences) => preferences.spotting);
  return (
    <Checkbox isSelected={spotting} onChange={(on) => void updatePreferences({ spotting: on })}>
      Underline and list words worth checking
    </Checkbox>
  );
}

function KeyboardPart({ leave }: FieldProps) {
  const letterKeys = usePreferences((preferences) => preferences.letterKeys);
  return (
    <section className={part.part} aria-labelledby="settings-keyboard">
      <h3 id="settings-keyboard">Keyboard</h3>
      <Checkbox isSelected={letterKeys} onChange={(on) => void updatePreferences({ letterKeys: on })}>
        Use single-letter shortcuts
      </Checkbox>
      <div className={part.buttons}>
        <Button onPress={() => leave(() => openDialog('changeKeys'))}>Change keys…</Button>
      </div>
    </section>
  );
}

/** The settings. Each change takes effect at once. */
export function SettingsDialog({ backups, onClose }: { backups: ReactNode; onClose: () => void }) {
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
      <div ref={parts} className={part.fields}>
        {shownFields.map(({ name, Field: SettingField }) => (
          <SettingField key={name} leave={leave} />
        ))}
      </div>
      <LibraryPart />
      {backups}
    </Dialog>
  );
}
