import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Programs by what they leave of the comments of a report. */
export type Program = 'Word' | 'LibreOffice' | 'Google Docs';

/** The parts that a program drops. LibreOffice writes no durable ids, and Google Docs neither threads. */
const dropped: Record<Program, readonly string[]> = {
  Word: [],
  LibreOffice: ['commentsIds', 'commentsExtensible'],
  'Google Docs': ['commentsIds', 'commentsExtensible', 'commentsExtended'],
};

/** The file without the parts that a program drops when it saves a report. LibreOffice writes small letters in ids. */
export function saveAs(bytes: Uint8Array, program: Program): Uint8Array {
  const parts = unzipSync(bytes);
  for (const part of dropped[program]) {
    delete parts[`word/${part}.xml`];
    for (const [name, pattern] of [
      ['[Content_Types].xml', new RegExp(`<Override[^>]*/${part}\\.xml"[^>]*/>`)],
      [
        'word/_rels/document.xml.rels',
        new RegExp(`<Relationship[^>]*/${part}\\.xml"[^>]*/>|<Relationship[^>]*"${part}\\.xml"[^>]*/>`),
      ],
    ] as const)
      parts[name] = strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(pattern, ''));
  }
  if (program === 'LibreOffice')
    for (const [name, content] of Object.entries(parts))
      if (name.startsWith('word/comments'))
        parts[name] = strToU8(
          strFromU8(content).replace(/paraId(Parent)?="\w+"/g, (id) =>
            id.replace(/"\w+"/, (value) => value.toLowerCase()),
          ),
        );
  return zipSync(parts);
}

/** Adds a reply of the author to a comment; where the file has threads, in its thread. `paraId` is that of the comment's last paragraph. */
export function addReply(bytes: Uint8Array, comment: string, text: string, at: string): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (name: string, change: (xml: string) => string) => {
    const xml = parts[name];
    if (xml) parts[name] = strToU8(change(strFromU8(xml)));
  };
  const id = `9${comment}`;
  const own = new RegExp(`<w:comment [^>]*w:id="${comment}".*?</w:comment>`, 's').exec(
    strFromU8(parts['word/comments.xml'] ?? new Uint8Array()),
  );
  const paraId = [...(own?.[0] ?? '').matchAll(/w14:paraId="(\w+)"/g)].at(-1)?.[1];
  const reply = `<w:comment w:id="${id}" w:author="Ann Author" w:date="${at}" w:initials="AA"><w:p w14:paraId="0000${id.padStart(4, '0')}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`;
  edit('word/comments.xml', (xml) => xml.replace(/<\/w:comments>/, `${reply}</w:comments>`));
  edit('word/commentsExtended.xml', (xml) =>
    xml.replace(
      /<\/w15:commentsEx>/,
      `<w15:commentEx w15:paraId="0000${id.padStart(4, '0')}" w15:paraIdParent="${paraId}" w15:done="0"/></w15:commentsEx>`,
    ),
  );
  edit('word/document.xml', (xml) =>
    xml
      .replace(
        `<w:commentRangeStart w:id="${comment}"/>`,
        (start) => `${start}<w:commentRangeStart w:id="${id}"/>`,
      )
      .replace(
        new RegExp(`(<w:commentRangeEnd w:id="${comment}"/>)(<w:r>(?:(?!</w:r>).)*</w:r>)`),
        `$1$2<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
      ),
  );
  return zipSync(parts);
}

/** Marks all threads as resolved, or as open. */
export function resolveThreads(bytes: Uint8Array, isResolved: boolean): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/commentsExtended.xml';
  const done = isResolved ? '1' : '0';
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  return zipSync({ ...parts, [name]: strToU8(xml.replace(/w15:done="\d"/g, `w15:done="${done}"`)) });
}
