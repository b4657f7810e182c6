import { useMemo, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { common } from '../messages/vi/common';

type Common = keyof typeof common;

export interface Text<Key extends string> {
  /** The sentence in the reader's language, its ICU places filled. */
  (key: Key | Common, values?: Record<string, string | number | boolean | Date | null | undefined>): string;
  /** The same where a place is filled by an element, or the sentence has <b>tags</b>. */
  rich: (key: Key | Common, values: Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>) => ReactNode;
}

const nothing = {};

/** `const t = useText(orders)`, with `orders` from messages/vi/<feature>: reads its keys and the common ones. */
export function useText<Key extends string = never>(
  messages: Readonly<Record<Key, string>> = nothing as Record<Key, string>,
): Text<Key> {
  const intl = useIntl();
  return useMemo(() => {
    const all: Record<string, string> = { ...common, ...messages };
    const say = (id: string, values?: Record<string, unknown>) =>
      intl.formatMessage({ id, defaultMessage: all[id] }, values as Record<string, string>);
    return Object.assign(say as Text<Key>, { rich: say as Text<Key>['rich'] });
  }, [intl, messages]);
}
