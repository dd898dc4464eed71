/** Where text elements are cut. A cut at 0 or at the length of an element parts it from what is beside it in its run. */
export class Cuts {
  readonly offsets = new Map<Element, Set<number>>();

  /** `offset` is in UTF-16 code units of the element's text, and never within a surrogate pair. */
  add(element: Element, offset: number): void {
    const known = this.offsets.get(element);
    if (known) known.add(offset);
    else this.offsets.set(element, new Set([offset]));
  }

  /** The runs that are cut; of the elements in no run, themselves. */
  listHolders(getHolder: (element: Element) => Element): Set<Element> {
    return new Set(Array.from(this.offsets.keys(), getHolder));
  }
}
