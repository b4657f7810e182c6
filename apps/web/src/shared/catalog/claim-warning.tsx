import { useQuery } from '@apollo/client/react';
import { forbiddenClaims } from '@lienket/domain';
import { Notice } from '@lienket/ui';
import { graphql } from '../../gql';
import { useText } from '../i18n/use-text';
import { ocop } from '../messages/vi/ocop';

const ForbiddenClaimsDocument = graphql(`
  query ForbiddenClaims {
    forbiddenClaims {
      phrase
      except
    }
  }
`);

/** Beside a description: words that praise food as a medicine. The words are data; nothing is blocked. */
export function ClaimWarning({ text }: { text: string }) {
  const t = useText(ocop);
  const { data } = useQuery(ForbiddenClaimsDocument);
  const found = data ? forbiddenClaims(text, data.forbiddenClaims) : [];
  if (found.length === 0) return null;
  return <Notice tone="warning">{t('claims.warning', { words: found.map((word) => `“${word}”`).join(', ') })}</Notice>;
}
