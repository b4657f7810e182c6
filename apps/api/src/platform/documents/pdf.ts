import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

const resolve = createRequire(import.meta.url).resolve;
const tinos = (face: string): string => resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`);

/** Tinos: metrically Times New Roman, as Nghị định 30/2020 asks, with every Vietnamese sign in one file. */
const TINOS = {
  normal: tinos('400Regular'),
  bold: tinos('700Bold'),
  italics: tinos('400Regular_Italic'),
  bolditalics: tinos('700Bold_Italic'),
};
const FONT_FILES = new Set(Object.values(TINOS));

pdfmake.setFonts({ Tinos: TINOS });
// A document is made of our own words only: nothing is fetched, and no file but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));

export const renderPdf = (definition: TDocumentDefinitions): Promise<Buffer> => pdfmake.createPdf(definition).getBuffer();
