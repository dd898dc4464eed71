import { sanitizeTextContent } from 'write-excel-file/utility';
import type { ClaimLog } from '../../../../../shared/reports/tables/claim-log';
import type { WorkbookFeature } from './workbook-types';

const propertiesPath = 'docProps/core.xml';
const contentType = 'application/vnd.openxmlformats-package.core-properties+xml';
const relationshipType =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

function buildProperties({ title, authors, madeAt }: ClaimLog): string {
  const creator =
    authors.length === 0 ? '' : `<dc:creator>${sanitizeTextContent(authors.join('; '))}</dc:creator>`;
  const created = `<dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${sanitizeTextContent(title)}</dc:title>${creator}${created}</cp:coreProperties>`;
}

/** The properties of the file: its title, when it was made, and by whom if the log names somebody. */
export function createPropertiesFeature(log: ClaimLog): WorkbookFeature {
  return {
    files: {
      transform: {
        '[Content_Types].xml': {
          insert: () => `<Override PartName="/${propertiesPath}" ContentType="${contentType}"/>`,
        },
        '_rels/.rels': {
          insert: () =>
            `<Relationship Id="rId-properties" Type="${relationshipType}" Target="${propertiesPath}"/>`,
        },
      },
      write: { files: () => ({ [propertiesPath]: buildProperties(log) }) },
    },
  };
}
