import type { DocumentComment } from '../base/comment-claims.ts';
import type { InlineText } from './inline-text.ts';
import type { TrackedSpan } from './tracked-markup.ts';

/**
 * The comments of a text, how many tracked changes were accepted, how many comments that are not shown were left out, and how many
 * passages are struck through.
 */
export interface TrackedResult {
  comments: DocumentComment[];
  changeCount: number;
  hiddenCount: number;
  struckCount: number;
}

interface OpenSpan {
  span: TrackedSpan;
  comment: DocumentComment | null;
  /** Where it begins in the text, in UTF-16 code units. */
  start: number;
  hasWords: boolean;
}

/** The time of a comment as a timestamp, as far as it is one. */
const toTimestamp = (date: string) => date.replace(/(?<=:\d\d)Z$/, '.000Z');

/** Accepts the tracked changes of a line of text, and takes the comments out of it. */
export class TrackedText {
  private readonly open: OpenSpan[] = [];
  /** Where the last highlight was. */
  private highlight = { start: 0, end: 0 };

  constructor(
    private readonly text: InlineText,
    private readonly result: TrackedResult,
  ) {}

  /** Whether the text that is read belongs to the article. */
  get isKept(): boolean {
    return this.open.every(({ span, comment }) => span.kind !== 'deletion' && comment === null);
  }

  begin(span: TrackedSpan): void {
    const start = this.text.text.length;
    if (span.kind === 'commentEnd') this.text.addAnchor(`comment ${span.id}`, 'end');
    if (span.kind === 'joinNext') this.text.joinsNext = true;
    const comment = span.kind === 'comment' ? this.beginComment(span) : null;
    this.open.push({ span, comment, start, hasWords: false });
  }

  private beginComment({ id, author, date, isOnHighlight }: TrackedSpan): DocumentComment {
    const { comments } = this.result;
    const name = id === '' ? `unnamed ${comments.length}` : `comment ${id}`;
    if (isOnHighlight) {
      this.text.addAnchor(name, 'start', this.highlight.start);
      this.text.addAnchor(name, 'end', this.highlight.end);
    } else if (id === '') this.text.addAnchor(name, 'start');
    else this.text.beginComment(name);
    const comment = { id: name, by: author, at: date === '' ? null : toTimestamp(date), text: '' };
    comments.push(comment);
    return comment;
  }

  /** Records that the open spans contain words. */
  addWords(text: string): void {
    if (text.trim() !== '') for (const one of this.open) one.hasWords = true;
  }

  /** Takes text that is not kept in the draft: it belongs to the comment around it, if any. */
  leaveOut(text: string): void {
    const index = this.open.findLastIndex(({ comment }) => comment !== null);
    const comment = this.open[index]?.comment;
    const isDeleted = this.open.slice(index + 1).some(({ span }) => span.kind === 'deletion');
    if (comment && !isDeleted) comment.text += text;
    else if (!comment && text.trim() !== '') this.text.leaveGap();
  }

  end(): void {
    const ended = this.open.pop();
    if (!ended) return;
    const { kind } = ended.span;
    if (kind === 'highlight') this.highlight = { start: ended.start, end: this.text.text.length };
    const isChange = kind === 'insertion' || kind === 'deletion';
    if (isChange && ended.hasWords) this.result.changeCount += 1;
  }
}
