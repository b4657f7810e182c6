import { Button, Field, TextInput } from '@lienket/ui';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { SignedDocument } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';
import s from './signing.module.css';

const CodeDocument = graphql(`
  mutation SigningCodeRequest($input: SigningCodeInput!) {
    signingCodeRequest(input: $input) {
      ... on SigningCodeAsked {
        id
        sentTo
      }
      ...RefusalParts
    }
  }
`);

interface Props {
  document: SignedDocument;
  id: string;
  value: string;
  error: string | undefined;
  onChange: (code: string) => void;
}

/** Asks for a code by e-mail and takes it; a phone offers it from the message by itself. */
export function CodeField({ document, id, value, error, onChange }: Props) {
  const t = useText(signing);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const form = useMutationForm(CodeDocument, {
    form: `code-${id}-${turn}`,
    pick: (data) => data.signingCodeRequest,
    onDone: (asked) => {
      setSentTo(asked.sentTo);
      setTurn(turn + 1);
    },
  });
  return (
    <div className={s.code}>
      <FormErrors form={form} />
      <Field id="code" label={t('code.label')} hint={t('code.hint')} required error={error}>
        <TextInput
          value={value}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <Button loading={form.busy} onClick={() => void form.submit((clientKey) => ({ input: { clientKey, document, id } }))}>
        {t(sentTo ? 'code.again' : 'code.send')}
      </Button>
      <p role="status" className={s.soft}>
        {sentTo && t('code.sent', { address: sentTo })}
      </p>
    </div>
  );
}
