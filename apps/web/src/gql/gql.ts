/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query PaletteProducts($search: String!) {\n    catalog(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          nameVi\n          nameEn\n          cooperative {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PaletteProductsDocument,
    "\n  query Waiting {\n    workItems {\n      id\n    }\n  }\n": typeof types.WaitingDocument,
    "\n  fragment RefusalParts on DomainError {\n    code\n    message\n    field\n    ... on VersionConflict {\n      currentVersion\n    }\n    ... on RowsRefused {\n      rows {\n        row\n        field\n        code\n        message\n        suggestion\n      }\n    }\n  }\n": typeof types.RefusalPartsFragmentDoc,
    "\n  query Session {\n    me {\n      ...SessionParts\n    }\n  }\n": typeof types.SessionDocument,
    "\n  fragment SessionParts on Me {\n    userId\n    fullName\n    email\n    phone\n    locale\n    workplace\n    roles\n    organization {\n      ...OrganizationParts\n    }\n    memberships {\n      roles\n      organization {\n        ...OrganizationParts\n      }\n    }\n  }\n": typeof types.SessionPartsFragmentDoc,
    "\n  fragment OrganizationParts on OrganizationRef {\n    id\n    slug\n    name\n    shortName\n    kind\n    isDemo\n  }\n": typeof types.OrganizationPartsFragmentDoc,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation SwitchOrganization($orgId: ID!) {\n    switchOrganization(orgId: $orgId) {\n      ...SessionParts\n      ...RefusalParts\n    }\n  }\n": typeof types.SwitchOrganizationDocument,
    "\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale)\n  }\n": typeof types.SetLocaleDocument,
};
const documents: Documents = {
    "\n  query PaletteProducts($search: String!) {\n    catalog(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          nameVi\n          nameEn\n          cooperative {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PaletteProductsDocument,
    "\n  query Waiting {\n    workItems {\n      id\n    }\n  }\n": types.WaitingDocument,
    "\n  fragment RefusalParts on DomainError {\n    code\n    message\n    field\n    ... on VersionConflict {\n      currentVersion\n    }\n    ... on RowsRefused {\n      rows {\n        row\n        field\n        code\n        message\n        suggestion\n      }\n    }\n  }\n": types.RefusalPartsFragmentDoc,
    "\n  query Session {\n    me {\n      ...SessionParts\n    }\n  }\n": types.SessionDocument,
    "\n  fragment SessionParts on Me {\n    userId\n    fullName\n    email\n    phone\n    locale\n    workplace\n    roles\n    organization {\n      ...OrganizationParts\n    }\n    memberships {\n      roles\n      organization {\n        ...OrganizationParts\n      }\n    }\n  }\n": types.SessionPartsFragmentDoc,
    "\n  fragment OrganizationParts on OrganizationRef {\n    id\n    slug\n    name\n    shortName\n    kind\n    isDemo\n  }\n": types.OrganizationPartsFragmentDoc,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation SwitchOrganization($orgId: ID!) {\n    switchOrganization(orgId: $orgId) {\n      ...SessionParts\n      ...RefusalParts\n    }\n  }\n": types.SwitchOrganizationDocument,
    "\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale)\n  }\n": types.SetLocaleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteProducts($search: String!) {\n    catalog(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          nameVi\n          nameEn\n          cooperative {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query PaletteProducts($search: String!) {\n    catalog(filter: { search: $search }, first: 6) {\n      edges {\n        cursor\n        node {\n          id\n          slug\n          nameVi\n          nameEn\n          cooperative {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Waiting {\n    workItems {\n      id\n    }\n  }\n"): (typeof documents)["\n  query Waiting {\n    workItems {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RefusalParts on DomainError {\n    code\n    message\n    field\n    ... on VersionConflict {\n      currentVersion\n    }\n    ... on RowsRefused {\n      rows {\n        row\n        field\n        code\n        message\n        suggestion\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment RefusalParts on DomainError {\n    code\n    message\n    field\n    ... on VersionConflict {\n      currentVersion\n    }\n    ... on RowsRefused {\n      rows {\n        row\n        field\n        code\n        message\n        suggestion\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session {\n    me {\n      ...SessionParts\n    }\n  }\n"): (typeof documents)["\n  query Session {\n    me {\n      ...SessionParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionParts on Me {\n    userId\n    fullName\n    email\n    phone\n    locale\n    workplace\n    roles\n    organization {\n      ...OrganizationParts\n    }\n    memberships {\n      roles\n      organization {\n        ...OrganizationParts\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment SessionParts on Me {\n    userId\n    fullName\n    email\n    phone\n    locale\n    workplace\n    roles\n    organization {\n      ...OrganizationParts\n    }\n    memberships {\n      roles\n      organization {\n        ...OrganizationParts\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrganizationParts on OrganizationRef {\n    id\n    slug\n    name\n    shortName\n    kind\n    isDemo\n  }\n"): (typeof documents)["\n  fragment OrganizationParts on OrganizationRef {\n    id\n    slug\n    name\n    shortName\n    kind\n    isDemo\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere {\n    signOutEverywhere\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchOrganization($orgId: ID!) {\n    switchOrganization(orgId: $orgId) {\n      ...SessionParts\n      ...RefusalParts\n    }\n  }\n"): (typeof documents)["\n  mutation SwitchOrganization($orgId: ID!) {\n    switchOrganization(orgId: $orgId) {\n      ...SessionParts\n      ...RefusalParts\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale)\n  }\n"): (typeof documents)["\n  mutation SetLocale($locale: Locale!) {\n    setLocale(locale: $locale)\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;