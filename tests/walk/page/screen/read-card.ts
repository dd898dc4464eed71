import type { PageTools } from '../tools/page-tools';

export interface CardState {
  card: {
    title: string;
    /** The text of the claim. */
    text: string;
    /** The label of the selected verdict. */
    verdict: string | null;
    /** The stance and the title of each piece of evidence: `Supports: Ledger`. */
    evidence: string[];
    /** The values of the text fields, by their labels. */
    fields: Record<string, string>;
  };
}

/** Runs in the window, where it is sent as source text. */
export function readCard({ collapseWhitespace, findAll }: PageTools): CardState {
  const card = document.querySelector('#claim-card:not([hidden])');

  const verdict = card?.querySelector(
    '[role="radiogroup"] :is([role="radio"][aria-checked="true"], input:checked)',
  );

  const fields: Record<string, string> = {};
  for (const field of card ? findAll('textarea, input:not([type="radio"], [type="checkbox"])', card) : []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const label = field.labels?.[0]?.textContent ?? field.getAttribute('aria-label');
    if (label) fields[collapseWhitespace(label)] = field.value;
  }

  const sources = card
    ? findAll('section[aria-label="Evidence"] > ul > li button[id^="source-of"]', card)
    : [];
  return {
    card: {
      title: card?.getAttribute('aria-label') ?? '',
      text: card?.querySelector('[role="comment"]')?.textContent ?? '',
      verdict: verdict
        ? collapseWhitespace(verdict.closest('label')?.textContent ?? verdict.textContent)
        : null,
      evidence: sources.map((title) => {
        const [stance] = (title.closest('li')?.querySelector('span')?.textContent ?? '').split(' · ');
        return `${stance}: ${collapseWhitespace(title.textContent)}`;
      }),
      fields,
    },
  };
}
