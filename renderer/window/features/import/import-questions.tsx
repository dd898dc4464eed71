import { useEffect, useId, useRef, useState } from 'react';
import { showArticle, showDraft } from '#renderer/window/state/article/show-article.ts';
import { client } from '#renderer/window/state/base/client.ts';
import {
  type CommenterRole,
  setAreNotesSources,
  setIsAuthor,
  useAnnotationChoice,
  useCommenterRoles,
  useMissedCount,
} from '#renderer/window/state/drafts/annotation-choices.ts';
import {
  importAsDraft,
  type PendingImport,
  removePendingImport,
} from '#renderer/window/state/drafts/pending-imports.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import type { KnownDraft } from '#shared/contract/commands/import-commands.ts';
import { countNotes } from '#shared/import/annotations/notes-as-sources.ts';
import { encodingOptions } from '#shared/import/base/encoding-names.ts';
import { findUncertainEncoding } from '#shared/import/base/notices.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';
import styles from './import-preview.module.css';
import { readInEncoding } from './read-import.ts';

interface KnownDraftsProps {
  pendingImport: PendingImport;
  /** Whether the blocks were edited, so that the text differs from that of any draft. */
  isTextEdited: boolean;
  /** The edits with which it becomes the next draft of the article to which it belongs; absent where it can't. */
  edits?: Pick<PendingImport, 'blocks' | 'fields'>;
}

/**
 * Names the drafts in the library that repeat an import, with a button that goes there, and the article whose claims it answers, with a
 * button that imports it there. Renders nothing for a new text.
 */
export function KnownDrafts({ pendingImport, isTextEdited, edits }: KnownDraftsProps) {
  const { proposalId } = pendingImport;
  const [found, setFound] = useState<readonly KnownDraft[]>([]);
  useEffect(() => {
    let isOutdated = false;
    void client.call('import.findKnown', { proposalId }).then((answer) => {
      if (answer.ok && !isOutdated) setFound(answer.value);
    });
    return () => {
      isOutdated = true;
    };
  }, [proposalId]);
  const known = found.filter(
    ({ same, articleId }) =>
      !(isTextEdited && same === 'text') && !(same === 'claims' && articleId === pendingImport.draftOf),
  );
  return (
    <div
      role="status"
      aria-label="Drafts that this import repeats or answers"
      className={known.length > 0 ? styles.knownDrafts : undefined}
    >
      {known.map((draft) => (
        <div key={`${draft.articleId} ${draft.number}`} className={styles.draft}>
          <p>{describeKnownDraft(draft)}</p>
          {draft.same !== 'claims' && (
            <Button kind="quiet" onPress={() => void goTo(draft, pendingImport)}>
              {`Go to draft ${draft.number}`}
            </Button>
          )}
          {draft.same === 'claims' && edits && (
            <Button kind="quiet" onPress={() => void importThere(draft, pendingImport, edits)}>
              {`Import as draft ${draft.number + 1} of “${isolate(draft.title)}”`}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

function describeKnownDraft({ title, number, same, comments = 0 }: KnownDraft): string {
  if (same === 'claims')
    return `This is a report on “${isolate(title)}” that came back: ${formatCount(comments, 'comment belongs', 'comments belong')} to its claims.`;
  const name = `draft ${number} of “${isolate(title)}”`;
  return same === 'text'
    ? `This text is already in the library as ${name}.`
    : `This file is already in the library as ${name}, where its text was read differently.`;
}

/** Shows a draft instead of importing it again. The import stays when the article can't be shown. */
async function goTo({ articleId, draftId }: KnownDraft, pendingImport: PendingImport): Promise<void> {
  const isOpen = currentSession()?.articleId === articleId;
  if (!isOpen && !(await showArticle(articleId))) return;
  if ((isOpen || draftId !== null) && !(await showDraft(draftId))) return;
  removePendingImport(pendingImport);
}

/** Shows the article to which an import belongs, and imports it as its next draft. The import stays when the article can't be shown. */
async function importThere(
  { articleId }: KnownDraft,
  pendingImport: PendingImport,
  edits: Pick<PendingImport, 'blocks' | 'fields'>,
): Promise<void> {
  const isOpen = currentSession()?.articleId === articleId;
  if (isOpen || (await showArticle(articleId))) importAsDraft(pendingImport, articleId, edits);
}

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
        <p className="small-muted">
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
          <p id={noteHintId} className="small-muted">
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
      <p className={`wrapping-row ${styles.known}`}>
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

interface EncodingFieldProps {
  pendingImport: PendingImport;
  /** Whether the reviewer edited the blocks. The edits point into the text, so they are lost when another text is read. */
  hasEditedBlocks: boolean;
  /** The fields that the reviewer edited, which stay. */
  editedFields?: PendingImport['fields'];
  /** Whether it is being imported, so that it can't be read anew. */
  isBusy?: boolean;
}

/**
 * Lets the reviewer choose another encoding for a file that declares none, and has it read again. Asks first when edits of the
 * blocks would be lost. Renders nothing for a file whose encoding is certain.
 */
export function EncodingField(props: EncodingFieldProps) {
  const { pendingImport, hasEditedBlocks, editedFields = pendingImport.fields, isBusy = false } = props;
  const [asked, setAsked] = useState<string | null>(null);
  const encoding = findUncertainEncoding(pendingImport.notices);
  if (encoding === null) return null;
  const read = (chosen: string) => void readInEncoding(pendingImport, chosen, editedFields);
  return (
    <div className={styles.field}>
      <SelectField
        label="Encoding of the file"
        options={encodingOptions}
        value={asked ?? encoding}
        onChange={(chosen) => {
          if (hasEditedBlocks && chosen !== encoding) setAsked(chosen);
          else if (chosen === encoding) setAsked(null);
          else read(chosen);
        }}
        isDisabled={isBusy}
      />
      {asked !== null && (
        <div role="alert" className={styles.question}>
          <p>Reading the file again discards your changes to the blocks.</p>
          <div className="button-row">
            <Button onPress={() => setAsked(null)}>Keep my changes</Button>
            <Button onPress={() => read(asked)}>Read again</Button>
          </div>
        </div>
      )}
    </div>
  );
}
