import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { ToggleChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { ReasonForm } from '#renderer/window/ui/fields/field.tsx';
import { maxProseLength, normalizeInput } from '#shared/domain/base/primitives.ts';
import {
  type Source,
  type SourceStanding,
  sourceStandingLabels,
  sourceStandings,
} from '#shared/domain/base/source.ts';
import { describeUnreliableSource, isReliable } from '#shared/domain/base/source-standing.ts';
import { setSourceStanding } from '#shared/domain/sources/source-edits.ts';
import { getSourceFieldLabel } from './base/source-field-labels.ts';
import styles from './source-card.module.css';

type UnreliableStanding = Exclude<SourceStanding, 'good'>;

const questions: Record<UnreliableStanding, { question: string; confirmLabel: string }> = {
  withdrawn: { question: 'Why is it withdrawn?', confirmLabel: 'Mark as withdrawn' },
  wrong: { question: 'Why is it wrong?', confirmLabel: 'Mark as wrong' },
};

const standingOptions = sourceStandings.map((standing) => ({
  value: standing,
  label: sourceStandingLabels[standing],
  // Grey, because nobody has said that the source is good.
  tone: isReliable({ standing }) ? 'unchecked' : 'recheck',
}));

/**
 * Whether somebody noted that the source was withdrawn or is wrong. An unreliable standing is set only after the question why,
 * whose answer is optional.
 */
export function SourceStandingChoice({ source }: { source: Source }) {
  const { review, apply, readOnly } = useSession();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { standing } = source;
  const [asked, setAsked] = useState<UnreliableStanding | null>(null);
  const [reason, setReason] = useState('');
  const element = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  // Known at once, because `afterClick` is called before the question is rendered.
  const isAsking = useRef(false);

  const choose = (chosen: SourceStanding) => {
    isAsking.current = chosen !== 'good';
    if (chosen === 'good') {
      setAsked(null);
      apply(setSourceStanding(review, source, chosen, null, currentEditContext()));
      return;
    }
    setAsked(chosen);
    setReason(chosen === standing ? (source.standingReason ?? '') : '');
    // If the question was open already, the click has moved the focus out of its field.
    requestAnimationFrame(() => field.current?.focus());
  };
  const close = () => {
    isAsking.current = false;
    flushSync(() => setAsked(null));
    const radios = element.current?.querySelectorAll<HTMLElement>('[role="radio"]');
    const askedRadio = radios?.[standingOptions.findIndex(({ value }) => value === asked)];
    askedRadio?.focus();
    // The first focus is passed on to the option that had it last, which may be another one.
    askedRadio?.focus();
  };
  const confirm = () => {
    if (asked !== null)
      apply(setSourceStanding(review, source, asked, normalizeInput(reason), currentEditContext()));
    close();
  };
  return (
    <div ref={element} className={styles.standing}>
      <ToggleChoice<SourceStanding>
        label={getSourceFieldLabel('standing')}
        options={standingOptions}
        value={standing}
        onChange={choose}
        isDisabled={readOnly}
        afterClick={() => {
          if (!isAsking.current) focusMainArea();
        }}
      />
      {asked === null && !isReliable(source) && <p>{describeUnreliableSource(source, timeZone)}</p>}
      {asked !== null && (
        <ReasonForm
          {...questions[asked]}
          hint="Optional. Claims that use this source will need a re-check."
          lines={2}
          maxLength={maxProseLength}
          reason={reason}
          fieldRef={field}
          onChange={setReason}
          onConfirm={confirm}
          onCancel={close}
        />
      )}
    </div>
  );
}
