import { API_SCOPES, PARTNER_FIELDS } from '@lienket/domain';
import { Section, Stack } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { connect } from '../../shared/messages/vi/connect';
import s from './connect.module.css';

const CALL = (origin: string) => `curl ${origin}/partner/graphql \\
  -H 'Authorization: Bearer lk_...' \\
  -H 'Content-Type: application/json' \\
  -d '{"query":"{ orders(first: 20) { edges { node { id number status } } } }"}'`;

const VERIFY = `const [, t, v1] = /^t=(\\d+),v1=([0-9a-f]+)$/.exec(header);
const right = createHmac('sha256', secret).update(\`\${t}.\${body}\`).digest('hex');
timingSafeEqual(Buffer.from(v1, 'hex'), Buffer.from(right, 'hex'));`;

const BANK = `X-Timestamp: 1767225600
X-Nonce: 3f9a1c0e7b2d4f68
X-Signature: hex(HMAC-SHA256(secret, timestamp + "." + nonce + "." + body))

{"transactions":[{"reference":"FT26001","bookedOn":"2026-01-01",
  "amount":4200000,"currency":"VND","memo":"LS26..."}]}`;

/** For whoever writes the partner's program: short, in both languages, beside the keys it is about. */
export function PartnerGuide() {
  const t = useText(connect);
  const { origin } = window.location;
  return (
    <Stack gap="large">
      <Section title={t('guide.call')}>
        <p>{t('guide.callText')}</p>
        <pre className={s.pre}>{CALL(origin)}</pre>
        <p>{t('guide.schema', { address: `${origin}/partner/schema.graphql` })}</p>
        <p>{t('guide.limits')}</p>
      </Section>
      <Section title={t('guide.scopes')}>
        <dl className={s.scopeList}>
          {API_SCOPES.map((scope) => (
            <div key={scope}>
              <dt>
                <code>{scope}</code>
              </dt>
              <dd>
                {t(`scope.${scope}`)}: <code>{PARTNER_FIELDS[scope].join(', ')}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('guide.writes')}>
        <p>{t('guide.writesText')}</p>
      </Section>
      <Section title={t('guide.hooks')}>
        <p>{t('guide.hooksText')}</p>
        <pre className={s.pre}>{VERIFY}</pre>
        <p>{t('guide.retries')}</p>
      </Section>
      <Section title={t('guide.ubl')}>
        <p>{t('guide.ublText')}</p>
        <pre className={s.pre}>{`GET ${origin}/ubl/orders/{id}.xml\nGET ${origin}/ubl/shipments/{id}.xml`}</pre>
      </Section>
      <Section title={t('guide.bank')}>
        <p>{t('guide.bankText')}</p>
        <pre className={s.pre}>{`POST ${origin}/webhooks/bank/{link}\n${BANK}`}</pre>
      </Section>
    </Stack>
  );
}
