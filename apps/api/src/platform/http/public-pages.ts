import { Injectable } from '@nestjs/common';

/** What a search engine, a chat's preview and a reader without scripts get of a page of the app. Every text is plain and unescaped. */
export interface PublicPage {
  readonly title: string;
  readonly description: string;
  /** The one address of this page, from the root: "/catalog/na-dai". */
  readonly path: string;
  readonly kind: 'website' | 'product' | 'profile' | 'article';
  readonly image?: { readonly path: string; readonly alt: string };
  /** JSON-LD objects; addresses in them are absolute. */
  readonly data?: (origin: string) => readonly object[];
  /** False: sample data and pages that lead nowhere stay out of search engines. */
  readonly isIndexed: boolean;
  readonly lines?: readonly string[];
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

/** Null: there is no such page, and the app says so with status 404. */
export type PageAnswer = PublicPage | { readonly movedTo: string } | null;
type PageMaker = (params: Readonly<Record<string, string>>) => Promise<PageAnswer> | PageAnswer;

export interface SitemapEntry {
  readonly path: string;
  readonly changedOn: string | null;
}

interface SitemapPart {
  readonly pages: (size: number) => Promise<number>;
  readonly page: (page: number, size: number) => Promise<readonly SitemapEntry[]>;
}

/** Addresses that visitors may share; the modules that own the facts declare them. */
@Injectable()
export class PublicPages {
  private readonly makers: { readonly parts: readonly string[]; readonly make: PageMaker }[] = [];
  readonly sitemap = new Map<string, SitemapPart>();

  /** `pattern` is an address of the web's routes: "/catalog/:slug". */
  declare(pattern: string, make: PageMaker): void {
    this.makers.push({ parts: pattern.split('/'), make });
  }

  declareSitemap(name: string, part: SitemapPart): void {
    this.sitemap.set(name, part);
  }

  /** Undefined: nobody declared this address; it belongs to the app alone and is no one else's business. */
  async find(path: string): Promise<PageAnswer | undefined> {
    const asked = path.length > 1 ? path.replace(/\/+$/, '').split('/') : ['', ''];
    for (const { parts, make } of this.makers) {
      if (parts.length !== asked.length) continue;
      if (!parts.every((part, index) => (part.startsWith(':') ? asked[index] !== '' : part === asked[index]))) continue;
      return make(
        Object.fromEntries(parts.flatMap((part, index) => (part.startsWith(':') ? [[part.slice(1), asked[index]!]] : []))),
      );
    }
    return undefined;
  }
}
