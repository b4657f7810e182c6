import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import { useId, type ReactNode } from 'react';
import { Button, IconButton } from '../button/button';
import { cx } from '../lib/cx';
import s from './dialog.module.css';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it, when the dialog keeps its own state. */
  trigger?: ReactNode;
  title: ReactNode;
  titleHidden?: boolean;
  description?: ReactNode;
  closeLabel: string;
  size?: 'small' | 'normal' | 'wide';
  /** Buttons, the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
}

interface PanelProps extends DialogProps {
  shape: string | undefined;
}

// The scrim is a plain element: Radix's own overlay locks scrolling through an inline style the CSP would refuse.
function Panel(props: PanelProps) {
  const { open, onOpenChange, trigger, title, titleHidden, description, closeLabel, footer, children, shape } = props;
  const descriptionId = useId();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <div className={s.scrim} data-scrim="" aria-hidden="true" />
        <Primitive.Content className={cx(s.panel, shape)} aria-describedby={description ? descriptionId : undefined}>
          <header className={titleHidden ? 'visually-hidden' : s.head}>
            <div>
              <Primitive.Title className={s.title}>{title}</Primitive.Title>
              {description && (
                <Primitive.Description id={descriptionId} className={s.description}>
                  {description}
                </Primitive.Description>
              )}
            </div>
            {/* A hidden heading would hide the button's focus too; Escape and the scrim still close. */}
            {!titleHidden && (
              <Primitive.Close asChild>
                <IconButton label={closeLabel} icon={<X />} />
              </Primitive.Close>
            )}
          </header>
          {children !== undefined && <div className={s.body}>{children}</div>}
          {footer && <footer className={s.foot}>{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export const Dialog = ({ size = 'normal', ...rest }: DialogProps) => <Panel {...rest} shape={cx(s.dialog, s[size])} />;

/** A side panel for details: the list behind stays in sight on wide screens. */
export const Drawer = ({ side = 'end', size = 'normal', ...rest }: DialogProps & { side?: 'start' | 'end' }) => (
  <Panel {...rest} shape={cx(s.drawer, side === 'start' ? s.start : s.end, size === 'wide' && s.wideDrawer)} />
);

export interface ConfirmDialogProps extends Pick<DialogProps, 'open' | 'onOpenChange' | 'title' | 'children' | 'description'> {
  confirmLabel: string;
  cancelLabel: string;
  onConfirm: () => void;
  danger?: boolean;
  loading?: boolean;
}

/** Asks once before something that cannot be taken back. */
export const ConfirmDialog = ({ confirmLabel, cancelLabel, onConfirm, danger, loading, ...rest }: ConfirmDialogProps) => (
  <Dialog
    {...rest}
    size="small"
    closeLabel={cancelLabel}
    footer={
      <>
        <Primitive.Close asChild>
          <Button variant="quiet">{cancelLabel}</Button>
        </Primitive.Close>
        <Button variant={danger ? 'danger' : 'primary'} loading={loading} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </>
    }
  />
);

/** Closes the dialog or drawer around it: wrap a single button. */
export const DialogClose = ({ children }: { children: ReactNode }) => <Primitive.Close asChild>{children}</Primitive.Close>;
