/** Follows the labels of a page, such as "Related" or "Don’t miss", and says which blocks belong to one. */
export class Labels {
  /** The element that holds the last label and what belongs to it. */
  private box: Element | null = null;

  /** Adds the next block. Returns 1 when it belongs to a label. */
  add({ element, isLabel, isMain }: { element: Element; isLabel: boolean; isMain: boolean }): 0 | 1 {
    const isUnder = (this.box?.contains(element) ?? false) && !isMain;
    if (isLabel)
      this.box = (element.closest('p, h1, h2, h3, h4, h5, h6, div, section, aside') ?? element).parentElement;
    else if (!isUnder) this.box = null;
    return isUnder ? 1 : 0;
  }
}
