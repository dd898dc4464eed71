import { articleFields } from '../../../../shared/domain/article';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import type { FileProperties } from '../../document/title-and-byline';
import { findChild, getAttribute } from '../../xml';

/** Reads the properties of a file (ECMA-376, part 2: 11). */
export function readProperties(properties: Element | null): FileProperties {
  const read = (name: string) => collapseWhitespace(findChild(properties, name)?.textContent ?? '');
  return { title: read('title'), creator: read('creator') };
}

/** Finds the language (BCP 47) of most of the text. `defaultLanguage` counts for text without a language of its own. */
export function findLanguage(document: Element, defaultLanguage: string | null): string | null {
  const lengths = new Map<string, number>();
  let unmarked = document.textContent?.length ?? 0;
  for (const element of document.querySelectorAll('r > rPr > lang')) {
    const language = getAttribute(element, 'val') ?? defaultLanguage ?? '';
    const length = element.parentElement?.parentElement?.textContent?.length ?? 0;
    lengths.set(language, (lengths.get(language) ?? 0) + length);
    unmarked -= length;
  }
  const fallback = defaultLanguage ?? '';
  lengths.set(fallback, (lengths.get(fallback) ?? 0) + unmarked);
  const [longest] = Array.from(lengths).sort(([, a], [, b]) => b - a);
  const language = articleFields.language.safeParse(longest?.[0]);
  return language.success ? language.data : null;
}
