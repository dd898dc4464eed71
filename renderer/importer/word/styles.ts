import { attribute, child, valueIn } from './xml';

/** What a paragraph is, by its style. */
export interface Look {
  kind: 'title' | 'author' | 'heading' | 'quote' | 'caption' | 'listItem' | 'paragraph';
  /** Of a heading: 1 to 6. */
  level: number | null;
  bold: boolean;
  italic: boolean;
  /** The numbering that the style brings. */
  numbering: Element | null;
}

export interface Styles {
  /** By the style's id; null for a paragraph that names none. */
  paragraph(id: string | null): Look;
  character(id: string | null): { bold: boolean; italic: boolean };
  /** BCP 47, of a text that does not say; as it stands there. */
  language: string | null;
}

/** Built-in styles have English names in every language of Word (ECMA-376, part 1: 17.7.4.9); the rest are other writers'. */
const names: [RegExp, Look['kind']][] = [
  [/^title$/, 'title'],
  [/^(author|byline)$/, 'author'],
  [/^heading ?[1-9]$|^subtitle$/, 'heading'],
  [/^(intense ?)?quote$|^block ?(text|quote|quotation)$|^blockquote$|^quotations?$/, 'quote'],
  [/^caption$|^(image|table|figure) caption$/, 'caption'],
  [/^list (bullet|number)( \d)?$/, 'listItem'],
];

/** Word's nine levels of headings on our six, counted from 1. */
export function headingLevel(level: number): number {
  return Math.min(6, Math.max(1, level));
}

/** Whether a property that is on or off is on; null when nothing is said of it. */
export function toggled(properties: Element | null, name: string): boolean | null {
  const property = child(properties, name);
  return property && !['0', 'false', 'off', 'none'].includes(attribute(property, 'val') ?? '');
}

type Kind = Pick<Look, 'kind' | 'level'>;

function kindByName(name: string): Kind | null {
  const found = names.find(([pattern]) => pattern.test(name));
  if (!found) return null;
  const [, kind] = found;
  const level = name === 'subtitle' ? 2 : Number(name.match(/\d$/)?.[0]);
  return { kind, level: kind === 'heading' ? headingLevel(level) : null };
}

/** By the level in the document's outline, counted from 0; 9 says that it has none (17.3.1.20). */
export function kindByOutline(properties: Element | null): Kind | null {
  const level = valueIn(properties, 'outlineLvl');
  if (level === null || !/^[0-9]$/.test(level)) return null;
  return level === '9'
    ? { kind: 'paragraph', level: null }
    : { kind: 'heading', level: headingLevel(Number(level) + 1) };
}

/** The first that something is said of, from a style to the one that it is based on. */
function inherited<T>(chain: readonly Element[], find: (style: Element) => T | null): T | null {
  for (const style of chain) {
    const found = find(style);
    if (found !== null) return found;
  }
  return null;
}

export function readStyles(root: Element | null): Styles {
  const byId = new Map<string, Element>();
  const standard = new Map<string, Element>();
  for (const style of root?.children ?? []) {
    const key = `${attribute(style, 'type')} ${attribute(style, 'styleId')}`;
    if (style.localName === 'style' && !byId.has(key)) byId.set(key, style);
    if (/^(1|true|on)$/.test(attribute(style, 'default') ?? ''))
      standard.set(attribute(style, 'type') ?? '', style);
  }
  const chainOf = (type: string, id: string | null) => {
    const chain: Element[] = [];
    let next = id === null ? standard.get(type) : byId.get(`${type} ${id}`);
    while (next && !chain.includes(next)) {
      chain.push(next);
      next = byId.get(`${type} ${valueIn(next, 'basedOn')}`);
    }
    return chain;
  };
  const looks = new Map<string | null, Look>();
  const lookOf = (id: string | null): Look => {
    const chain = chainOf('paragraph', id);
    const named = chain.length === 0 && id !== null ? kindByName(id.toLowerCase()) : null;
    const kind = inherited(
      chain,
      (style) =>
        kindByName((valueIn(style, 'name') ?? '').toLowerCase()) ?? kindByOutline(child(style, 'pPr')),
    );
    return {
      ...(kind ?? named ?? { kind: 'paragraph', level: null }),
      ...weights(chain),
      numbering: inherited(chain, (style) => child(child(style, 'pPr'), 'numPr')),
    };
  };
  return {
    paragraph: (id) => {
      const look = looks.get(id) ?? lookOf(id);
      looks.set(id, look);
      return look;
    },
    character: (id) => weights(id === null ? [] : chainOf('character', id)),
    language: [child(child(root, 'docDefaults'), 'rPrDefault'), ...chainOf('paragraph', null)].reduce(
      (said: string | null, element) => valueIn(child(element, 'rPr'), 'lang') ?? said,
      null,
    ),
  };
}

function weights(chain: readonly Element[]): { bold: boolean; italic: boolean } {
  const on = (name: string) => inherited(chain, (style) => toggled(child(style, 'rPr'), name)) ?? false;
  return { bold: on('b'), italic: on('i') };
}
