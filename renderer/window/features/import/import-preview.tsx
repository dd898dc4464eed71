import {
  type ComponentType,
  type FormEvent,
  type ReactNode,
  useDeferredValue,
  useMemo,
  useRef,
  useState,
} from 'react';
import { showNotice } from '#renderer/window/state/base/notices.ts';
import {
  completeAnnotationChoice,
  getKnownChoice,
  rememberCommenters,
  useAnnotationChoice,
} from '#renderer/window/state/drafts/annotation-choices.ts';
import {
  importAsDraft,
  type PendingImport,
  removeAllPendingImports,
  removePendingImport,
  useEditedBlocks,
  usePendingImports,
} from '#renderer/window/state/drafts/pending-imports.ts';
import {
  type ArticleForm,
  type ArticleFormErrors,
  listEditedFields,
  parseArticleForm,
  toArticleForm,
} from '#renderer/window/state/library/article-form.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ClosingWarning, Dialog, DialogColumns } from '#renderer/window/ui/dialog/dialog.tsx';
import { HighlightedList } from '#renderer/window/ui/layout/banner.tsx';
import { InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import { countNoteClaims } from '#shared/import/annotations/propose-evidence.ts';
import { createPreviewAccount } from '#shared/import/edits/import-account.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { isolate, shorten } from '#shared/text/format/wording.ts';
import { BlockEditor } from './block-editor.tsx';
import styles from './import-preview.module.css';
import { AnnotationQuestions, EncodingField, KnownDrafts } from './import-questions.tsx';
import { type ArticleToOpen, openArticles } from './open-articles.ts';

/** The draft that the import can become, of the article on the screen. */
interface NextDraft {
  articleId: string;
  /** The title of the article. */
  title: string;
  number: number;
}

/** The longest title on a button, in UTF-16 code units. */
const maxTitleLength = 40;

/** Opens imports as articles, one run at a time. */
function useOpening() {
  const [isOpening, setIsOpening] = useState(false);
  const opening = useRef(new AbortController());

  /**
   * Opens an import with its edits, then others as they are, and removes those that are in the library then. Those that ask whose
   * comments are the author's stay for their own preview.
   */
  const open = async (first: ArticleToOpen, others: readonly PendingImport[]) => {
    if (isOpening) return;
    setIsOpening(true);
    opening.current = new AbortController();
    const rest = others.flatMap((other): ArticleToOpen[] => {
      const annotations = getKnownChoice(other);
      const edits = annotations && { fields: null, blocks: other.blocks, annotations };
      return edits ? [{ pendingImport: other, edits }] : [];
    });
    const opened = await openArticles([first, ...rest], opening.current.signal);
    setIsOpening(false);
    // Removed only now: otherwise the preview of an import that is being opened would appear.
    opened.forEach(removePendingImport);
    const skipped = others.filter((other) => !opened.includes(other));
    if (opened.length === 0 || skipped.length === 0) return;
    if (!opening.current.signal.aborted) {
      if (opened.length === rest.length + 1)
        showNotice(
          `${formatCount(skipped.length, 'file')} not opened yet: first say who wrote the comments.`,
        );
      return;
    }
    skipped.forEach(removePendingImport);
    showNotice(
      `${formatCount(opened.length, 'article')} opened. The other ${formatNumber(skipped.length)} were skipped.`,
    );
  };

  // Articles that are open already stay; the others are skipped.
  return { isOpening, open, cancel: () => opening.current.abort() };
}

interface ImportSidebarProps {
  pendingImport: PendingImport;
  /** How many imports wait, this one included. */
  pendingCount: number;
  /** The blocks as the reviewer edited them; null when they are as read. */
  editedBlocks: PendingImport['blocks'];
  /** The fields of the article that the reviewer edited. */
  editedFields: Partial<ArticleForm>;
  isBusy: boolean;
  children: ReactNode;
}

/** The facts of an import, the fields of its article, and the questions that the file leaves open. */
function ImportSidebar(props: ImportSidebarProps) {
  const { pendingImport, pendingCount, editedBlocks, editedFields, isBusy, children } = props;
  const hasEditedBlocks = editedBlocks !== null;
  const { proposal, notices, words, name } = pendingImport;
  const doneCount = usePendingImports((imports) => imports.doneCount);
  const totalCount = doneCount + pendingCount;
  const { areNotesSources } = useAnnotationChoice(pendingImport);
  const noteClaimCount = useMemo(
    () => (areNotesSources ? countNoteClaims(proposal) : 0),
    [areNotesSources, proposal],
  );
  const claimCount = proposal.claims.length + noteClaimCount;
  const facts = [
    totalCount > 1 && `${formatNumber(doneCount + 1)} of ${formatNumber(totalCount)}`,
    name ?? 'Pasted',
    formatCount(words, 'word'),
    claimCount > 0 && formatCount(claimCount, 'claim'),
  ];
  return (
    <>
      <p className={`small-muted ${styles.facts}`}>
        <InlineList parts={facts} />
      </p>
      <KnownDrafts
        pendingImport={pendingImport}
        isTextEdited={hasEditedBlocks}
        edits={{ blocks: editedBlocks, fields: editedFields }}
      />
      {children}
      <EncodingField
        pendingImport={pendingImport}
        hasEditedBlocks={hasEditedBlocks}
        editedFields={editedFields}
        isBusy={isBusy}
      />
      <HighlightedList
        label="About this import"
        items={createPreviewAccount({ notices, proposal }, proposal.claims)}
      />
      <AnnotationQuestions pendingImport={pendingImport} />
    </>
  );
}

interface ImportPreviewProps {
  pendingImport: PendingImport;
  pending: readonly PendingImport[];
  Fieldset: ComponentType<{
    form: ArticleForm;
    onChange: (changed: Partial<ArticleForm>) => void;
    errors: ArticleFormErrors;
  }>;
  /** The tasks that are running, such as reading the next file. */
  tasks: ReactNode;
  /** The draft that it can become; null when no article is open that takes one. */
  nextDraft: NextDraft | null;
}

/** Shows how an import was read before it becomes an article. Its fields and blocks can be edited. */
function ImportPreview(props: ImportPreviewProps) {
  const { pendingImport, pending, Fieldset, tasks, nextDraft } = props;
  const { proposal } = pendingImport;
  const [form, setForm] = useState(() => ({ ...toArticleForm(proposal), ...pendingImport.fields }));
  const editedFields = listEditedFields(form, toArticleForm(proposal));
  const { whole, blocks, setBlocks, isEdited, editedBlocks } = useEditedBlocks(pendingImport);
  const [errors, setErrors] = useState<ArticleFormErrors>({});
  const [isWarned, setIsWarned] = useState(false);
  const { isOpening, open, cancel } = useOpening();
  // Right after the rest of the dialog, so that neither blocks the window for long.
  const showsBlocks = useDeferredValue(true, false);
  const hasOthers = pending.length > 1;
  const isEmpty = blocks.every(({ isLeftOut }) => isLeftOut);

  const openWith = (others: readonly PendingImport[]) => {
    const parsed = parseArticleForm(form, proposal.language);
    const annotations = completeAnnotationChoice(pendingImport);
    if (!parsed.ok) setErrors(parsed.errors);
    else if (annotations && !isEmpty) {
      rememberCommenters(pendingImport);
      void open(
        { pendingImport, edits: { fields: parsed.fields, blocks: editedBlocks, annotations } },
        others,
      );
    }
  };
  const close = () => {
    const hasEdits = isEdited || Object.keys(editedFields).length > 0;
    if (isOpening) cancel();
    else if (hasEdits && !isWarned) setIsWarned(true);
    else removePendingImport(pendingImport);
  };

  return (
    <Dialog
      title="Open as an article"
      size="huge"
      onClose={close}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        openWith([]);
      }}
      footer={
        <>
          <Button onPress={() => removePendingImport(pendingImport)} isPending={isOpening}>
            {hasOthers ? 'Skip this one' : 'Cancel'}
          </Button>
          {hasOthers && (
            <Button onPress={removeAllPendingImports} isPending={isOpening}>
              {`Skip all ${pending.length}`}
            </Button>
          )}
          {nextDraft && (
            <Button
              onPress={() =>
                importAsDraft(pendingImport, nextDraft.articleId, {
                  blocks: editedBlocks,
                  fields: editedFields,
                })
              }
              isPending={isOpening}
              isDisabled={isEmpty}
            >
              {`Import as draft ${nextDraft.number} of “${isolate(shorten(nextDraft.title, maxTitleLength))}”`}
            </Button>
          )}
          {hasOthers && (
            <Button onPress={() => openWith(pending.slice(1))} isPending={isOpening} isDisabled={isEmpty}>
              {`Open all ${pending.length}`}
            </Button>
          )}
          <Button kind="primary" type="submit" isPending={isOpening} isDisabled={isEmpty}>
            Open article
          </Button>
        </>
      }
    >
      <DialogColumns
        isSidebarInert={isOpening}
        sidebar={
          <ImportSidebar
            pendingImport={pendingImport}
            pendingCount={pending.length}
            editedBlocks={editedBlocks}
            editedFields={editedFields}
            isBusy={isOpening}
          >
            <Fieldset
              form={form}
              onChange={(changed) => {
                setForm({ ...form, ...changed });
                setErrors({});
              }}
              errors={errors}
            />
          </ImportSidebar>
        }
      >
        {showsBlocks && <BlockEditor whole={whole} blocks={blocks} onChange={setBlocks} isBusy={isOpening} />}
      </DialogColumns>
      {isWarned && (
        <ClosingWarning>
          You changed something here. Press Escape again to close without opening the article.
        </ClosingWarning>
      )}
      {tasks}
    </Dialog>
  );
}

/** The preview of the first pending import; further ones follow one after another. */
export function PreviewDialog(props: Omit<ImportPreviewProps, 'pendingImport' | 'pending'>) {
  const pending = usePendingImports((imports) => imports.pending);
  const [first] = pending;
  return first ? <ImportPreview key={first.id} pendingImport={first} pending={pending} {...props} /> : null;
}
