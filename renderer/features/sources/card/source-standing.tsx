import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { longestProse, typed } from '../../../../shared/domain/primitives';
import {
  type Source,
  type SourceStanding,
  sourceStandingLabels,
  sourceStandings,
} from '../../../../shared/domain/source';
import { setSourceStanding } from '../../../../shared/domain/sources/source-edits';
import { fallenSentence } from '../../../../shared/domain/sources/withdrawn-source';
import { focusHome } from '../../../state/focus';
import { factsNow } from '../../../state/review/facts';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { PressChoices } from '../../../ui/choices/press-choices';
import { Field } from '../../../ui/fields/field';
import styles from './source-card.module.css';

const choices = sourceStandings.map((standing) => ({
  value: standing,
  label: sourceStandingLabels[standing],
  tone: standing === 'good' ? 'verified' : 'recheck',
}));

/** Whether the source stands. That it does not is set only once it was asked why; the reason may stay empty. */
export function SourceStandingChoice({ source }: { source: Source }) {
  const { review, apply, readOnly } = useSession();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { standing, standingReason } = source;
  const [asked, setAsked] = useState<Exclude<SourceStanding, 'good'> | null>(null);
  const [reason, setReason] = useState('');
  const element = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // A click is told before the question is there.
  const isAsking = useRef(false);

  const choose = (now: SourceStanding) => {
    isAsking.current = now !== 'good';
    if (now === 'good') {
      setAsked(null);
      apply(setSourceStanding(review, source, now, null, factsNow()));
      return;
    }
    setAsked(now);
    setReason(now === standing ? (standingReason ?? '') : '');
    // Asked again while the question is there, the press has taken the focus from it.
    requestAnimationFrame(() => field.current?.focus());
  };
  const leave = () => {
    isAsking.current = false;
    flushSync(() => setAsked(null));
    const radios = element.current?.querySelectorAll<HTMLElement>('[role="radio"]');
    const asking = radios?.[choices.findIndex(({ value }) => value === asked)];
    asking?.focus();
    // The group hands the focus that comes in on to the choice that it was last left from, which may be another one.
    asking?.focus();
  };
  const confirm = () => {
    if (asked !== null) apply(setSourceStanding(review, source, asked, typed(reason), factsNow()));
    leave();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Elsewhere it would leave the card as well.
      event.preventDefault();
      leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm();
  };
  return (
    <div ref={element} className={styles.standing}>
      <PressChoices<SourceStanding>
        label="Does it stand?"
        choices={choices}
        value={standing}
        onChange={choose}
        isDisabled={readOnly}
        afterClick={() => {
          if (!isAsking.current) focusHome();
        }}
      />
      {asked === null && standing !== 'good' && <p>{fallenSentence(source, timeZone)}</p>}
      {asked !== null && (
        <form
          className={styles.part}
          aria-label={`Why is it ${asked}?`}
          onKeyDown={keys}
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          <Field
            label={`Why is it ${asked}?`}
            hint="May stay empty. Claims that rest on it are to be checked again."
            lines={2}
            inputRef={field}
            value={reason}
            onChange={setReason}
            maxLength={longestProse}
            autoFocus
          />
          <div className={styles.buttons}>
            <Button type="submit" kind="primary">
              {asked === 'wrong' ? 'Mark as wrong' : 'Mark as withdrawn'}
            </Button>
            <Button onPress={leave}>Cancel</Button>
          </div>
        </form>
      )}
    </div>
  );
}
