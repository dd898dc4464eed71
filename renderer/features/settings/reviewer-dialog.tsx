import { type FormEvent, useState } from 'react';
import { longestLine, typedLine } from '../../../shared/domain/primitives';
import { changePreferences } from '../../state/preferences';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/fields/field';

interface ReviewerDialogProps {
  /** Goes on with the verdict, whether or not a name was given. */
  onDone: () => void;
}

/** Asked at the first verdict: whose it is. */
export function ReviewerDialog({ onDone }: ReviewerDialogProps) {
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reviewer = typedLine(name);
    if (reviewer !== null) await changePreferences({ reviewer });
    onDone();
  };
  return (
    <Dialog
      title="Who is checking?"
      onClose={onDone}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={onDone}>Not now</Button>
          <Button kind="primary" type="submit">
            Save name
          </Button>
        </>
      }
    >
      <Field
        label="Your name"
        maxLength={longestLine}
        hint="It is shown with your verdicts, in the history and in reports. It stays on this computer; Settings can change it."
        value={name}
        onChange={setName}
        autoFocus
      />
    </Dialog>
  );
}
