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
  private readonly parts = new Map<string, ReportPart>();

  /** The part of this name, which is created when there is none; `isVisible` counts then. */
  get(name: string, isVisible = true): ReportPart {
    const known = this.parts.get(name);
    if (known) return known;
    const part = { name, text: '', isVisible };
    this.parts.set(name, part);
    return part;
  }

  add(name: string, text: string, isVisible = true): void {
    this.get(name, isVisible).text += text;
  }

  list(): ReportPart[] {
    return [...this.parts.values()];
  }
}
