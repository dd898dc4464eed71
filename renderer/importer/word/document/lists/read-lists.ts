import { findChild, findChildren, getAttribute, getChildValue } from '../../../xml';

interface Level {
  format: string;
  /** The style whose paragraphs are on this level (ECMA-376, part 1: 17.9.23); null when there is none. */
  style: string | null;
  /** The label before an item, as `%1.%2)`, with the numbers of this level and those above. */
  pattern: string;
  start: number;
  /** Whether all numbers in the label are digits, as in legal texts. */
  usesDigits: boolean;
}

export interface List {
  /** Shared by lists that are counted together. */
  counterId: string;
  levels: Map<number, Level>;
  /** The number with which a list starts anew, by level. */
  startOverrides: Map<number, number>;
}

export function parseInteger(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function readLevels(parent: Element | null): Map<number, Level> {
  return new Map(
    findChildren(parent, 'lvl').map((level) => [
      parseInteger(getAttribute(level, 'ilvl')) ?? 0,
      {
        format: getChildValue(level, 'numFmt') ?? 'decimal',
        style: getChildValue(level, 'pStyle'),
        pattern: getChildValue(level, 'lvlText') ?? '',
        start: parseInteger(getChildValue(level, 'start')) ?? 0,
        usesDigits: findChild(level, 'isLgl') !== null,
      },
    ]),
  );
}

/** Reads the lists of a document by their ids (ECMA-376, part 1: 17.9). */
export function readLists(root: Element | null): Map<string, List> {
  const abstracts = findChildren(root, 'abstractNum');
  const byId = new Map(abstracts.map((element) => [getAttribute(element, 'abstractNumId'), element]));
  return new Map(
    findChildren(root, 'num').map((num) => {
      const named = byId.get(getChildValue(num, 'abstractNumId')) ?? null;
      const style = getChildValue(named, 'numStyleLink');
      const definition =
        style === null
          ? named
          : (abstracts.find((one) => getChildValue(one, 'styleLink') === style) ?? named);
      const overrides = findChildren(num, 'lvlOverride');
      const levels = overrides.flatMap((override) => Array.from(readLevels(override)));
      const starts = overrides.flatMap((override): [number, number][] => {
        const start = parseInteger(getChildValue(override, 'startOverride'));
        return start === null ? [] : [[parseInteger(getAttribute(override, 'ilvl')) ?? 0, start]];
      });
      const list = {
        counterId: getAttribute(definition, 'abstractNumId') ?? '',
        levels: new Map([...readLevels(definition), ...levels]),
        startOverrides: new Map(starts),
      };
      return [getAttribute(num, 'numId') ?? '', list];
    }),
  );
}
