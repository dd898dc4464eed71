// The worker of pdf.js, with readings of glyph names that it does not have. They have to be there first.
import './install-glyph-names.ts';
import '../../../../../node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs';
