/** A part of a written report, as `claim 3` or `the summary`, and all text in it, as a reader gets it. */
export interface Place {
  where: string;
  text: string;
  /** Whether it is on the page, and not in an attribute, a comment or the head of the file. */
  shown: boolean;
}

/** Collects text by place. */
export class Places {
  private readonly parts = new Map<string, { texts: string[]; shown: boolean }>();

  add(where: string, text: string, shown = true): void {
    const known = this.parts.get(where);
    if (known) known.texts.push(text);
    else this.parts.set(where, { texts: [text], shown });
  }

  all(): Place[] {
    return Array.from(this.parts, ([where, { texts, shown }]) => ({ where, text: texts.join(''), shown }));
  }
}
