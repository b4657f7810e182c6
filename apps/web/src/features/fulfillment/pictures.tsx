import s from './fulfillment.module.css';

/** Small pictures in a row; each opens whole. */
export const Pictures = ({ photos, alt }: { photos: readonly { id: string; url: string }[]; alt: (n: number) => string }) =>
  photos.length === 0 ? null : (
    <p className={s.pictures}>
      {photos.map((photo, index) => (
        <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
          <img src={`${photo.url}?size=320`} alt={alt(index + 1)} loading="lazy" width={96} height={96} />
        </a>
      ))}
    </p>
  );
