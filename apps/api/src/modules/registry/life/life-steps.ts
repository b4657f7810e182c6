import type { OrganizationAction, PolicyAction } from '@lienket/domain';

/** The steps of a life; merging has its own service because two persons take it together. */
export type Step = Exclude<OrganizationAction, 'merge'>;

export const POLICY_OF: Readonly<Record<Step, PolicyAction>> = {
  submit: 'organization.submit',
  verify: 'organization.verify',
  return: 'organization.verify',
  suspend: 'organization.suspend',
  restore: 'organization.suspend',
  close: 'organization.suspend',
};
