import { useId, useState } from 'react';
import { countNoteReferences } from '../../../../shared/import/annotations/annotation-choice';
import { formatCount } from '../../../../shared/text/format/format-count';
import {
  type CommenterRole,
  setAreNotesSources,
  setIsAuthor,
  useAnnotationChoice,
  useCommenterRoles,
} from '../../../state/drafts/annotation-choices';
import type { PendingImport } from '../../../state/drafts/pending-imports';
import { Button } from '../../../ui/button';
import { SegmentedChoice } from '../../../ui/choices/segmented-choice';
import { Checkbox } from '../../../ui/fields/checkbox';
import styles from './annotation-questions.module.css';

const roleOptions = [
  { value: 'author', label: 'Author' },
  { value: 'editor', label: 'Editor' },
] as const;

interface AnnotationQuestionsProps {
  pendingImport: PendingImport;
}

/**
 * Asks whose comments are the author's, and whether the notes are the author's sources. The answers are remembered for each
 * name, so that a file with known names asks nothing.
 */
export function AnnotationQuestions({ pendingImport }: AnnotationQuestionsProps) {
  const { proposal } = pendingImport;
  const roles = useCommenterRoles(pendingImport);
  const { areNotesSources } = useAnnotationChoice(pendingImport);
  const [noteCount] = useState(() => countNoteReferences(proposal));
  if (roles.length === 0 && noteCount === 0) return null;
  return (
    <section className={styles.questions} aria-label="Comments and notes">
      <h3 className="section-heading">Comments and notes</h3>
      {roles.length > 0 && (
        <p className={styles.hint}>
          What the author’s comments refer to is proposed as evidence. An editor’s comment becomes the note of
          a claim.
        </p>
      )}
      {roles.map((role) => (
        <CommenterQuestion key={role.name} role={role} pendingImport={pendingImport} />
      ))}
      {noteCount > 0 && (
        <Checkbox
          isSelected={areNotesSources}
          onChange={(isSelected) => setAreNotesSources(pendingImport, isSelected)}
        >
          {noteCount === 1
            ? 'The note is the author’s source'
            : `The ${formatCount(noteCount, 'note')} are the author’s sources`}
        </Checkbox>
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
    <SegmentedChoice
      label={label}
      options={roleOptions}
      value={isAuthor ? 'author' : 'editor'}
      onChange={(value) => setIsAuthor(pendingImport, name, value === 'author')}
    />
  );
}
