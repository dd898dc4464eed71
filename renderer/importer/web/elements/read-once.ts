/** Reads a fact about each element once: thousands of texts may stand in one element with a long style. */
export function readOnce<Fact>(read: (element: Element) => Fact): (element: Element) => Fact {
  const facts = new Map<Element, { fact: Fact }>();
  return (element) => {
    const found = facts.get(element) ?? { fact: read(element) };
    facts.set(element, found);
    return found.fact;
  };
}
