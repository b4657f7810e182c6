import type { Tone } from '../lib/tone';

export interface ToastOptions {
  /** A second line. */
  description?: string;
  /** One thing to do, such as undo. */
  action?: { label: string; onAction: () => void };
  /** Milliseconds on screen; toasts with an action stay 8 s, others 5 s, errors until closed. */
  duration?: number;
}

export interface ToastEntry extends ToastOptions {
  id: number;
  tone: Tone;
  message: string;
}

const mostShown = 3;
let entries: readonly ToastEntry[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const publish = (next: readonly ToastEntry[]) => {
  entries = next;
  listeners.forEach((listener) => listener());
};

const show = (tone: Tone, message: string, options: ToastOptions = {}) => {
  lastId += 1;
  publish([...entries, { ...options, id: lastId, tone, message }].slice(-mostShown));
  return lastId;
};

export const dismissToast = (id: number) => publish(entries.filter((entry) => entry.id !== id));

/** `toast('Đã lưu')`, `toast.success(…)`, `toast.error(…)`; returns an id for `toast.dismiss`. */
export const toast = Object.assign((message: string, options?: ToastOptions) => show('neutral', message, options), {
  success: (message: string, options?: ToastOptions) => show('success', message, options),
  info: (message: string, options?: ToastOptions) => show('info', message, options),
  warning: (message: string, options?: ToastOptions) => show('warning', message, options),
  error: (message: string, options?: ToastOptions) => show('danger', message, options),
  dismiss: dismissToast,
});

export const subscribeToasts = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const currentToasts = () => entries;
