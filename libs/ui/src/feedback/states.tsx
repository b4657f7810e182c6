import { RotateCw, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../button/button';
import { ToneIcon } from '../marks/status-mark';
import { cx } from '../lib/cx';
import s from './states.module.css';

export interface EmptyStateProps {
  /** One sentence. */
  title: string;
  detail?: ReactNode;
  /** One action. */
  action?: ReactNode;
  icon?: ReactNode;
  /** It is all there is on the page: its sentence is the page's heading. */
  wholePage?: boolean;
}

export const EmptyState = ({ title, detail, action, icon, wholePage }: EmptyStateProps) => (
  <div className={s.state}>
    {icon && (
      <span className={s.icon} aria-hidden="true">
        {icon}
      </span>
    )}
    {wholePage ? <h1 className={s.title}>{title}</h1> : <p className={s.title}>{title}</p>}
    {detail && <p className={s.detail}>{detail}</p>}
    {action && <div className={s.action}>{action}</div>}
  </div>
);

export interface ErrorStateProps {
  title: string;
  detail?: ReactNode;
  /** Lets support find the failure in the logs. */
  requestId?: string;
  requestIdLabel?: string;
  retryLabel?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

export const ErrorState = ({ title, detail, requestId, requestIdLabel, retryLabel, onRetry, retrying }: ErrorStateProps) => (
  <div className={s.state} role="alert">
    <ToneIcon tone="danger" size={24} />
    <p className={s.title}>{title}</p>
    {detail && <p className={s.detail}>{detail}</p>}
    {onRetry && retryLabel && (
      <div className={s.action}>
        <Button icon={<RotateCw />} loading={retrying} onClick={onRetry}>
          {retryLabel}
        </Button>
      </div>
    )}
    {requestId && (
      <p className={s.request}>
        {requestIdLabel} <code>{requestId}</code>
      </p>
    )}
  </div>
);

export interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  onDismiss?: () => void;
  dismissLabel?: string;
  /** Read out at once when it appears. */
  live?: boolean;
}

export const Notice = ({ tone = 'info', title, children, action, onDismiss, dismissLabel, live }: NoticeProps) => (
  <div className={cx(s.notice, s[tone])} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <ToneIcon tone={tone} size={18} />
    <div className={s.noticeText}>
      {title && <p className={s.noticeTitle}>{title}</p>}
      {children && <div>{children}</div>}
    </div>
    {action && <div className={s.noticeAction}>{action}</div>}
    {onDismiss && dismissLabel && <IconButton size="small" label={dismissLabel} icon={<X />} onClick={onDismiss} />}
  </div>
);
