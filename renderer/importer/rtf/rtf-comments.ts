import { readWordTime } from '../document/comment-time';
import { type FlowComment, joinReplies } from '../flow/flow';

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
    return joinReplies(this.all.map(({ parent, ...comment }) => ({ comment, parent })));
  }
}
