import { useQuery } from '@apollo/client/react';
import {
  Button,
  Cluster,
  ConfirmDialog,
  DescriptionList,
  Field,
  LinkButton,
  PageHeader,
  Section,
  StatusMark,
  TextArea,
  toast,
} from '@lienket/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { DemandPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { demand } from '../../shared/messages/vi/demand';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { demandTone } from './demand-list-screen';
import { AnswerForm } from './answer-form';
import { DemandSuppliers } from './demand-suppliers';
import { DemandCloseDocument, DemandKindsDocument, DemandPostDocument, DemandPublishDocument } from './demand.operations';

export default function DemandScreen() {
  const { id = '' } = useParams();
  const query = useQuery(DemandPostDocument, { variables: { id } });
  return (
    <AsyncScreen query={query} missing={(data) => !data.demandPost}>
      {({ demandPost }) => <Post post={demandPost!} />}
    </AsyncScreen>
  );
}

function Post({ post }: { post: DemandPartsFragment }) {
  const t = useText(demand);
  useDemoMark(post.isDemo);
  return (
    <>
      <PageTitle>{post.title}</PageTitle>
      <PageHeader
        title={post.title}
        back={{ href: '/demand', label: t('demandForm.back') }}
        meta={
          <Cluster>
            <StatusMark tone={demandTone[post.status]}>{t(`demandStatus.${post.status}`)}</StatusMark>
            <span>{post.number ?? t('demand.noNumber')}</span>
            <span>{post.buyer.name}</span>
          </Cluster>
        }
        actions={post.mine && <BuyerActions post={post} />}
      />
      <Section title={t('demandPage.facts')}>
        <Facts post={post} />
      </Section>
      {post.mine ? <DemandSuppliers post={post} /> : <AnswerForm post={post} />}
    </>
  );
}

function Facts({ post }: { post: DemandPartsFragment }) {
  const t = useText(demand);
  const f = useFormats();
  const { data } = useQuery(DemandKindsDocument, { skip: post.certificateKinds.length === 0 });
  const nameOf = (kind: string) => data?.certificateKinds.find(({ code }) => code === kind)?.name ?? kind;
  const papers = post.certificateKinds.map(nameOf).join(', ') || t('demandPage.noPapers');
  const ceiling =
    post.ceilingPrice == null
      ? t('demandPage.noCeiling')
      : t('demandPage.ceilingOwn', { price: f.vnd(post.ceilingPrice), unit: post.baseUnit });
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t('demand.weekly'), detail: f.quantity(post.weeklyQty, post.baseUnit) },
        {
          term: t('demand.period'),
          detail: t('demand.periodText', { from: f.date(post.periodFrom), to: f.date(post.periodTo) }),
        },
        ...(post.productGroup ? [{ term: t('demand.group'), detail: t(`group.${post.productGroup}`) }] : []),
        ...(post.spec ? [{ term: t('demandForm.spec'), detail: post.spec }] : []),
        {
          term: t('demandPage.place'),
          detail: [t(`demandBasis.${post.basis}`), post.deliveryPlace].filter(Boolean).join(': '),
        },
        { term: t('demandPage.papers'), detail: papers },
        ...(post.openUntil ? [{ term: t('demand.until'), detail: `${f.date(post.openUntil)} (${f.due(post.openUntil)})` }] : []),
        ...(post.mine
          ? [
              { term: t('demandPage.ceiling'), detail: ceiling },
              {
                term: t('demandPage.visibility'),
                detail: [t(`demandVisibility.${post.visibility}`), post.chosen.map(({ shortName }) => shortName).join(', ')]
                  .filter(Boolean)
                  .join(': '),
              },
            ]
          : []),
        ...(post.note ? [{ term: t('demandPage.note'), detail: post.note }] : []),
        ...(post.closeReason ? [{ term: t('demandPage.closeReason'), detail: post.closeReason }] : []),
      ]}
    />
  );
}

function BuyerActions({ post }: { post: DemandPartsFragment }) {
  const t = useText(demand);
  const [closing, setClosing] = useState(false);
  const [reason, setReason] = useState('');
  const offered = (action: string) => post.availableActions.some((one) => one.action === action && one.allowed);
  const stale = ['demandPosts'];
  const publish = useMutationForm(DemandPublishDocument, {
    form: `demand-publish-${post.id}`,
    pick: (data) => data.demandPublish,
    stale,
    onDone: () => toast.success(t('demandPage.published')),
  });
  const close = useMutationForm(DemandCloseDocument, {
    form: `demand-close-${post.id}`,
    pick: (data) => data.demandClose,
    stale,
    onDone: () => {
      setClosing(false);
      toast.success(t('demandPage.closed'));
    },
  });
  const { id, version } = post;
  return (
    <>
      {/* What is missing is entered on the page of editing. */}
      <FormErrors form={publish} fieldId={() => `edit-${id}`} />
      <Cluster>
        {offered('demandPublish') && (
          <Button
            variant="primary"
            loading={publish.busy}
            onClick={() => void publish.submit((clientKey) => ({ input: { clientKey, id, version } }))}
          >
            {t('demandPage.publish')}
          </Button>
        )}
        {offered('demandSave') && (
          <LinkButton id={`edit-${id}`} href={`/demand/${id}/edit`}>
            {t('demandPage.edit')}
          </LinkButton>
        )}
        {offered('demandClose') && (
          <Button variant="quiet" onClick={() => setClosing(true)}>
            {t('demandPage.close')}
          </Button>
        )}
      </Cluster>
      <ConfirmDialog
        open={closing}
        onOpenChange={setClosing}
        title={t('demandPage.close')}
        description={t('demandPage.closeDetail')}
        confirmLabel={t('demandPage.close')}
        cancelLabel={t('action.cancel')}
        loading={close.busy}
        onConfirm={() => void close.submit((clientKey) => ({ input: { clientKey, id, version, reason } }))}
      >
        <FormErrors form={close} />
        <Field id="reason" label={t('demandPage.closeReason')} optionalText={t('state.optional')}>
          <TextArea maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </ConfirmDialog>
    </>
  );
}
