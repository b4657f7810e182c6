import sharp from 'sharp';

/** 24 megapixels: a phone's camera, and far below what fills the memory. */
const MOST_PIXELS = 24_000_000;
const LONGEST_SIDE = 1600;
const THUMB_SIDE = 480;

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
