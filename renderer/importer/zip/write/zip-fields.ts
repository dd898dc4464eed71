import { joinBytes } from '../../../../shared/bytes/join-bytes';

/** An extra field of an entry: its id, and its bytes with id and size (APPNOTE 4.5.1). */
interface ExtraField {
  id: number;
  bytes: Uint8Array;
}

/** The extra field with 64-bit sizes and offsets. */
export const zip64Field = 1;

export function viewBytes(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Splits the extra fields of an entry. Bytes that are no whole field are left out. */
export function listExtraFields(extra: Uint8Array): ExtraField[] {
  const view = viewBytes(extra);
  const fields: ExtraField[] = [];
  let offset = 0;
  while (offset + 4 <= extra.length) {
    const end = offset + 4 + view.getUint16(offset + 2, true);
    if (end > extra.length) break;
    fields.push({ id: view.getUint16(offset, true), bytes: extra.subarray(offset, end) });
    offset = end;
  }
  return fields;
}

/** The extra fields without that of 64-bit sizes and offsets, for content whose sizes fit into 32 bits. */
export function dropZip64Field(extra: Uint8Array): Uint8Array {
  const fields = listExtraFields(extra).filter(({ id }) => id !== zip64Field);
  return joinBytes(fields.map(({ bytes }) => bytes));
}
