/** The values of attributes. A name without prefix is in the namespace of the part's root; `xml:space`, `r:id` and `w14:paraId` are known. */
type Attributes = Readonly<Record<string, string | number>>;

/** Makes elements in the namespace of a part's root, transitional or strict, with the prefix that the part has for it. */
export interface WordMarkup {
  create(name: string, attributes?: Attributes, children?: readonly (Element | string)[]): Element;
}

export function createWordMarkup(_root: Element): WordMarkup {
  throw new Error('not built');
}
