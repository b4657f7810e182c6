const TARGET_BYTES = 300 * 1024;
const LONG_EDGES = [1600, 1280, 960, 720];
const QUALITIES = [0.82, 0.7, 0.55];

/** A photo of at most 300 KB for weak networks; what is small enough, or no picture the browser can draw, passes as it is. */
export async function compressPhoto(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size <= TARGET_BYTES) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  try {
    let smallest: Blob | null = null;
    for (const edge of LONG_EDGES) {
      const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      const ink = canvas.getContext('2d');
      if (!ink) return file;
      ink.fillStyle = '#fff';
      ink.fillRect(0, 0, canvas.width, canvas.height);
      ink.drawImage(picture, 0, 0, canvas.width, canvas.height);
      for (const quality of QUALITIES) {
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
        if (blob && (!smallest || blob.size < smallest.size)) smallest = blob;
        if (smallest && smallest.size <= TARGET_BYTES) return asFile(smallest, file.name);
      }
    }
    return smallest ? asFile(smallest, file.name) : file;
  } finally {
    picture.close();
  }
}

const asFile = (blob: Blob, name: string) => new File([blob], name.replace(/\.[^.]+$/, '') + '.jpg', { type: 'image/jpeg' });
