import { Controller, Get, NotFoundException, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { formatVnd } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { DEMO_CARD_PAGE, DemoCards } from './demo-cards.js';
import { DoubleRefusal, type DoubleSession, type StripeBook } from './double/stripe-book.js';

const SETTLES_AFTER_MS = 3000;

const CHOICES = [
  ['pay', 'Thẻ được chấp nhận (card accepted)'],
  ['decline', 'Thẻ bị từ chối (card declined)'],
  ['later', 'Ngân hàng trả lời sau, rồi chấp nhận (bank answers later: yes)'],
  ['later-fail', 'Ngân hàng trả lời sau, rồi từ chối (bank answers later: no)'],
] as const;
type Choice = (typeof CHOICES)[number][0];

const escape = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The demo's stand-in for the card service's page: plain, and plain about having no money in it. */
@Controller(DEMO_CARD_PAGE)
@Authority('PUBLIC')
export class DemoCardController {
  constructor(private readonly cards: DemoCards) {}

  @Get(':id')
  page(@Param('id') id: string, @Res() reply: FastifyReply): void {
    const session = this.find(id);
    void reply.type('text/html; charset=utf-8').send(pageOf(session));
  }

  @Post(':id')
  choose(@Param('id') id: string, @Query('do') choice: string, @Res() reply: FastifyReply): void {
    const session = this.find(id);
    if (session.status !== 'open') return void reply.code(303).header('location', session.successUrl).send();
    act(this.cards.book!, id, choice as Choice);
    const stays = choice === 'decline';
    void reply
      .code(303)
      .header('location', stays ? `${DEMO_CARD_PAGE}${id}` : session.successUrl)
      .send();
  }

  private find(id: string): DoubleSession {
    try {
      const session = this.cards.book?.session(id);
      if (session) return session;
    } catch (error) {
      if (!(error instanceof DoubleRefusal)) throw error;
    }
    throw new NotFoundException();
  }
}

function act(book: StripeBook, id: string, choice: Choice): void {
  if (choice === 'pay') return book.pay(id);
  if (choice === 'decline') return book.decline(id);
  if (!CHOICES.some(([name]) => name === choice)) throw new NotFoundException();
  book.payLater(id);
  setTimeout(() => book.settle(id, choice === 'later'), SETTLES_AFTER_MS).unref();
}

function pageOf(session: DoubleSession): string {
  const back = session.status === 'open' ? session.cancelUrl : session.successUrl;
  const forms = CHOICES.map(
    ([name, label]) => `<form method="post" action="${DEMO_CARD_PAGE}${session.id}?do=${name}"><button>${label}</button></form>`,
  ).join('');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>Trang thẻ mẫu</title></head><body><main>
<h1>Trang thẻ mẫu</h1><p><strong>Không có thẻ thật và không có tiền thật</strong> (demo: no real card, no money).</p>
<p>${escape(session.title)}: <strong>${formatVnd(BigInt(session.amount))}</strong></p>
${session.status === 'open' ? forms : `<p>Lượt này đã kết thúc (this session has ended).</p>`}
<p><a href="${escape(back)}">Quay lại Liên Kết (back)</a></p></main></body></html>`;
}
