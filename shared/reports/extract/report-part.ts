/** A part of a written report and all text in it, as a reader sees it. */
export interface ReportPart {
  /** How a message names it, such as `claim 3` or `the summary`. */
  name: string;
  text: string;
  /** Whether the text is on the page, and not in an attribute, a comment or the head of the file. */
  isVisible: boolean;
}

/** The name of the part that holds the file's title, which a printed file repeats on each page. */
export const fileHeadPart = 'the head of the file';

/** Collects the text of each part. */
export class PartCollector {
  private readonly parts = new Map<string, { texts: string[]; isVisible: boolean }>();

  add(name: string, text: string, isVisible = true): void {
    const part = this.parts.get(name);
    if (part) part.texts.push(text);
    else this.parts.set(name, { texts: [text], isVisible });
  }

  list(): ReportPart[] {
    return Array.from(this.parts, ([name, { texts, isVisible }]) => ({
      name,
      text: texts.join(''),
      isVisible,
    }));
  }
}
