import { useEffect, useId, useRef, useState } from 'react';
import { countNotes } from '../../../shared/import/annotations/notes-as-sources';
import { formatCount } from '../../../shared/text/format/numbers';
import {
  type CommenterRole,
  setAreNotesSources,
  setIsAuthor,
  useAnnotationChoice,
  useCommenterRoles,
  useMissedCount,
} from '../../state/drafts/annotation-choices';
import type { PendingImport } from '../../state/drafts/pending-imports';
import { Button } from '../../ui/button';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { Checkbox } from '../../ui/fields/field';
import styles from './import-preview.module.css';

const roleOptions = [
  { value: 'author', label: 'Author' },
  { value: 'editor', label: 'Editor' },
] as const;

interface AnnotationQuestionsProps {
  pendingImport: PendingImport;
}

/**
 * Asks whose comments are the author's, and whether the notes are the author's sources. The answers are remembered for each
 * person, so that a file with known names asks nothing. The first question without an answer gets the focus when it is missed.
 */
export function AnnotationQuestions({ pendingImport }: AnnotationQuestionsProps) {
  const { proposal } = pendingImport;
  const roles = useCommenterRoles(pendingImport);
  const { areNotesSources } = useAnnotationChoice(pendingImport);
  const [noteCount] = useState(() => countNotes(proposal));
  const noteHintId = useId();
  const section = useRef<HTMLElement>(null);
  const missedCount = useMissedCount(pendingImport);
  useEffect(() => {
    if (missedCount > 0) section.current?.querySelector<HTMLElement>('[data-missing] input')?.focus();
  }, [missedCount]);
  if (roles.length === 0 && noteCount === 0) return null;
  const isMissing = missedCount > 0 && roles.some(({ isAuthor }) => isAuthor === null);
  return (
    <section ref={section} className={styles.questions} aria-label="Comments and notes">
      <h3 className="section-heading">Comments and notes</h3>
      {roles.length > 0 && (
        <p className={styles.hint}>
          What the author’s comments refer to is proposed as evidence. Reports never print the comment itself,
          but a source that you accept. An editor’s comment becomes the note of a claim, which reports print.
        </p>
      )}
      {isMissing && (
        <p className={styles.missing} role="alert">
          Say whose comments these are.
        </p>
      )}
      {roles.map((role) => (
        <CommenterQuestion key={role.name} role={role} pendingImport={pendingImport} />
      ))}
      {noteCount > 0 && (
        <>
          <Checkbox
            isSelected={areNotesSources}
            onChange={(isSelected) => setAreNotesSources(pendingImport, isSelected)}
            aria-describedby={noteHintId}
          >
            {noteCount === 1
              ? 'The note is the author’s source'
              : `The ${formatCount(noteCount, 'note')} are the author’s sources`}
          </Checkbox>
          <p id={noteHintId} className={styles.hint}>
            Reports never print the notes that are the author’s sources, but a source that you accept. Other
            notes are part of the article, and reports print them.
          </p>
        </>
      )}
    </section>
  );
}

interface CommenterQuestionProps extends AnnotationQuestionsProps {
  role: CommenterRole;
}

function CommenterQuestion({ role, pendingImport }: CommenterQuestionProps) {
  const { name, comments, isAuthor, isKnown } = role;
  const [isAsked, setIsAsked] = useState(!isKnown);
  const labelId = useId();
  const label = `${name ?? 'Without a name'} (${formatCount(comments, 'comment')})`;
  if (!isAsked)
    return (
      <p className={styles.known}>
        <span id={labelId}>{`${label}: ${isAuthor ? 'author' : 'editor'}`}</span>
        <Button kind="quiet" onPress={() => setIsAsked(true)} aria-describedby={labelId}>
          Change
        </Button>
      </p>
    );
  return (
    <div data-missing={isAuthor === null ? '' : undefined}>
      <SegmentedChoice
        label={label}
        options={roleOptions}
        value={isAuthor === null ? null : isAuthor ? 'author' : 'editor'}
        onChange={(value) => setIsAuthor(pendingImport, name, value === 'author')}
      />
    </div>
  );
}
