import { graphql } from '../../gql';

export const SignatureParts = graphql(`
  fragment SignatureParts on Signature {
    method
    signedOn
    signedByName
    attestedByName
    countersignedByName
    documentSha256
    recordedAt
    complete
    fileUrl
    inspection {
      signerName
      issuerName
      signedAt
      certificateFrom
      certificateTo
      certificateValidThen
      coversWholeFile
      intact
      startsWithOurs
    }
  }
`);

export const LineNumbersParts = graphql(`
  fragment LineNumbersParts on LineNumbers {
    committed
    calledOff
    dispatched
    accepted
    rejected
    acceptedB
    acceptedC
  }
`);

export const OutsideParts = graphql(`
  fragment OutsideParts on OutsideTrade {
    mayRecord
    deliveries {
      id
      contract {
        id
        number
      }
      goods
      baseUnit
      state
      grade
      qty
      deliveredOn
      answerBy
      hasDocument
      actions
      version
      seller {
        ...OrganizationParts
      }
      buyer {
        ...OrganizationParts
      }
      author {
        ...OrganizationParts
      }
      words {
        kind
        qty
        deliveredOn
        note
        fileUrl
        fileName
        organizationName
        personName
        at
      }
    }
  }
`);

export const ContractPageParts = graphql(`
  fragment ContractPage on Contract {
    supply {
      contractLineId
      asked
      covered
      exceeds
      percentOfPlan
      firstShortWeek
    }
    id
    number
    status
    isDemo
    version
    validFrom
    validTo
    priceClause
    priceClauseNote
    toleranceBp
    paymentTermDays
    paymentBase
    returnPolicy
    minRemainingLifePct
    noticeDays
    places {
      locationId
      name
      address
    }
    life {
      ...LifeParts
    }
    outside {
      ...OutsideParts
    }
    money {
      invoiced
      paid
      lines {
        lineId
        invoicedQty
        paidQty
      }
    }
    mou {
      id
      registerNo
      title
    }
    seller {
      ...OrganizationParts
    }
    buyer {
      ...OrganizationParts
    }
    lines {
      id
      lineNo
      mouLineId
      description
      baseUnit
      packName
      packSize
      minQty
      targetQty
      maxQty
      unitPrice
      vatClass
      remaining
      product {
        id
        slug
        nameVi
      }
      numbers {
        ...LineNumbersParts
      }
      schedule {
        from
        to
        qty
      }
    }
    signatures {
      organization {
        ...OrganizationParts
      }
      signature {
        ...SignatureParts
      }
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const MouPageParts = graphql(`
  fragment MouPage on Mou {
    id
    registerNo
    title
    status
    outcome
    isDemo
    version
    signedOn
    validFrom
    validTo
    pricePrinciple
    qualityTerms
    documentUrl
    documentName
    documentSha256
    recordedAt
    recordedBy
    rung
    exit
    renewedFrom {
      id
      registerNo
    }
    life {
      ...LifeParts
    }
    money {
      invoiced
      paid
      lines {
        lineId
        invoicedQty
        paidQty
      }
    }
    event {
      code
      title
      heldOn
    }
    parties {
      id
      role
      mustSign
      representative
      organization {
        ...OrganizationParts
      }
      signature {
        ...SignatureParts
      }
    }
    lines {
      id
      lineNo
      description
      baseUnit
      targetQty
      seasonMonths
      referencePrice
      pricePrinciple
      priceSource
      qualityTerms
      product {
        id
        slug
        nameVi
        baseUnit
      }
      numbers {
        ...LineNumbersParts
      }
    }
    obligations {
      id
      obligationNo
      title
      dueOn
      state
      waiting
      disputed
      settledBy
      overdue
      actions
      obliged {
        ...OrganizationParts
      }
      events {
        kind
        result
        note
        fileUrl
        fileName
        organizationName
        personName
        at
      }
    }
    priceConsent {
      isOpen
      mayDecide
      sides {
        givenAt
        expiresOn
        organization {
          id
          name
        }
      }
    }
    outside {
      ...OutsideParts
    }
    signingRounds {
      roundNo
      state
      signingOrder
      requireCode
      expiresOn
      openedAt
      reason
      paperUrl
      turnOrgIds
    }
    signingEvidence {
      kind
      method
      organizationName
      personName
      at
    }
    contracts {
      ...ContractPage
    }
    orders {
      id
      number
      status
      requestedOn
      deliveryPlace
      contractNumber
      orderedTotal
      acceptedTotal
      placedAt
      buyer {
        ...OrganizationParts
      }
      seller {
        ...OrganizationParts
      }
    }
    rungs {
      code
      state
      reachedAt
      grade
    }
    realisation {
      kind
      basisPoints
      weighting
      basisPointsA
      basisPointsAB
      quantifiedLines
      totalLines
    }
    nextMove {
      actor
      step
      since
    }
    pace {
      month
      plannedBp
      acceptedBp
    }
    diary {
      at
      action
      actorName
      organizationName
      data {
        key
        value
      }
    }
    availableActions {
      action
      allowed
      reason
    }
  }
`);

export const MouPageDocument = graphql(`
  query AgreementStory($id: ID!) {
    mou(id: $id) {
      ...MouPage
    }
  }
`);
