import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDateVi } from '@lienket/domain';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { type PageAnswer, PublicPages } from '../../platform/http/public-pages.js';
import { provinceName } from '../registry/index.js';
import { EventQueries, type EventView } from './event.queries.js';

/** Conferences and their booths as search engines and previews see them; what the notice does not say stays unsaid. */
@Injectable()
export class EventPages implements OnModuleInit {
  constructor(
    private readonly pages: PublicPages,
    private readonly events: EventQueries,
    private readonly pool: SqlPool,
  ) {}

  onModuleInit(): void {
    this.pages.declare('/events', async () => ({
      title: 'Hội nghị kết nối',
      description:
        `Các hội nghị kết nối hợp tác xã ${(await provinceName(this.pool)) ?? ''} với nhà phân phối: gian trưng bày, lễ ký và những việc được giao.`.replace(
          '  ',
          ' ',
        ),
      path: '/events',
      kind: 'website',
      isIndexed: true,
    }));
    // The officer's own screens, not codes of conferences.
    for (const path of ['/events/new', '/events/compare']) {
      this.pages.declare(path, () => ({ title: 'Hội nghị kết nối', description: '', path, kind: 'website', isIndexed: false }));
    }
    this.pages.declare('/events/:code', ({ code }) => this.event(code!));
    this.pages.declare('/events/:code/booths/:position', ({ code, position }) => this.booth(code!, position!));
    this.pages.declareSitemap('events', {
      pages: async () => 1,
      page: async (at) =>
        at === 1
          ? this.pool.rows(
              'sitemap-events',
              `select '/events/' || code as path, null as "changedOn" from event order by held_on desc`,
            )
          : [],
    });
  }

  private async event(code: string): Promise<PageAnswer> {
    const event = await this.events.byCode(code, 'vi');
    if (!event) return null;
    const region = await provinceName(this.pool);
    return {
      title: event.title,
      description: `Ngày ${formatDateVi(event.heldOn)}, ${event.host}. ${event.sourceTitle}`,
      path: `/events/${event.code}`,
      kind: 'article',
      isIndexed: true,
      data: (origin) => [eventData(event, region, origin)],
      links: event.booths.map((booth) => ({ href: `/events/${event.code}/booths/${booth.position}`, text: boothName(booth) })),
    };
  }

  private async booth(code: string, position: string): Promise<PageAnswer> {
    const event = await this.events.byCode(code, 'vi');
    const booth = event?.booths.find((one) => String(one.position) === position);
    if (!event || !booth) return null;
    const owner = booth.owner?.name ?? booth.ownerUnitName ?? 'Chưa có dữ liệu về đơn vị trưng bày';
    return {
      title: `${boothName(booth)}, ${event.title}`,
      description: `${owner}. ${event.title}, ngày ${formatDateVi(event.heldOn)}.`,
      path: `/events/${event.code}/booths/${booth.position}`,
      kind: 'website',
      // A booth that nobody is known to have stood at is no page to find.
      isIndexed: Boolean(booth.owner && !booth.owner.isDemo),
      links: [
        ...(booth.owner ? [{ href: `/c/${booth.owner.slug}`, text: booth.owner.name }] : []),
        { href: `/events/${event.code}`, text: event.title },
      ],
    };
  }
}

const boothName = ({ title, position }: EventView['booths'][number]): string => title ?? `Gian trưng bày số ${position}`;

const eventData = (event: EventView, region: string | null, origin: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: event.title,
  startDate: event.heldOn,
  url: `${origin}/events/${event.code}`,
  ...(region && {
    location: {
      '@type': 'Place',
      name: region,
      address: { '@type': 'PostalAddress', addressRegion: region, addressCountry: 'VN' },
    },
  }),
  organizer: { '@type': 'Organization', name: event.host },
});
