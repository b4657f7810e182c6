export { IdentityModule } from './identity.module.js';
export { Locale, OrganizationKind, OrganizationRef, Role } from './me.graphql.js';
export { Membership } from './membership.entity.js';
export { hashPassword, passwordIsTooLong, passwordMatches } from './passwords.js';
export { COOKIE, SessionReader } from './session-reader.js';
export type { Caller } from './session.service.js';
export { SignInLimiter } from './sign-in-limiter.js';
export { StepUp, type StepUpRefusal, stepUpMessages } from './step-up.js';
export { User } from './user.entity.js';
