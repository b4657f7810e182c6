import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Binds a page-wide key: "ctrl+k" (also Cmd), "/" or "?". Single keys stay silent while someone types. */
export function useHotkey(combo: string, handler: () => void, enabled = true) {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const withControl = combo.startsWith('ctrl+');
    const key = withControl ? combo.slice(5) : combo;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== key || event.altKey) return;
      if (withControl !== (event.ctrlKey || event.metaKey)) return;
      if (!withControl && isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [combo, enabled]);
}
