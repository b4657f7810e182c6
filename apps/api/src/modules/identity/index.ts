export { IdentityModule } from './identity.module.js';
export { Locale, OrganizationKind, OrganizationRef, Role } from './me.graphql.js';
export { Membership } from './membership.entity.js';
export { hashPassword } from './passwords.js';
export { COOKIE, SessionReader } from './session-reader.js';
export { User } from './user.entity.js';
