export {
  DEMO_MARK,
  factsBlock,
  linesTable,
  officialHeading,
  officialPaper,
  type PaperColumn,
  type PaperParty,
  partiesBlock,
  placeOf,
  placeOfSender,
  qrBlock,
  signatureColumns,
  totalRow,
  type TwoLines,
} from './paper.js';
export { renderPdf } from './pdf.js';
export { qrSvg } from './qr.js';
export { type MadePaper, publicOrigin, sendPaper } from './send-paper.js';
export {
  type BarCell,
  type OfficialAnnex,
  type OfficialBar,
  type OfficialBlock,
  type OfficialColumn,
  type OfficialDocument,
  numberLine,
  type OfficialSigner,
  placeAndDate,
  type Words,
} from './official-document.js';
export { officialDocx } from './official-docx.js';
export { officialPdf } from './official-pdf.js';
export { inspectPdfSignatures, type PdfSignature } from './pdf-signature.js';
