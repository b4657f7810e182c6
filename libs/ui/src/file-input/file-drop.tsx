import { FileText, Upload, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { IconButton } from '../button/button';
import { FieldError, useFieldControl } from '../field/field';
import { cx } from '../lib/cx';
import { Progress } from '../feedback/progress';
import s from './file-input.module.css';

export interface FileItem {
  id: string;
  name: string;
  /** Size, date or state, already worded. */
  detail?: string;
  href?: string;
  /** 0 to 100 while it travels. */
  progress?: number;
  progressText?: string;
  error?: string;
}

export interface FileDropProps {
  id?: string;
  /** "Chọn tệp" */
  chooseLabel: string;
  /** "hoặc kéo thả vào đây" */
  dropLabel?: string;
  hint?: ReactNode;
  removeLabel: (item: FileItem) => string;
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  files: readonly FileItem[];
  onAdd: (files: File[]) => void;
  onRemove?: (id: string) => void;
}

export function FileDrop(props: FileDropProps) {
  const { chooseLabel, dropLabel, hint, removeLabel, accept, multiple, disabled, files, onAdd, onRemove } = props;
  const control = useFieldControl(props);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const taken = [...(list ?? [])];
    if (taken.length && !disabled) onAdd(multiple ? taken : taken.slice(0, 1));
    if (input.current) input.current.value = '';
  };
  return (
    <div>
      <label
        className={cx(s.drop, over && s.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <input
          {...control}
          ref={input}
          type="file"
          className={s.native}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => take(event.target.files)}
        />
        <Upload aria-hidden="true" size={20} />
        <span>
          <span className={s.choose}>{chooseLabel}</span>
          {dropLabel && <span className={s.or}> {dropLabel}</span>}
          {hint && <span className={s.hint}>{hint}</span>}
        </span>
      </label>
      {files.length > 0 && (
        <ul className={s.files}>
          {files.map((item) => (
            <li key={item.id} className={s.file}>
              <FileText aria-hidden="true" size={18} />
              <div className={s.name}>
                {item.href ? <a href={item.href}>{item.name}</a> : <span>{item.name}</span>}
                {item.detail && <span className={s.detail}>{item.detail}</span>}
                {item.progress !== undefined && (
                  <Progress value={item.progress} max={100} label={item.name} text={item.progressText ?? `${item.progress}%`} />
                )}
                {item.error && <FieldError>{item.error}</FieldError>}
              </div>
              {onRemove && <IconButton size="small" label={removeLabel(item)} icon={<X />} onClick={() => onRemove(item.id)} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
