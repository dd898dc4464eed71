import type { FormEvent, KeyboardEvent } from 'react';
import { maxLineLength, normalizeLineInput } from '../../../../shared/domain/primitives';
import { focusMainArea } from '../../../state/focus-main-area';
import {
  declineNameQuestion,
  saveReviewerName,
  useIsAskedForName,
  useNameQuestion,
} from '../../../state/name-question';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/fields/field';
import styles from './claim-card.module.css';

/** Asks for the reviewer's name after the first verdict without one. It takes no focus, so that keys go on judging claims. */
export function NameQuestion() {
  return useIsAskedForName() ? <NameForm /> : null;
}

function NameForm() {
  const { typed: name } = useNameQuestion();
  const normalized = normalizeLineInput(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (normalized === null) return;
    void saveReviewerName(normalized);
    focusMainArea();
  };
  const decline = () => {
    void declineNameQuestion();
    focusMainArea();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || name !== '') return;
    // In an empty field Escape is the answer, and does not leave the claim as well.
    event.preventDefault();
    decline();
  };
  return (
    <form className={styles.question} aria-label="Your name" onSubmit={save} onKeyDown={onKeyDown}>
      <p aria-live="polite">Your verdicts are not signed yet.</p>
      <div className={styles.line}>
        <Field
          label="Your name, for the record"
          maxLength={maxLineLength}
          value={name}
          onChange={(typed) => useNameQuestion.setState({ typed })}
        />
        <Button type="submit" isDisabled={normalized === null}>
          Save
        </Button>
        <Button kind="quiet" onPress={decline}>
          Not now
        </Button>
      </div>
    </form>
  );
}
