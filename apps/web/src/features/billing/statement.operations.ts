import { graphql } from '../../gql';

export const TradeAccountsDocument = graphql(`
  query TradeAccounts($side: Side!) {
    tradeAccounts(side: $side) {
      counterparty {
        id
        name
        shortName
        isDemo
      }
      balance
      overdue
      bands {
        band
        amount
      }
      promisedDays
      realDays
      paidRequests
    }
  }
`);

export const StatementDocument = graphql(`
  query Statement($side: Side!, $counterpartyOrgId: ID!, $from: LocalDate!, $to: LocalDate!) {
    statement(side: $side, counterpartyOrgId: $counterpartyOrgId, from: $from, to: $to) {
      counterparty {
        id
        name
        shortName
        isDemo
      }
      from
      to
      opening
      closing
      lines {
        bookedOn
        kind
        paymentRequestId
        number
        orderNumber
        amount
        balance
      }
    }
  }
`);
