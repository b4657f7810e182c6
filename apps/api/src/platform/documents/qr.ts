import { toString } from 'qrcode';

/** A QR code as SVG with the quiet zone that readers need; level M still reads from a creased paper. */
export const qrSvg = (text: string): Promise<string> => toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
