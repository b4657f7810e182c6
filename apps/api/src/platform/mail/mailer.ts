import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { normalizeEmail } from '@lienket/domain';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';

export interface Message {
  /** Same id, same message: a job that runs twice overwrites its own file and keeps one Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Where one POST ends letters of this kind (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

const SUBJECT_MAX = 160;
// Whatever could end a header line, or hide what follows it.
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** One line of a header: no control characters, no runs of spaces, a sensible length. */
export function headerLine(text: string): string {
  const line = text.normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
  return line.length <= SUBJECT_MAX ? line : `${line.slice(0, SUBJECT_MAX - 1).trimEnd()}…`;
}

/** Sends by SMTP when SMTP_URL is set; otherwise messages land as .eml files in the data folder. */
@Injectable()
export class Mailer {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.transport = config.smtpUrl
      ? createTransport(config.smtpUrl)
      : createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  }

  async send(message: Message): Promise<void> {
    const address = normalizeEmail(message.to);
    // One mailbox and nothing else: a comma or a line break here would reach strangers.
    if (!address.ok) throw new Error(`Not one e-mail address, for message ${message.id}`);
    const info: { message?: Buffer } = await this.transport.sendMail({
      from: this.config.mailFrom,
      to: { name: '', address: address.value },
      subject: headerLine(message.subject),
      text: message.text,
      html: message.html,
      messageId: `<${message.id}@lienket>`,
      headers: message.unsubscribeUrl
        ? { 'List-Unsubscribe': `<${message.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {},
    });
    if (this.config.smtpUrl || !info.message) return;
    const folder = join(this.config.dataDir, 'mail');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${message.id.replace(/[^\w-]/g, '_')}.eml`), info.message);
  }
}
