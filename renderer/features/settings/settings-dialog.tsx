import { longestLine, typedLine } from '../../../shared/domain/primitives';
import { themeNames, themes } from '../../../shared/domain/settings';
import { changePreferences, usePreferences } from '../../state/preferences';
import { useTyped } from '../../state/review/typing';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices/choices';
import { Dialog } from '../../ui/dialog/dialog';
import { Checkbox } from '../../ui/fields/checkbox';
import { Field } from '../../ui/fields/field';

const choices = themes.map((theme) => ({ value: theme, label: themeNames[theme] }));

/** Every setting takes effect at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { reviewer, theme, letterKeys } = usePreferences();
  const name = useTyped(reviewer ?? '', (value) => void changePreferences({ reviewer: typedLine(value) }));
  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      buttons={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <Field
        label="Your name"
        maxLength={longestLine}
        hint="Shown with your verdicts, in the history and in reports."
        {...name}
      />
      <Choices
        label="Theme"
        choices={choices}
        value={theme}
        onChange={(chosen) => void changePreferences({ theme: chosen })}
      />
      <Checkbox isSelected={letterKeys} onChange={(on) => void changePreferences({ letterKeys: on })}>
        Single letters act as keys
      </Checkbox>
    </Dialog>
  );
}
