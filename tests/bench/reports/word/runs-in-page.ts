/** A function that runs inside a blank page. It is sent there as source text, so it is self-contained. */

/**
 * The runs of a part of a Word file as they were before the tracked changes of one author, one string each: attributes, properties
 * and text. Neighbours that differ in nothing are joined, because a report splits runs. Without an author, nothing is undone.
 */
export function listRuns({ xml, author }: { xml: string; author: string | null }): string[] {
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  const serializer = new XMLSerializer();
  const runs: { key: string; text: string }[] = [];
  const isOurs = (element: Element) =>
    author !== null &&
    [...element.attributes].some(({ localName, value }) => localName === 'author' && value === author);

  const getText = ({ localName, textContent }: Element) =>
    localName === 't' || localName === 'delText' ? (textContent ?? '') : `<${localName}>`;
  const visitRun = (run: Element) => {
    if (run.querySelector('commentReference')) return;
    const properties = [...run.children].find(({ localName }) => localName === 'rPr');
    const attributes = [...run.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
    const key = `${attributes} ${properties ? serializer.serializeToString(properties) : ''}`;
    const text = [...run.children]
      .filter((child) => child !== properties)
      .map(getText)
      .join('');
    const last = runs.at(-1);
    if (last?.key === key) last.text += text;
    else runs.push({ key, text });
  };
  const visit = (element: Element) => {
    const { localName } = element;
    if ((localName === 'ins' && isOurs(element)) || /^commentRange/.test(localName)) return;
    if (localName === 'p') runs.push({ key: 'paragraph', text: '¶' });
    if (localName === 'r') visitRun(element);
    else for (const child of element.children) visit(child);
  };
  visit(page.documentElement);
  return runs.filter(({ text }) => text !== '').map(({ key, text }) => `${key} ${text}`);
}
