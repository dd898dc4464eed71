import { decodeXML } from 'entities/decode';
import { strFromU8, unzipSync } from 'fflate';

/** A cell as the file stores it: `value` is a text for type `s`, else a number; `format` is that of its style. */
export interface StoredCell {
  type: string;
  value: string;
  format: string;
}

export interface StoredSheet {
  name: string;
  /** The cells by their addresses. */
  cells: Map<string, StoredCell>;
  /** The addresses of links by their cells. */
  links: Map<string, string>;
  xml: string;
}

/** The escape of a character in a shared string (ECMA-376 Part 1, 22.9.2.19). */
const escapedCharacter = /_x([\dA-Fa-f]{4})_/g;

function readSharedStrings(xml: string): string[] {
  return Array.from(xml.matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g), ([, text = '']) =>
    decodeXML(text).replace(escapedCharacter, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  );
}

/** The number formats of the styles, in their order. */
function readFormats(xml: string): string[] {
  const formats = new Map(
    Array.from(xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g), ([, id = '', code = '']) => [
      id,
      decodeXML(code),
    ]),
  );
  const [, styles = ''] = /<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml) ?? [];
  return Array.from(
    styles.matchAll(/<xf\b[^>]*?(?:numFmtId="(\d+)"[^>]*)?>/g),
    ([, id = '']) => formats.get(id) ?? '',
  );
}

/** Reads the sheets of a workbook, and all of its parts as text. */
export function readXlsx(bytes: Uint8Array): { sheets: StoredSheet[]; parts: Map<string, string> } {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  const get = (path: string) => parts.get(path) ?? '';
  const strings = readSharedStrings(get('xl/sharedStrings.xml'));
  const formats = readFormats(get('xl/styles.xml'));
  const names = Array.from(
    get('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g),
    ([, name = '']) => name,
  );
  const sheets = names.map((name, index) => {
    const xml = get(`xl/worksheets/sheet${index + 1}.xml`);
    const targets = new Map(
      Array.from(
        get(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`).matchAll(/Id="([^"]*)"[^>]*Target="([^"]*)"/g),
        ([, id = '', target = '']) => [id, decodeXML(target)],
      ),
    );
    const cells = new Map(
      Array.from(
        xml.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?(?: t="(\w+)")?><v>([^<]*)<\/v><\/c>/g),
        ([, address = '', style = '0', type = 'n', value = '']) => {
          const text = type === 's' ? (strings[Number(value)] ?? `no string ${value}`) : value;
          return [address, { type, value: text, format: formats[Number(style)] ?? '' }] as const;
        },
      ),
    );
    const links = new Map(
      Array.from(xml.matchAll(/<hyperlink ref="([^"]*)" r:id="([^"]*)"/g), ([, cell = '', id = '']) => [
        cell,
        targets.get(id) ?? 'nowhere',
      ]),
    );
    return { name, cells, links, xml };
  });
  return { sheets, parts };
}
