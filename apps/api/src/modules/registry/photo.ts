import sharp from 'sharp';

/** 24 megapixels: a phone's camera, and far below what fills the memory. */
const MOST_PIXELS = 24_000_000;
const LONGEST_SIDE = 1600;
const THUMB_SIDE = 480;

/** The only widths a picture is served in, so that nobody can make the server draw without end. */
export const PHOTO_WIDTHS = [160, 320, 480, 800, 1200] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];

export const photoWidth = (text: string | undefined): PhotoWidth | null =>
  PHOTO_WIDTHS.find((width) => String(width) === text) ?? null;

/** A smaller copy of a picture that `redraw` made; never larger than it is. */
export const narrower = (picture: Buffer, width: PhotoWidth): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: LONGEST_SIDE * LONGEST_SIDE, failOn: 'error' })
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer();

/** What paper can carry: the PDF writer reads no WebP. */
export const asJpeg = (picture: Buffer): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: LONGEST_SIDE * LONGEST_SIDE, failOn: 'error' })
    .resize({ width: 600, height: 600, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82 })
    .toBuffer();

export interface Photo {
  readonly bytes: Buffer;
  readonly thumb: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Draws the picture anew, upright and without the camera's data (place, device); null when it is none or too large to open. */
export async function redraw(original: Buffer): Promise<Photo | null> {
  const open = (side: number) =>
    sharp(original, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 });
  try {
    const { data, info } = await open(LONGEST_SIDE).toBuffer({ resolveWithObject: true });
    return { bytes: data, thumb: await open(THUMB_SIDE).toBuffer(), width: info.width, height: info.height };
  } catch {
    return null;
  }
}
