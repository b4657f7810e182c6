import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.js';
import { refused } from './spreadsheet-refusal.js';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** After each piece: the place to hand over what has gathered. */
  readonly pause?: () => Promise<void>;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Walks XML piece by piece. No document type, no entities but XML's own five, no endless nesting. */
export async function walkXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw refused({ code: 'SHEET_DAMAGED' });
  });
  parser.on('doctype', () => {
    throw refused({ code: 'SHEET_NOT_PLAIN', what: 'DOCTYPE' });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > LIMITS.xmlDepth) throw refused({ code: 'SHEET_DAMAGED' });
    handlers.open?.(local(name), attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  for await (const piece of pieces) {
    parser.write(piece);
    await handlers.pause?.();
  }
  parser.close();
  await handlers.pause?.();
}
