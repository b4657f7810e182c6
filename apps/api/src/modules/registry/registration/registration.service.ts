import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accept,
  checkPassword,
  directorRoles,
  isRegistrable,
  normalizeEmail,
  normalizePhone,
  type OrganizationKind,
  type RegistrableKind,
  type Refusal,
  refuse,
  type Result,
  slugify,
} from '@lienket/domain';
import { type Actor, SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { Mailer } from '../../../platform/mail/mailer.js';
import { tidyLine } from '../../../platform/text.js';
import { type Caller, hashPassword, Membership, passwordMatches, SignInLimiter, User } from '../../identity/index.js';
import { Organization } from '../organization.entity.js';
import { readCommune, readTaxCode } from '../profile-columns.js';
import type { RegistrationRefusal } from './registration.messages.js';

export interface Registration {
  readonly clientKey: string;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly taxCode?: string | null;
  readonly communeCode: string;
  /** Only of a visitor: the person and her new account. */
  readonly fullName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly password?: string | null;
  readonly consent?: boolean | null;
}

interface Form {
  readonly kind: RegistrableKind;
  readonly name: string;
  readonly taxCode: string | null;
  readonly communeCode: string;
}

interface Contact {
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly password: string;
}

interface Account {
  readonly id: string;
  readonly password_hash: string;
}

/** The wording that was agreed to, so that a later change of it is told apart. */
const CONSENT = 'dang-ky-2026-11';

/** A new organization is a draft of its director. The answer to a visitor is the same whether or not her address was known here. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly limiter: SignInLimiter,
    private readonly mailer: Mailer,
  ) {}

  /** A person with an account, or an officer for a cooperative that cannot do it itself: the officer gets no seat there. */
  bySomebody(actor: Actor, input: Registration): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'organizationRegister', clientKey: input.clientKey, input }, async (tx) => {
      const form = await readForm(tx, input);
      if (!form.ok) return form;
      const person = await tx.one<{ email: string | null; phone: string | null; isDemo: boolean }>(
        'select email, phone, is_demo as "isDemo" from app_user where id = $1',
        [actor.userId],
      );
      const forOthers = actor.orgKind === 'ALLIANCE';
      const contact = forOthers ? {} : { email: person.email, phone: person.phone };
      // What a sample account makes is sample data too.
      const id = await found(tx, form.value, forOthers ? null : actor.userId, { ...contact, isDemo: person.isDemo });
      await tx.audit('organization.register', 'organization', id, { onBehalf: forOthers });
      return accept(id);
    });
  }

  async byVisitor({ password, ...input }: Registration, caller: Caller): Promise<Result<string, Refusal>> {
    const contact = readContact({ ...input, password });
    if (!contact.ok) return contact;
    const wait = await this.limiter.secondsToRegister(caller.ip);
    if (wait > 0) return refuse<RegistrationRefusal>({ code: 'TOO_MANY_REGISTRATIONS', minutes: Math.ceil(wait / 60) });
    const account = await this.accountOf(contact.value);
    // One costly comparison or one costly hash: both take as long.
    const knows = account ? await passwordMatches(account.password_hash, contact.value.password) : false;
    const passwordHash = account ? null : await hashPassword(contact.value.password);
    return this.uow.mutate(SYSTEM, { operation: 'organizationRegister', clientKey: input.clientKey, input }, async (tx) => {
      const form = await readForm(tx, input);
      if (!form.ok) return form;
      if (account && !knows) {
        await tx.tell('registry.registration-letter', { userId: account.id, name: form.value.name, key: newId() });
        return accept(newId());
      }
      const userId = account?.id ?? newId();
      const { fullName, email, phone } = contact.value;
      if (passwordHash) await tx.insert(User, { id: userId, fullName, email, phone, passwordHash, locale: 'vi' });
      const id = await found(tx, form.value, userId, { email, phone, isDemo: false });
      await tx.audit('organization.register', 'organization', id, { userId, consent: CONSENT });
      return accept(id);
    });
  }

  /** Somebody named an address that has an account, with another password: only the address's owner is told. */
  @JobHandler('registry.registration-letter')
  async letter({ userId, name, key }: { userId: string; name: string; key: string }): Promise<void> {
    const [person] = await this.uow.read(SYSTEM, (tx) =>
      tx.query<{ email: string | null }>('select email from app_user where id = $1', [userId]),
    );
    if (!person?.email) return;
    await this.mailer.send({
      id: `registration-${key}`,
      to: person.email,
      subject: '[Liên Kết] Có người đăng ký bằng địa chỉ của bạn',
      text: `Có người vừa đăng ký đơn vị "${name}" trên Liên Kết bằng địa chỉ này, với mật khẩu khác mật khẩu của bạn. Chưa có gì được tạo.\n\nNếu là bạn: hãy đăng nhập rồi đăng ký đơn vị, hoặc đăng ký lại với mật khẩu đang dùng. Nếu không phải: bạn không cần làm gì.\n`,
    });
  }

  /** The account of the e-mail or the phone; when the two belong to different people neither is meant. */
  private accountOf({ email, phone }: Contact): Promise<Account | undefined> {
    return this.uow.read(SYSTEM, async (tx) => {
      const accounts = await tx.query<Account>('select id, password_hash from app_user where email = $1 or phone = $2 limit 2', [
        email,
        phone,
      ]);
      return accounts[0];
    });
  }
}

async function readForm(tx: Tx, input: Registration): Promise<Result<Form, Refusal>> {
  const { kind } = input;
  if (!isRegistrable(kind)) return refuse<RegistrationRefusal>({ code: 'KIND_NOT_REGISTRABLE' });
  const name = tidyLine(input.name);
  if (!name || name.length > 200) return refuse({ code: 'NAME_MISSING' });
  const typed = tidyLine(input.taxCode);
  if (!typed && kind !== 'COOPERATIVE_GROUP') return refuse<RegistrationRefusal>({ code: 'TAX_CODE_MISSING' });
  const code = readTaxCode(typed, kind);
  if (!code.ok) return code;
  const commune = await readCommune(tx, input.communeCode);
  if (!commune.ok) return commune;
  if (!commune.value.communeCode) return refuse<RegistrationRefusal>({ code: 'COMMUNE_MISSING' });
  return accept({ kind, name, taxCode: code.value.taxCode ?? null, communeCode: commune.value.communeCode });
}

function readContact(input: Registration): Result<Contact, RegistrationRefusal> {
  const fullName = tidyLine(input.fullName);
  if (!fullName || fullName.length > 200) return refuse({ code: 'FULL_NAME_MISSING' });
  const [typedEmail, typedPhone] = [tidyLine(input.email), tidyLine(input.phone)];
  if (!typedEmail && !typedPhone) return refuse({ code: 'CONTACT_MISSING' });
  const email = typedEmail ? normalizeEmail(typedEmail) : accept(null);
  if (!email.ok) return email;
  const phone = typedPhone ? normalizePhone(typedPhone) : accept(null);
  if (!phone.ok) return phone;
  const password = checkPassword(input.password ?? '', [fullName, input.name, email.value?.split('@')[0] ?? '']);
  if (!password.ok) return password;
  if (input.consent !== true) return refuse({ code: 'CONSENT_MISSING' });
  return accept({ fullName, email: email.value, phone: phone.value, password: password.value });
}

async function found(
  tx: Tx,
  form: Form,
  directorId: string | null,
  contact: { readonly email?: string | null; readonly phone?: string | null; readonly isDemo: boolean },
): Promise<string> {
  const id = newId();
  const [unit] = await tx.query<{ district: string | null }>(
    'select former_district_code as district from administrative_unit where code = $1',
    [form.communeCode],
  );
  await tx.insert(Organization, {
    id,
    ...form,
    ...contact,
    shortName: form.name,
    // The name alone would tell at once that it is taken; a tail of its own never collides.
    slug: `${slugify(form.name).slice(0, 80) || 'don-vi'}-${randomBytes(4).toString('hex')}`,
    status: 'DRAFT',
    legacyDistrictCode: unit?.district ?? null,
    statusAt: tx.now,
    statusBy: directorId,
  });
  if (directorId)
    await tx.insert(Membership, { id: newId(), userId: directorId, orgId: id, roles: [...directorRoles(form.kind)] });
  return id;
}
