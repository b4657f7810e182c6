import jsqr from 'jsqr';
import sharp from 'sharp';

/** Published so for both module kinds; under Node's rules the function stands one level deeper. */
const decode = (jsqr as unknown as { default?: typeof jsqr.default }).default ?? (jsqr as unknown as typeof jsqr.default);

/** What a bank app's camera would read from a picture of the screen. */
export async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = decode(new Uint8ClampedArray(data), info.width, info.height);
  if (!found) throw new Error('No QR code in the picture');
  return found.data;
}

/** The fields of an EMVCo text: two digits of tag, two of length, the value. */
export function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const length = Number(text.slice(at + 2, at + 4));
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}
