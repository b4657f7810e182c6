import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config.js';

export interface Message {
  /** Same id, same message: a job that runs twice overwrites its own file and keeps one Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
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
    const info: { message?: Buffer } = await this.transport.sendMail({
      from: this.config.mailFrom,
      to: message.to,
      subject: message.subject,
      text: message.text,
      messageId: `<${message.id}@lienket>`,
    });
    if (this.config.smtpUrl || !info.message) return;
    const folder = join(this.config.dataDir, 'mail');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${message.id.replace(/[^\w-]/g, '_')}.eml`), info.message);
  }
}
