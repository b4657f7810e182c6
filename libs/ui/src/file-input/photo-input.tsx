import { Camera, ImagePlus, X } from 'lucide-react';
import { useRef, type ComponentProps, type ReactNode, type RefObject } from 'react';
import { FieldError, useFieldControl } from '../field/field';
import s from './file-input.module.css';

export interface PhotoItem {
  id: string;
  url: string;
  alt: string;
  /** State in words while it travels, such as "Đang gửi 40%". */
  state?: string;
  error?: string;
  /** A further step for this photo, such as making it the main one. */
  action?: ReactNode;
}

export interface PhotoInputProps {
  id?: string;
  photos: readonly PhotoItem[];
  /** "Chụp ảnh": opens the camera on phones. */
  takeLabel: string;
  /** "Chọn ảnh có sẵn" */
  chooseLabel: string;
  removeLabel: (photo: PhotoItem) => string;
  multiple?: boolean;
  /** No more than this many; the buttons leave when it is reached. */
  max?: number;
  disabled?: boolean;
  onAdd: (files: File[]) => void;
  onRemove?: (id: string) => void;
}

/** Photographs of goods: two ways in (camera, gallery) and a preview of each, removable. */
export function PhotoInput(props: PhotoInputProps) {
  const { photos, takeLabel, chooseLabel, removeLabel, multiple = true, max = Infinity, disabled, onAdd, onRemove } = props;
  const control = useFieldControl(props);
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])].slice(0, max - photos.length);
    if (files.length) onAdd(files);
    input.value = '';
  };
  const way = (ref: RefObject<HTMLInputElement | null>, label: string, icon: ReactNode, native: ComponentProps<'input'>) => (
    <label className={s.way}>
      <input
        ref={ref}
        type="file"
        accept="image/*"
        className={s.native}
        disabled={disabled}
        onChange={(event) => take(event.target)}
        {...native}
      />
      {icon}
      <span>{label}</span>
    </label>
  );
  return (
    <div className={s.photos}>
      {photos.map((photo) => (
        <figure key={photo.id} className={s.photo}>
          <img src={photo.url} alt={photo.alt} loading="lazy" />
          {photo.state && <figcaption className={s.state}>{photo.state}</figcaption>}
          {photo.error && <FieldError>{photo.error}</FieldError>}
          {photo.action}
          {onRemove && (
            <button type="button" className={s.remove} aria-label={removeLabel(photo)} onClick={() => onRemove(photo.id)}>
              <X aria-hidden="true" size={18} />
            </button>
          )}
        </figure>
      ))}
      {photos.length < max && (
        <>
          {way(camera, takeLabel, <Camera aria-hidden="true" size={22} />, { ...control, capture: 'environment' })}
          {way(gallery, chooseLabel, <ImagePlus aria-hidden="true" size={22} />, {
            multiple: multiple && max - photos.length > 1,
          })}
        </>
      )}
    </div>
  );
}
