import { toCommentTime } from '../flow/comment-time';
import type { FlowComment } from '../flow/flow-comment';

/** A time of Word as one number ([MS-DOC] 2.9.73, DTTM): minute, hour, day, month and year in bits from the lowest. */
export function readWordTime(time: number): string | null {
  const bits = (start: number, length: number) => (time >>> start) & (2 ** length - 1);
  if (time === 0 || Number.isNaN(time)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${1900 + bits(20, 9)}-${two(bits(16, 4))}-${two(bits(11, 5))}`;
  return toCommentTime(`${date}T${two(bits(6, 5))}:${two(bits(0, 6))}`);
}

/** The comments of a document (RTF 1.9.1, "Annotations"), in order. */
export class RtfComments {
  private readonly all: (FlowComment & { parent: number | null })[] = [];
  private author = '';
  private current: (FlowComment & { parent: number | null; isOnRange: boolean }) | null = null;

  /** The author is named before the comment. */
  setAuthor(name: string): void {
    this.author = name;
  }

  begin(): void {
    const id = `unnamed ${this.all.length}`;
    this.current = {
      ...{ id, by: this.author, at: null, text: '', resolved: false, replies: [] },
      ...{ parent: null, isOnRange: false },
    };
  }

  /** The name of the range of text that the comment is about. */
  setReference(name: string): void {
    if (this.current) Object.assign(this.current, { id: name, isOnRange: true });
  }

  setDate(time: number): void {
    if (this.current) this.current.at = readWordTime(time);
  }

  /** The comment that it replies to, by how far it is from it. */
  setParent(distance: number): void {
    if (this.current && distance < 0) this.current.parent = this.all.length + distance;
  }

  /** Ends the comment. Returns its id when it is on no range, and no reply: then it is about the place where it stands. */
  end(text: string): string | null {
    const comment = this.current;
    if (!comment) return null;
    this.all.push({ ...comment, text });
    this.current = null;
    return comment.isOnRange || comment.parent !== null ? null : comment.id;
  }

  /** The comments that are no replies, by id. */
  getThreads(): Map<string, FlowComment> {
    const threads = new Map<string, FlowComment>();
    const firsts: FlowComment[] = [];
    for (const { parent, ...comment } of this.all) {
      const first = parent === null ? undefined : firsts[parent];
      if (first) first.replies.push(comment);
      else threads.set(comment.id, comment);
      firsts.push(first ?? comment);
    }
    return threads;
  }
}
