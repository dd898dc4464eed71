const bullet = /^(?:[•◦▪▫‣●○■□◆◇➢➤✓✔❖∙⁃\uf0a7\uf0b7\uf0d8\uf076\uf0fc\uf02d]\s*|[-–*·]\s+(?=\S))/u;
const number = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)]|\[\d{1,3}\])\s+(?=\S)/u;

/** The bullet with which a line of text begins, and the spaces after it; empty when there is none. */
export function bulletOf(text: string): string {
  return bullet.exec(text)?.[0] ?? '';
}

/** The number of a list with which a line of text begins, and the spaces after it; empty when there is none. */
export function numberOf(text: string): string {
  return number.exec(text)?.[0] ?? '';
}

/** In a table of contents: what leads from an entry to its page. */
const leader = /\s*(?:[.·]\s?){4,}(?=\s*[\divxlc]*$)/iu;

/** Whether a line is one of a table of contents. */
export function isContentsLine(text: string): boolean {
  return leader.test(text);
}

const label =
  /^(?:fig(?:ure|\.)|table|tab\.|chart|map|photo|plate|exhibit|box|scheme|listing|graphic|abbildung|abb\.|tabelle|tableau|figura|cuadro|tabla|foto|図|表|图)\s*[A-Z]?\d+(?:[.-]\d+)*[a-z]?/iu;

/** Whether a text is a caption: it has a label with a number that something sets apart. */
export function isCaption(text: string, setApart: boolean): boolean {
  const found = label.exec(text)?.[0];
  return found !== undefined && (setApart || /^\s*(?:[.:|–—]|$)/u.test(text.slice(found.length)));
}
