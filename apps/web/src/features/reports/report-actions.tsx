import { Button, Cluster, Dialog, Notice } from '@lienket/ui';
import { useState } from 'react';
import type { ReportPartsFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { ReasonField } from '../../shared/forms/reason-field';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { reports } from '../../shared/messages/vi/reports';
import { ReportIssueDocument, ReportWithdrawDocument } from './report-operations';

const LISTS = ['progressReports', 'workItems', 'publicResults'];

/** The second person's word, or the draft's end. */
export function ReportActions({ report }: { report: ReportPartsFragment }) {
  const t = useText(reports);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const step = (clientKey: string) => ({ clientKey, id: report.id, version: report.version });
  const issue = useMutationForm(ReportIssueDocument, {
    form: `report-issue-${report.id}-${report.version}`,
    pick: (data) => data.reportIssue,
    stale: LISTS,
  });
  const withdraw = useMutationForm(ReportWithdrawDocument, {
    form: `report-withdraw-${report.id}-${report.version}`,
    pick: (data) => data.reportWithdraw,
    stale: LISTS,
    onDone: () => setAsking(false),
  });
  if (report.status !== 'DRAFT') return null;
  const may = report.availableActions.find(({ action }) => action === 'issue');
  return (
    <>
      <FormErrors form={issue} />
      {may?.allowed ? (
        <Notice tone="info">{t('reports.look')}</Notice>
      ) : (
        <Notice tone="info">{may?.reason ?? t('reports.waits')}</Notice>
      )}
      <Cluster>
        {may?.allowed && (
          <Button
            variant="primary"
            loading={issue.busy}
            onClick={() => void issue.submit((clientKey) => ({ input: step(clientKey) }))}
          >
            {t('reports.issue')}
          </Button>
        )}
        <Button onClick={() => setAsking(true)}>{t('reports.withdraw')}</Button>
      </Cluster>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('reports.withdrawAsk')}
        closeLabel={t('action.close')}
        footer={
          <Button
            variant="primary"
            loading={withdraw.busy}
            onClick={() => void withdraw.submit((clientKey) => ({ input: { ...step(clientKey), reason } }))}
          >
            {t('reports.withdraw')}
          </Button>
        }
      >
        <FormErrors form={withdraw} />
        <ReasonField
          id="reason"
          label={t('reports.reason')}
          choices={[t('reports.reason.period'), t('reports.reason.facts')]}
          value={reason}
          onValueChange={setReason}
          error={withdraw.errorOf('reason')}
        />
      </Dialog>
    </>
  );
}
