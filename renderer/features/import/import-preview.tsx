import equal from 'fast-deep-equal';
import { type ComponentType, type FormEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { createEditedBlocks, type EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import { describeNotice } from '../../../shared/import/notices';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import {
  importAsDraft,
  type PendingImport,
  removePendingImport,
  usePendingImports,
} from '../../state/drafts/pending-imports';
import {
  type ArticleForm,
  type ArticleFormErrors,
  parseArticleForm,
  toArticleForm,
} from '../../state/library/article-form';
import { showNotice } from '../../state/notices';
import { ClosingWarning } from '../../ui/dialog/closing-warning';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogColumns } from '../../ui/dialog/dialog-columns';
import { HighlightedList } from '../../ui/text/highlighted-list';
import { InlineList } from '../../ui/text/inline-list';
import { BlockEditor } from './blocks/block-editor';
import styles from './import-preview.module.css';
import { openArticles } from './open-articles';
import { type NextDraft, PreviewButtons } from './preview-buttons';

export interface ImportPreviewProps {
  pendingImport: PendingImport;
  pending: readonly PendingImport[];
  /** The fields of the article. */
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
export function ImportPreview(props: ImportPreviewProps) {
  const { pendingImport, pending, Fieldset, tasks, nextDraft } = props;
  const { proposal, notices, words, name } = pendingImport;
  const [form, setForm] = useState(() => toArticleForm(proposal));
  const originalBlocks = useMemo(
    () => pendingImport.blocks ?? createEditedBlocks(proposal.blocks),
    [pendingImport, proposal],
  );
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(originalBlocks);
  const [errors, setErrors] = useState<ArticleFormErrors>({});
  const [isOpening, setIsOpening] = useState(false);
  const [isWarned, setIsWarned] = useState(false);
  const opening = useRef(new AbortController());
  const doneCount = usePendingImports((imports) => imports.doneCount);
  const totalCount = doneCount + pending.length;
  const facts = [
    totalCount > 1 && `${formatNumber(doneCount + 1)} of ${formatNumber(totalCount)}`,
    name ?? 'Pasted',
    formatCount(words, 'word'),
    proposal.claims.length > 0 && formatCount(proposal.claims.length, 'claim'),
  ];
  const editedBlocks = blocks === originalBlocks ? pendingImport.blocks : blocks;
  const isEmpty = blocks.every(({ isLeftOut }) => isLeftOut);

  const open = async (others: readonly PendingImport[]) => {
    const parsed = parseArticleForm(form);
    if (!parsed.ok) {
      setErrors(parsed.errors);
      return;
    }
    if (isOpening || isEmpty) return;
    setIsOpening(true);
    opening.current = new AbortController();
    const first = { pendingImport, edits: { fields: parsed.fields, blocks: editedBlocks } };
    const rest = others.map((other) => {
      return { pendingImport: other, edits: { fields: null, blocks: other.blocks } };
    });
    const opened = await openArticles([first, ...rest], opening.current.signal);
    setIsOpening(false);
    // Removed only now: otherwise the preview of an import that is being opened would appear.
    opened.forEach(removePendingImport);
    const skipped = others.filter((other) => !opened.includes(other));
    if (!opening.current.signal.aborted || opened.length === 0 || skipped.length === 0) return;
    skipped.forEach(removePendingImport);
    showNotice(
      `${formatCount(opened.length, 'article')} opened. The other ${formatNumber(skipped.length)} were skipped.`,
    );
  };
  const close = () => {
    const isEdited = blocks !== originalBlocks || !equal(form, toArticleForm(proposal));
    if (isOpening) opening.current.abort();
    else if (isEdited && !isWarned) setIsWarned(true);
    else removePendingImport(pendingImport);
  };

  return (
    <Dialog
      title="Open as an article"
      size="huge"
      onClose={close}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void open([]);
      }}
      footer={
        <PreviewButtons
          pendingImport={pendingImport}
          pendingCount={pending.length}
          nextDraft={nextDraft}
          isOpening={isOpening}
          isEmpty={isEmpty}
          onImportAsDraft={(articleId) => importAsDraft(pendingImport, articleId, editedBlocks)}
          onOpenAll={() => void open(pending.slice(1))}
        />
      }
    >
      <DialogColumns
        isSidebarInert={isOpening}
        sidebar={
          <>
            <p className={styles.facts}>
              <InlineList parts={facts} />
            </p>
            <Fieldset
              form={form}
              onChange={(changed) => {
                setForm({ ...form, ...changed });
                setErrors({});
              }}
              errors={errors}
            />
            <HighlightedList label="About this import" items={notices.map(describeNotice)} />
          </>
        }
      >
        <BlockEditor proposal={proposal} blocks={blocks} onChange={setBlocks} isBusy={isOpening} />
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
