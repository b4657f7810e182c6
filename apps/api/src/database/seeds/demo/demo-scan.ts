import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FileService } from '../../../modules/registry/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { officialPaper, renderPdf } from '../../../platform/documents/index.js';

/** A paper that stands for a signed scan, marked as demo on every page; returns the id of the kept file. */
export async function keepDemoScan(
  app: NestFastifyApplication,
  officer: Actor,
  title: string,
  lines: readonly string[],
  heading = 'Biên bản ghi nhớ',
): Promise<string> {
  const paper = officialPaper({
    number: '',
    title: heading,
    author: 'Liên Kết',
    isDemo: true,
    content: [
      { text: heading.toLocaleUpperCase('vi'), bold: true, fontSize: 15, alignment: 'center', margin: [0, 40, 0, 8] },
      { text: title, alignment: 'center', margin: [0, 0, 0, 24] },
      ...lines.map((text) => ({ text, margin: [0, 0, 0, 8] as [number, number, number, number] })),
      { text: 'Bản này chỉ để dùng thử hệ thống; các bên không có thật.', italics: true, margin: [0, 32, 0, 0] },
    ],
  });
  const kept = await app.get(FileService, { strict: false }).keep(officer, `${title}.pdf`, await renderPdf(paper));
  if (!kept.ok) throw new Error(`Demo scan: ${kept.refusal.code}`);
  return kept.value.id;
}
