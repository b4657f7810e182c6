import { useCallback } from 'react';
import { useText } from '../i18n/use-text';
import { organizations } from '../messages/vi/organizations';

type FieldKey = Extract<keyof typeof organizations, `profileField.${string}`>;

const known = (key: string): key is FieldKey => key in organizations;

/** "mã số thuế, điện thoại": fields of a profile as a sentence names them. */
export function useFieldNames(): (fields: readonly string[]) => string {
  const t = useText(organizations);
  return useCallback(
    (fields) =>
      fields
        .map((field) => `profileField.${field}`)
        .filter(known)
        .map((key) => t(key))
        .join(', '),
    [t],
  );
}
