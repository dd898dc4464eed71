/** Collects the marks for each place, and puts them there at the end, in the order in which they were added. */
export class Marks {
  private readonly marks = new Map<Comment, Element[]>();

  add(place: Comment, ...marks: Element[]): void {
    const known = this.marks.get(place);
    if (known) known.push(...marks);
    else this.marks.set(place, marks);
  }

  write(): void {
    for (const [place, marks] of this.marks) place.replaceWith(...marks);
  }
}
