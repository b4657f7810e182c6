import { graphql } from '../../gql';

export const BankChangeParts = graphql(`
  fragment BankChangeParts on BankAccountChange {
    id
    organization {
      ...OrganizationParts
    }
    bankBin
    bankName
    accountNo
    accountName
    oldBankName
    oldAccountNo
    reason
    status
    requestedByName
    isMine
    requestedAt
    holdsUntil
    confirmedByName
    appliedAt
    version
  }
`);

export const BankChangeConfirmDocument = graphql(`
  mutation BankAccountChangeConfirm($input: BankAccountChangeConfirmInput!) {
    bankAccountChangeConfirm(input: $input) {
      ...BankChangeParts
      ...RefusalParts
    }
  }
`);

export const BankChangeCancelDocument = graphql(`
  mutation BankAccountChangeCancel($input: BankAccountChangeCancelInput!) {
    bankAccountChangeCancel(input: $input) {
      ...BankChangeParts
      ...RefusalParts
    }
  }
`);
