/** Puts a text into quotation marks. */
export function addQuotationMarks(text: string): string {
  return `“${text}”`;
}

const ownQuotationMarks = /^["“„«]|["”»]$/;

/** Whether a text begins or ends with a quotation mark, so that it needs none around it. */
export function hasOwnQuotationMarks(text: string): boolean {
  return ownQuotationMarks.test(text);
}
